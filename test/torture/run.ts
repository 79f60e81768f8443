import { fullDisk } from './full-disk.ts'
import { killRounds } from './kill-rounds.ts'

/** `node --import tsx test/torture/run.ts [rounds]`: the long version of what the tests do in short. */
const rounds = Number(process.argv[2] ?? 200)
console.log(await killRounds(rounds))
console.log((await fullDisk()) ?? 'no small disk can be mounted here')
