import { type DomDocument, type DomElement, lineOfText } from './dom.ts'

/** Elements that never hold an article's words. */
const never = 'script, style, noscript, template, iframe, object, embed, svg, canvas, form, button, select, dialog, nav, footer, [hidden]'

/** What readers wrote below. It goes whatever it weighs: a page may be mostly comments. */
const comments = /(^|[-_\s])(comments?|commentlist|disqus(_thread)?|fb-comments|binh-?luan|y-?kien|ykien)($|[-_\s]|\d)/i

/** What the page wants one to read or click next. It goes unless it holds most of the page's words. */
const invitations =
  /(^|[-_\s])(related|tin-?lien-?quan|lien-?quan|tin-?khac|doc-?them|xem-?them|share|sharing|social|breadcrumbs?|tags?|advert|advertisement|ads?|quang-?cao|banner|newsletter|subscribe|most-?read|popular|recommend(ed|ation)?s?|sidebar|widget|menu|toolbar|cookie|paywall|copyright)($|[-_\s]|\d)/i

/** Takes away what is not the article: in place. The heading and what contains it always stay. */
export const removeFurniture = (document: DomDocument): void => {
  const { body } = document
  if (!body) return
  for (const element of [...document.querySelectorAll(never)]) element.remove()
  for (const element of [...document.querySelectorAll('[style]')])
    if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) element.remove()
  for (const element of [...document.querySelectorAll('header, aside')]) if (!holdsHeading(element)) element.remove()
  const marked = [...document.querySelectorAll('[class], [id]')].filter(
    (element) => element !== body && element !== document.documentElement,
  )
  for (const element of marked) if (comments.test(marks(element)) && !holdsHeading(element)) element.remove()
  const words = lineOfText(body).length
  for (const element of marked)
    if (invitations.test(marks(element)) && !holdsHeading(element) && lineOfText(element).length < words / 3) element.remove()
}

const holdsHeading = (element: DomElement): boolean => element.tagName === 'H1' || element.querySelector('h1') !== null

const marks = (element: DomElement): string => `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`
