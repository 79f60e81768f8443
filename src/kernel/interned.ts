/**
 * The same text as the one copy that an engine keeps for the names of properties: two of those compare without a look
 * at their letters. For the words and classes that are compared over and over.
 */
export const interned = (text: string): string => Object.keys({ [text]: true })[0] as string
