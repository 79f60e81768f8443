import { useState } from 'preact/hooks'
import { words } from '../words.ts'
import { ask, remember, remembered } from './ask.ts'
import { toldOf } from './told.ts'

export interface Intention {
  readonly verb: string
  readonly title: string
  /** What is sent beside name and reason. */
  readonly body: Readonly<Record<string, unknown>>
  /** A further field: the id of the other, or what changes as JSON. */
  readonly asks?: {
    readonly label: string
    readonly multiline: boolean
    readonly into: (given: string) => Readonly<Record<string, unknown>>
  }
}

/** A correction with its reason: preview first, then append; what went wrong is said where it was asked. */
export const CorrectionForm = ({ intention, onDone }: { intention: Intention; onDone: (says: string) => void }) => {
  const [by, setBy] = useState(remembered('by'))
  const [token, setToken] = useState(remembered('token'))
  const [because, setBecause] = useState('')
  const [given, setGiven] = useState('')
  const [says, setSays] = useState('')
  const [busy, setBusy] = useState(false)
  const t = words.correct
  const needsReason = intention.verb !== 'undo' && intention.verb !== 'redo'

  const send = async (preview: boolean): Promise<void> => {
    remember('by', by)
    remember('token', token)
    setBusy(true)
    try {
      const asked = intention.asks?.into(given) ?? {}
      const answer = await ask(intention.verb, { by, ...(because ? { because } : {}), ...intention.body, ...asked }, { preview, token })
      if (preview) setSays(toldOf(answer))
      else onDone(intention.verb === 'undo' ? (t.undone ?? '') : (t.done ?? ''))
    } catch (error) {
      setSays(`${t.failed} ${(error as Error).message}`)
    } finally {
      setBusy(false)
    }
  }
  const ready =
    by.trim() !== '' && token !== '' && (!needsReason || because.trim() !== '') && (!intention.asks || given.trim() !== '') && !busy
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void send(false)
      }}
    >
      <h2>{intention.title}</h2>
      {intention.asks && (
        <label>
          {intention.asks.label}
          <textarea
            rows={intention.asks.multiline ? 4 : 1}
            value={given}
            maxLength={20_000}
            onInput={(event) => setGiven(event.currentTarget.value)}
          />
        </label>
      )}
      <label>
        {t.because}
        <textarea
          rows={2}
          maxLength={2000}
          value={because}
          required={needsReason}
          aria-describedby="because-help"
          onInput={(event) => setBecause(event.currentTarget.value)}
        />
        <small id="because-help">{t.becauseHelp}</small>
      </label>
      <label>
        {t.by}
        <input value={by} maxLength={200} autoComplete="name" onInput={(event) => setBy(event.currentTarget.value)} />
      </label>
      <label>
        {t.token}
        <input type="password" value={token} autoComplete="off" onInput={(event) => setToken(event.currentTarget.value)} />
        <small>{t.tokenHelp}</small>
      </label>
      <p role="status" aria-live="polite">
        {says}
      </p>
      <div class="buttons">
        <button type="button" disabled={!ready} onClick={() => void send(true)}>
          {t.preview}
        </button>
        <button type="submit" disabled={!ready}>
          {t.apply}
        </button>
      </div>
    </form>
  )
}
