/**
 * What a walk through a folder passes by, because it is no document: hidden files, sidecars, the pictures and scripts
 * of saved pages (with their folder `<page>_files`), and what describes the folder itself. A file that is named
 * by itself is always read.
 */
export const isLeftAside = (name: string, beside: ReadonlySet<string>): boolean =>
  name.startsWith('.') || furniture.test(name) || aboutTheFolder.test(name) || isFolderOfPage(name, beside)

const furniture =
  /\.(css|m?js|map|wasm|png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|og[gv]|wav|avi|mov|part|tmp|bak|ds_store)$/i
const aboutTheFolder = /^(readme|licen[cs]e|copying|changelog)(\.[a-z]+)?$/i

const isFolderOfPage = (name: string, beside: ReadonlySet<string>): boolean => {
  const page = /^(.+)[_-]files$/i.exec(name)?.[1]
  return page !== undefined && ['.html', '.htm', '.xhtml'].some((ending) => beside.has(page + ending))
}
