import type { Context } from './context.ts'
import { fitted } from './text/width.ts'

/** How far along a long command is. Does nothing where stderr is no terminal, or with `--quiet` or `--json`. */
export interface Progress {
  step(done: number, name?: string): void
  /** Takes the bar away, so that lines can be told, and draws it again. */
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
    fps: 10,
    etaBuffer: 50,
    format: (_options, { value, total: all, eta, startTime }, { name }: { name: string }) => {
      const rate = value / Math.max(0.001, (Date.now() - (startTime ?? Date.now())) / 1000)
      const share = total === null ? '' : `${drawn(value / Math.max(1, all))} ${value}/${all} · `
      const left = total === null || !Number.isFinite(eta) ? '' : ` · ${Math.max(0, Math.round(eta))} s ${words.ingest.left}`
      const count = total === null ? `${value} · ` : ''
      return fitted(`${share}${count}${rate.toFixed(rate < 10 ? 1 : 0)} ${unit}${left} · ${name}`, io.columns - 1)
    },
  })
  bar.start(total ?? 0, 0, { name: '' })
  return {
    step: (done, name = '') => bar.update(done, { name }),
    aside(tell) {
      io.stderr.write('\r\u001b[K')
      tell()
    },
    stop: () => bar.stop(),
  }
}

const drawn = (share: number): string => {
  const full = Math.round(Math.min(1, share) * 20)
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)}`
}
