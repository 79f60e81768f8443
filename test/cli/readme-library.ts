import { inputsFrom, openLedger } from '../../src/ledger.ts'

const ledger = await openLedger('./ledger')
for await (const taken of ledger.ingest(inputsFrom(['articles/']))) console.log(taken.outcome, taken.origin)

const counts = await ledger.view('agreement-counts')
console.log(counts.row('MN-VN')) // { signed: { atLeast: 7, exact: true }, announced: null, … }: null is unknown, never 0

const { events } = await ledger.why('agreement-counts', 'MN-VN', '/signed')
for (const { event, quotes } of events) console.log(event.position, quotes[0]?.quote)
await ledger.close()
