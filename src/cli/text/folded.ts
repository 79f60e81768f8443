import { foldText } from '../../kernel/ids.ts'

/** Where words stand in a text, however they are written: any case, with or without marks, composed or not. */
export const placesOf = (text: string, sought: string): { start: number; end: number }[] => {
  const wanted = foldText(sought).replace(/\s+/g, ' ').trim()
  if (wanted === '') return []
  const { folded, starts } = foldWithMap(text)
  const places: { start: number; end: number }[] = []
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length
    if (isLetter(folded[at - 1]) || isLetter(folded[end])) continue
    places.push({ start: starts[at] as number, end: starts[end] ?? text.length })
  }
  return places
}

/** The folded text, and where in the original each of its units comes from. */
const foldWithMap = (text: string): { folded: string; starts: number[] } => {
  let folded = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    const part = /\s/.test(character) ? (folded.endsWith(' ') ? '' : ' ') : foldText(character)
    for (let i = 0; i < part.length; i++) starts.push(at)
    folded += part
    at += character.length
  }
  return { folded, starts }
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character)
