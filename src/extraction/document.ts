import type { Draft, LanguageReader, Sentence } from '../kernel/reading.ts'
import { type People, peopleOf } from './entities.ts'
import { type Moments, momentsOf } from './moments.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import type { Drafted, RuleSet } from './run-rules.ts'
import { type Scenes, scenesOf } from './scenes.ts'

/** A document as rules have read it: what completion and assembly work on. */
export interface ReadDocument {
  readonly view: string
  readonly sentences: readonly Sentence[]
  readonly people: People
  readonly moments: Moments
  readonly scenes: Scenes
  readonly outlook: Outlook
  readonly drafts: readonly Drafted[]
  readonly reader: LanguageReader
}

export const readDocument = (view: string, reader: LanguageReader, rules: RuleSet, published?: string): ReadDocument => {
  const sentences = reader.read(view)
  const moments = momentsOf(sentences, published)
  return {
    view,
    sentences,
    people: peopleOf(sentences, reader),
    moments,
    scenes: scenesOf(sentences, moments),
    outlook: outlookOf(sentences),
    drafts: draftsIn(sentences, rules),
    reader,
  }
}

/** No article has as many; what comes after in a text that does is left unread, so that no input takes for ever. */
const mostDrafts = 1_500

const draftsIn = (sentences: readonly Sentence[], rules: RuleSet): Drafted[] => {
  const drafts: Drafted[] = []
  for (let index = 0; index < sentences.length && drafts.length < mostDrafts; index++)
    drafts.push(...rules.run(sentences[index] as Sentence, index))
  return drafts.slice(0, mostDrafts)
}

export const draftsOf = <D extends Draft>(document: ReadDocument, yields: D['yields']): Drafted<D>[] =>
  document.drafts.filter(({ draft }) => draft.yields === yields) as Drafted<D>[]
