import { openFileStore } from '../../src/store/file/file-store.ts'
import { isLedgerFolder } from '../../src/store/file/ledger-folder.ts'
import { eventsOfDocument, streamOf } from './documents.ts'

/** Opens a ledger, does one thing, and prints how long it took and how much memory the process holds. */
const [folder = '', what = ''] = process.argv.slice(2)
const start = performance.now()
const store = await openFileStore(folder, { readOnly: what !== 'write' && what !== 'duplicate' && isLedgerFolder(folder) })
const tip = await store.tip()
if (what === 'duplicate') {
  const [event] = eventsOfDocument(7, 1)
  if (event && tip >= 0) await store.append('other', [event], { expectedRevision: 'no-stream' }).catch(() => {})
}
if (what === 'pick') await store.pick?.(Array.from({ length: 10_000 }, (_, each) => (each * 7_919) % (tip + 2)))
if (what === 'locate') await store.locate?.(eventsOfDocument(54_321, 1)[0]?.id ?? '')
if (what === 'stream') for await (const _ of store.read({ stream: streamOf(77_777) }));
const ms = performance.now() - start
const mib = process.memoryUsage().rss / 2 ** 20
await store.close()
console.log(JSON.stringify({ ms, mib }))
