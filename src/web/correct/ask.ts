/** What a correction did, or, as a preview, would do. */
export interface Answer {
  readonly events: readonly { readonly id: string; readonly type: string }[]
  readonly changes?: readonly {
    readonly view: string
    readonly rows: readonly { readonly key: string; readonly paths: readonly string[] }[]
  }[]
}

/** Sends a correction. The token goes in a header, which no other site can make a browser send. */
export const ask = async (verb: string, body: object, options: { preview: boolean; token: string }): Promise<Answer> => {
  const answer = await fetch(`/correct/${verb}${options.preview ? '?preview=1' : ''}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', Authorization: `Bearer ${options.token}` },
    body: JSON.stringify(body),
  })
  const told = (await answer.json()) as Answer & { attempted?: string; found?: string; expected?: string; cure?: string }
  if (!answer.ok) throw new Error([told.found, told.expected, told.cure].filter(Boolean).join(' · '))
  return told
}

/** Name and token stay for this visit only. */
export const remembered = (name: 'by' | 'token'): string => sessionStorage.getItem(`correct-${name}`) ?? ''
export const remember = (name: 'by' | 'token', value: string): void => sessionStorage.setItem(`correct-${name}`, value)
