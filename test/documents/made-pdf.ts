/** A line of a page: where it stands in points from the lower left corner, and how large it is. */
export interface PdfLine {
  readonly text: string
  readonly x?: number
  readonly y: number
  readonly size?: number
}

export interface PdfOptions {
  readonly title?: string
  /** Opens only with a password that nobody has. */
  readonly encrypted?: boolean
}

/**
 * Writes a small PDF with a text layer in any script: one font whose glyph ids are positions in the list of letters,
 * half an em wide, with the map back to Unicode. A page without lines gets a picture, like a scan.
 */
export const madePdf = (pages: readonly (readonly PdfLine[])[], options: PdfOptions = {}): Buffer => {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))]
  const idOf = new Map(letters.map((letter, at) => [letter, hex(at + 1)]))
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const stream = (content: string, more = ''): number => add(`<< /Length ${content.length} ${more}>>\nstream\n${content}\nendstream`)

  const catalog = add('')
  const tree = add('')
  const unicode = stream(toUnicode(letters))
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )
  const cid = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 500 >>`,
  )
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [${cid} 0 R] /ToUnicode ${unicode} 0 R >>`,
  )
  const picture = stream('\x80', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 ')
  const kids = pages.map((lines) => {
    const shown = lines.map(
      ({ text, x = 72, y, size = 12 }) => `BT /F1 ${size} Tf ${x} ${y} Td <${[...text].map((letter) => idOf.get(letter)).join('')}> Tj ET`,
    )
    const content = stream(lines.length > 0 ? shown.join('\n') : 'q 500 0 0 700 0 0 cm /Im1 Do Q')
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> /XObject << /Im1 ${picture} 0 R >> >> >>`,
    )
  })
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  const info = add(`<< ${options.title ? `/Title <FEFF${Buffer.from(options.title, 'utf16le').swap16().toString('hex')}>` : ''} >>`)
  const lock = options.encrypted
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >> /ID [<00> <00>] `
    : ''
  return assembled(objects, `/Root ${catalog} 0 R /Info ${info} 0 R ${lock}`)
}

/** Lays paragraphs out as a word processor would: lines of so many letters, a wider gap between paragraphs. */
export const laidOut = (paragraphs: readonly string[], { width = 70, perPage = 40 } = {}): PdfLine[][] => {
  const pages: PdfLine[][] = [[]]
  let y = 780
  const put = (text: string, gap: number): void => {
    y -= gap
    if (y < 780 - perPage * 16) {
      pages.push([])
      y = 764
    }
    ;(pages[pages.length - 1] as PdfLine[]).push({ text, y })
  }
  for (const paragraph of paragraphs) {
    let line = ''
    let gap = 30
    for (const word of paragraph.split(' ')) {
      if (line && line.length + 1 + word.length > width) {
        put(line, gap)
        gap = 16
        line = word
      } else line = line ? `${line} ${word}` : word
    }
    put(line, gap)
  }
  return pages
}

const hex = (id: number): string => id.toString(16).padStart(4, '0')

const toUnicode = (letters: readonly string[]): string => {
  const pairs = letters.map((letter, at) => `<${hex(at + 1)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`)
  const blocks = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, at) => pairs.slice(at * 100, at * 100 + 100))
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`),
    'endcmap end end',
  ].join('\n')
}

const assembled = (objects: readonly string[], trailer: string): Buffer => {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
