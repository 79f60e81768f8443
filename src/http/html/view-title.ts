/** A view's name as a title: `agreement-counts` → Agreement counts. Names are the developers' own and are not translated. */
export const viewTitle = (name: string): string => {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
