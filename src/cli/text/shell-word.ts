/** As a shell wants it. */
export const shellWord = (word: string): string => (/^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)
