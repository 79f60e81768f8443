/**
 * A page of the reading room as a file: links rewritten, scripts and forms left out, because a file has no server to
 * ask. `way` answers the relative way to an address, or null where the site has no file for it.
 */
export const filed = (page: string, way: (target: string) => string | null): string =>
  page
    .replace(/<script\b[^>]*><\/script>\n?/g, '')
    .replace(/<form\b[\s\S]*?<\/form>/g, '')
    .replace(/<button\b[\s\S]*?<\/button>/g, '')
    .replace(/ data-words="[^"]*"/g, '')
    .replace(/<a class="language"[\s\S]*?<\/a>\n?/g, '')
    .replace(/<link rel="alternate"[^>]*>\n?/g, (link) => (way(unescaped(hrefOf(link))) === null ? '' : link))
    .replace(otherForms, (line) => (way(unescaped(hrefOf(line))) === null ? '' : line))
    .replace(/ (href|src|cite)="(\/[^"]*)"/g, (_, name: string, target: string) => {
      const relative = way(unescaped(target))
      return relative === null ? '' : ` ${name}="${escaped(relative)}"`
    })

/** The line that offers a page in other forms: without them it offers nothing. */
const otherForms = /<p>[^<]*<a href="[^"]*\.json[^"]*">JSON<\/a> · <a href="[^"]*\.csv[^"]*">CSV<\/a>\s*<\/p>\n?/g

const hrefOf = (element: string): string => / href="([^"]*)"/.exec(element)?.[1] ?? ''

const unescaped = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
