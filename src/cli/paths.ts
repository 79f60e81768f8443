import { relative, resolve } from 'node:path'
import type { Io } from './io.ts'

/** A path as it was typed, understood from the folder in which it was typed; `-` is standard input. */
export const pathFrom = ({ cwd }: Pick<Io, 'cwd'>, path: string): string =>
  path === '-' || resolve(cwd) === process.cwd() ? path : relative(process.cwd(), resolve(cwd, path)) || '.'
