/** Formats that people try and that nobody reads here, each with what helps. Told by their first bytes. */
export const refusedFormats: readonly { readonly is: string; readonly starts: readonly number[] | string; readonly cure: string }[] = [
  { is: 'a Word document of the old binary format', starts: [0xd0, 0xcf, 0x11, 0xe0], cure: 'Save it as .docx or as text.' },
  { is: 'an RTF document', starts: '{\\rtf', cure: 'Save it as .docx or as text.' },
  { is: 'a ZIP archive', starts: [0x50, 0x4b, 0x03, 0x04], cure: 'Unpack it and give the files or the folder.' },
  { is: 'an empty ZIP archive', starts: [0x50, 0x4b, 0x05, 0x06], cure: 'Give the files themselves.' },
  { is: 'a gzip archive', starts: [0x1f, 0x8b], cure: 'Unpack it and give the files or the folder.' },
  { is: 'a 7-Zip archive', starts: [0x37, 0x7a, 0xbc, 0xaf], cure: 'Unpack it and give the files or the folder.' },
  { is: 'a RAR archive', starts: 'Rar!', cure: 'Unpack it and give the files or the folder.' },
  { is: 'a bzip2 archive', starts: 'BZh', cure: 'Unpack it and give the files or the folder.' },
  { is: 'a PNG image', starts: [0x89, 0x50, 0x4e, 0x47], cure: 'Run it through OCR and give the text.' },
  { is: 'a JPEG image', starts: [0xff, 0xd8, 0xff], cure: 'Run it through OCR and give the text.' },
  { is: 'a GIF image', starts: 'GIF8', cure: 'Run it through OCR and give the text.' },
  { is: 'a PostScript file', starts: '%!PS', cure: 'Convert it to PDF or to text.' },
  { is: 'a DjVu file', starts: 'AT&TFORM', cure: 'Run it through OCR and give the text.' },
]

/** Whether the bytes begin so. */
export const begins = (bytes: Uint8Array, starts: readonly number[] | string): boolean => {
  const magic = typeof starts === 'string' ? Buffer.from(starts, 'latin1') : starts
  if (bytes.length < magic.length) return false
  for (let at = 0; at < magic.length; at++) if (bytes[at] !== magic[at]) return false
  return true
}
