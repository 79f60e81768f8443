import type { Io } from './io.ts'

/** The few ways in which words may stand out. Every one is the identity where there is no colour. */
export interface Paint {
  readonly on: boolean
  bold(text: string): string
  dim(text: string): string
  good(text: string): string
  bad(text: string): string
  mark(text: string): string
}

const plain = (text: string): string => text
const noPaint: Paint = { on: false, bold: plain, dim: plain, good: plain, bad: plain, mark: plain }

/** Colour only on a terminal that can show it, unless `NO_COLOR` (any value) or `--no-color` says otherwise. */
export const paintFor = async (io: Pick<Io, 'env' | 'isTty'>, flag: boolean | undefined): Promise<Paint> => {
  const wanted = flag ?? (io.isTty.stdout && !io.env.NO_COLOR && io.env.TERM !== 'dumb')
  if (!wanted) return noPaint
  const { default: picocolors } = await import('picocolors')
  const { bold, dim, green, red, inverse } = picocolors.createColors(true)
  return { on: true, bold, dim, good: green, bad: red, mark: inverse }
}
