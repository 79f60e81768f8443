/** The words that scripts say: the server wrote them into the page, in the page's language. */
export interface Words {
  readonly tag: string
  readonly theme: { readonly label: string; readonly system: string; readonly light: string; readonly dark: string }
  readonly keys: Readonly<Record<string, string>>
  readonly live: { readonly changed: string; readonly lost: string; readonly on: string }
  readonly cited: string
  readonly why: Readonly<Record<string, string>>
  readonly correct: Readonly<Record<string, string>>
  readonly saved: { readonly save: string; readonly name: string; readonly done: string }
  readonly review: Readonly<Record<string, string>>
  readonly yearUnknown: string
  readonly overview: Readonly<Record<string, string>>
  readonly map: { readonly load: string; readonly borders: string; readonly label: string }
  readonly kinds: Readonly<Record<string, string>>
}

export const words: Words = JSON.parse(document.body.dataset.words ?? '{}')
