import JSZip from 'jszip'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

export const wordParagraph = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r></w:p>`

export const wordTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** Writes a small Word document; `more` adds or replaces files of the package. */
export const madeDocx = async (body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Buffer> => {
  const zip = new JSZip()
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  for (const [name, content] of Object.entries(files)) zip.file(name, content, { date: new Date('2024-01-01T00:00:00Z') })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

export const wordFootnotes = (notes: readonly string[]): Readonly<Record<string, string>> => ({
  'word/_rels/document.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
  'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes ${w}>${notes.map((note, at) => `<w:footnote w:id="${at + 1}">${wordParagraph(note)}</w:footnote>`).join('')}</w:footnotes>`,
})

/** Writes another size for every file into the directory of a ZIP archive: a directory that lies. */
export const lying = (zip: Buffer, size: number): Buffer => {
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4, 'latin1'))
    copy.writeUInt32LE(size, at + 24)
  return copy
}
