import { fullDisk } from './full-disk.ts'
import { killRounds } from './kill-rounds.ts'
import { lateCorrection } from './late-correction.ts'

/** `node --import tsx test/torture/run.ts [rounds] [events]`: the long version of what the tests do in short. */
const [rounds, events] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 900_000)]
console.log(await killRounds(rounds))
console.log((await fullDisk()) ?? 'no small disk can be mounted here')
console.log(await lateCorrection(events, 10))
