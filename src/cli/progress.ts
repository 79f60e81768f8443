import type { Context } from './context.ts'
import { fitted } from './text/width.ts'

/** How far along a long command is. Does nothing where stderr is no terminal, or with `--quiet` or `--json`. */
export interface Progress {
  step(done: number, name?: string): void
  /** Takes the bar away, so that lines can be told, and draws it again below them. */
  aside(tell: () => void): void
  stop(): void
}

const none: Progress = { step: () => {}, aside: (tell) => tell(), stop: () => {} }

/** A bar with the rate and the time that is left. `total` null: how much there is to do is not known. */
export const progressOf = async ({ io, settings, words }: Context, total: number | null, unit: string): Promise<Progress> => {
  if (!io.isTty.stderr || settings.quiet || settings.json) return none
  const { default: cliProgress } = await import('cli-progress')
  const bar = new cliProgress.SingleBar({
    stream: io.stderr as NodeJS.WriteStream,
    clearOnComplete: true,
    hideCursor: true,
    // Its line is fitted here; what is told beside it may be longer than the terminal is wide.
    linewrap: true,
    fps: 10,
    etaBuffer: 50,
    format: (_options, { value, total: all, eta, startTime }, { name }: { name: string }) => {
      const rate = value / Math.max(0.001, (Date.now() - (startTime ?? Date.now())) / 1000)
      const share = total === null ? '' : `${drawn(value / Math.max(1, all))} ${value}/${all} · `
      const isTooEarly = Date.now() - (startTime ?? Date.now()) < settledMs || !Number.isFinite(eta)
      const left = total === null || isTooEarly ? '' : ` · ${lasting(Math.max(0, Math.round(eta)))} ${words.ingest.left}`
      const count = total === null ? `${value} · ` : ''
      return fitted(`${share}${count}${rate.toFixed(rate < 10 ? 1 : 0)} ${unit}${left} · ${lastParts(name)}`, io.columns - 1)
    },
  })
  bar.start(total ?? 0, 0, { name: '' })
  return {
    step: (done, name = '') => bar.update(done, { name }),
    aside(tell) {
      io.stderr.write('\r\u001b[K')
      tell()
      // The bar ends where it began: that is here now.
      io.stderr.write('\u001b7')
    },
    stop: () => bar.stop(),
  }
}

/** What is left is not guessed from the first few. */
const settledMs = 3_000

/** `45 s`, `2 min 5 s`. */
const lasting = (seconds: number): string => (seconds < 90 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`)

/** The end of a long path says more than its beginning. */
const lastParts = (name: string): string => (/^https?:/.test(name) ? name : name.split('/').slice(-2).join('/'))

const drawn = (share: number): string => {
  const full = Math.round(Math.min(1, share) * 20)
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)}`
}
