import { en } from './en.ts'
import { vi } from './vi.ts'

/** Every word of the interface in one language. */
export type Words = Widened<typeof en>

/** The shape of a tree of words: texts, and functions from texts to a text. A missing one does not compile. */
type Widened<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string
    ? string
    : Tree[Key] extends readonly string[]
      ? readonly string[]
      : Tree[Key] extends (...args: infer Args) => string
        ? (...args: Args) => string
        : Widened<Tree[Key]>
}

export const languages: Readonly<Record<string, Words>> = { en, vi }

/** The language that an address names, else the first that the browser asks for and we have, else English. */
export const wordsFor = (named: string | null, accepted: string | undefined): Words => {
  const wanted = [named ?? '', ...(accepted ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase())]
  return languages[wanted.find((tag) => Object.hasOwn(languages, tag)) ?? 'en'] as Words
}
