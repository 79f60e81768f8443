/** The words of a command line, without `chancery`, as a shell parts them: quotes understood, pipes and redirections left out. */
export const shellWords = (line: string): string[] => {
  const [, own = ''] = /chancery (.*)$/.exec(line) ?? []
  const words: string[] = []
  let word = ''
  let quote: string | null = null
  let started = false
  for (const character of `${own} `) {
    if (quote) {
      if (character === quote) quote = null
      else word += character
    } else if (character === '"' || character === "'") {
      quote = character
      started = true
    } else if (character === ' ') {
      if (word || started) words.push(word)
      word = ''
      started = false
    } else word += character
  }
  const end = words.findIndex((each) => ['>', '>>', '|', '<'].includes(each))
  return end < 0 ? words : words.slice(0, end)
}
