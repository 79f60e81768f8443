import type { Line } from './line.ts'
import type { OfficeFound } from './offices.ts'
import { nameFrom } from './person-names.ts'

/**
 * “đặc phái viên của Tổng Bí thư Nguyễn Phú Trọng”: the name behind an office that somebody holds for another is that of
 * the other. Where it ends, null where none stands there. Behind a country it may be the envoy's own: “của Tổng thống Mỹ X”.
 */
export const masterEnd = (line: Line, { text, country, after }: OfficeFound): number | null =>
  country === null && forAnother.test(text) ? (nameFrom(line, after, true)?.to ?? null) : null

const forAnother = /(?:phái viên|đặc sứ) của (?:tổng thống|thủ tướng|tổng bí thư|chủ tịch|quốc vương|nhà vua|tổng thư ký)(?: \p{L}+)?$/iu
