import { memoryArchive } from '../../src/documents/memory-archive.ts'
import { archiveContract } from './archive-contract.ts'

archiveContract('memory', async () => memoryArchive())
