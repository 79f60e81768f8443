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
    .replace(/ (href|src|cite)="(\/[^"]*)"/g, (_, name: string, target: string) => {
      const relative = way(unescaped(target))
      return relative === null ? '' : ` ${name}="${escaped(relative)}"`
    })

const unescaped = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
