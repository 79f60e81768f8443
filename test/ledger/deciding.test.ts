import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadGazetteer } from '../../src/documents/gazetteers.ts'
import { createLinking } from '../../src/intake/linking.ts'
import { type Correction, vocabulary } from '../../src/ledger.ts'
import { exampleRoom } from '../http/example-room.ts'

const folders = ['../../src/languages/vi/gazetteer', '../../src/identity/gazetteer']

test('one more decision about who and what is one reads no document again, and leaves nothing to be linked', async () => {
  const { ledger, close } = await exampleRoom()
  onTestFinished(close)
  const tables = await loadGazetteer(folders.map((folder) => fileURLToPath(new URL(folder, import.meta.url))))
  /** What somebody who looks at the whole log would append. */
  const leftOver = () => createLinking({ store: ledger.store, register: vocabulary, archive: ledger.archive, tables }).reconcile()
  const decide = (correction: Correction) => ledger.correct(correction, { by: 'Lan' })
  const { overlay } = await ledger.views()
  const people = (await ledger.view('people')).keys() as [string, string, string]
  const joined = (await ledger.view('visits')).keys().find((key) => overlay.members(key).length > 1) as string
  const [one, other] = overlay.members(joined) as [string, string]
  await decide({ verb: 'separate-people', a: people[0], b: people[1], because: 'two people' })

  const texts = vi.spyOn(ledger.archive, 'text')
  const decisions: Correction[] = [
    { verb: 'separate', a: one, b: other, because: 'two visits' },
    { verb: 'undo' },
    { verb: 'redo' },
    { verb: 'merge-people', people: [people[1], people[2]], because: 'one woman' },
    { verb: 'undo' },
  ]
  for (const decision of decisions) {
    await decide(decision)
    expect(texts).not.toHaveBeenCalled()
    expect(await leftOver(), decision.verb).toEqual([])
    texts.mockClear()
  }
  expect((await ledger.views()).overlay.members(one)).not.toContain(other)
  expect(await ledger.identityDoubts()).toEqual(await ledger.identityDoubts({ asOf: String(await ledger.tip()) }))
}, 60_000)

test('a correction of a claim is looked at with the whole log', async () => {
  const { ledger, close } = await exampleRoom()
  onTestFinished(close)
  const tables = await loadGazetteer(folders.map((folder) => fileURLToPath(new URL(folder, import.meta.url))))
  const [a, b] = (await ledger.view('people')).keys() as [string, string]
  await ledger.correct({ verb: 'separate-people', a, b, because: 'two people' }, { by: 'Lan' })
  const visits = await ledger.view('visits')
  const told = visits.keys().find((key) => visits.lineage(key).length > 1) as string
  const [position] = visits.lineage(told) as [number]
  for await (const { id } of ledger.events({ from: position, to: position }))
    await ledger.correct({ verb: 'retract', events: [id], because: 'misread' }, { by: 'Lan' })
  expect(await createLinking({ store: ledger.store, register: vocabulary, archive: ledger.archive, tables }).reconcile()).toEqual([])
}, 60_000)
