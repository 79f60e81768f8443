import type { Context } from '../../context.ts'
import { chosen } from '../../rows/chosen.ts'

/** Ids of people as somebody gives them: the id, or a name in any spelling. Null after a choice was shown. */
export const personIds = async (context: Context, given: readonly string[], write: boolean): Promise<string[] | null> => {
  const ledger = await context.ledger({ write })
  const people = await ledger.view('people')
  const ids: string[] = []
  for (const word of given) {
    // An id of a name that was joined with another stays what it is: which of the two is meant matters here.
    const id = people.keyOf(word) === undefined ? await chosen(context, 'people', word, people.rows()) : word
    if (id === null) return null
    ids.push(id)
  }
  return ids
}
