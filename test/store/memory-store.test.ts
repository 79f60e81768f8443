import type { EventStore } from '../../src/store/event-store.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'
import { storeContract } from '../contracts/store.ts'

storeContract('memory', {
  open: async (options) => openMemoryStore(options),
  reopen: { cannot: 'it lives as long as its process' },
})

/** The least that a store can be: everything else must follow from `append`, `read`, `tip` and `close`. */
const bare = ({ append, read, tip, close }: EventStore): EventStore => ({ append, read, tip, close })

storeContract('memory without any fast path', {
  open: async (options) => bare(openMemoryStore(options)),
  reopen: { cannot: 'it lives as long as its process' },
})
