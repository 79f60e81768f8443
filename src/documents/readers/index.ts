import { docx } from './docx.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { pdf } from './pdf.ts'
import type { Reader } from './reader.ts'
import { record } from './record.ts'
import { text } from './text.ts'

/** The register: a new format is one file and one line here. The last one takes what nobody else claims. */
export const readers: readonly Reader[] = [pdf, docx, html, markdown, record, text]
