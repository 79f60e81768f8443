import type { Place } from '../frame/page.ts'
import type { Source } from '../frame/reading.ts'

/** The register of pages: a new page is one file and one line here. The file is loaded when its page is first asked for. */
export const pagesOf = (ledger: Source): readonly Place[] => {
  const texts = once(async () => (await import('../search/text-index.ts')).textIndex(ledger))
  const doubts = once(async () => (await import('../search/event-index.ts')).doubtIndex(ledger))
  const identities = once(async () => (await import('../identities/doubts.ts')).identityDoubtsIn(ledger))
  return [
    { path: '/', load: async () => (await import('./overview.ts')).overview },
    { path: '/leaders', load: async () => (await import('./leaders.ts')).leaders },
    { path: '/leaders/{id}', load: async () => (await import('./leader.ts')).leader },
    { path: '/pairs', load: async () => (await import('./pairs.ts')).pairs },
    { path: '/pairs/{key}', load: async () => (await import('./pair.ts')).pair },
    { path: '/engagements/{id…}', load: async () => (await import('./engagement.ts')).engagement },
    { path: '/compare/{document}/{anchor}', load: async () => (await import('./compare.ts')).compare },
    { path: '/documents', load: async () => (await import('./documents.ts')).documents },
    { path: '/documents/{sha256}', load: async () => (await import('./document.ts')).document },
    { path: '/views', load: async () => (await import('./views.ts')).views },
    { path: '/views/{name}', load: async () => (await import('./view.ts')).view },
    { path: '/views/{name}/{key…}', load: async () => (await import('./row.ts')).row },
    { path: '/why/{view}/{key}/{path…}', load: async () => (await import('./why.ts')).why },
    { path: '/count/{of}', load: async () => (await import('./count.ts')).count },
    { path: '/saved', load: async () => (await import('./saved.ts')).savedList },
    { path: '/saved/{name}', load: async () => (await import('./saved.ts')).saved },
    { path: '/log', load: async () => (await import('./log.ts')).log },
    { path: '/doubts', load: async () => (await import('./doubts.ts')).doubtsWith(await doubts()) },
    { path: '/review', load: async () => (await import('./review.ts')).reviewsWith(await doubts()) },
    { path: '/review/identities', load: async () => (await import('./identities.ts')).identitiesWith(await identities()) },
    { path: '/review/identities/{about…}', load: async () => (await import('./identity-pair.ts')).identityPairWith(await identities()) },
    { path: '/review/{sha256}', load: async () => (await import('./review.ts')).reviewWith(await doubts()) },
    { path: '/search', load: async () => (await import('./search.ts')).searchWith(await texts()) },
    { path: '/help', load: async () => (await import('./help.ts')).help },
  ]
}

/** What several pages share, made for the first of them. */
const once = <Made>(make: () => Promise<Made>): (() => Promise<Made>) => {
  let made: Promise<Made> | undefined
  return () => {
    made ??= make()
    return made
  }
}
