import { basename } from 'node:path'
import { damagedIndexes } from '../store/file/check-indexes.ts'
import { saysMore } from '../store/file/line-head.ts'
import { rawLines } from '../store/file/raw-lines.ts'
import { base64Of } from './base64.ts'
import { checkedCheckpoint, olderCheckpoint } from './check-signatures.ts'
import { tileCheck } from './check-tiles.ts'
import type { Checkpoint } from './checkpoint.ts'
import { growingTree } from './growing-tree.ts'
import { hashBytes, leafHash } from './hashes.ts'
import { isAsWritten, lineOrder } from './line-order.ts'
import { type Problem, type Problems, problems as problemList } from './problem.ts'
import { type TileFolder, tileFolder } from './tile-folder.ts'
import { tileOfTree, tileWidth } from './tile-path.ts'
import { proofsOf } from './tree-proofs.ts'

export interface VerifyOptions {
  /** An older checkpoint, kept elsewhere: this log must be a continuation of it. */
  readonly against?: string
  /** The public key to believe; without it the ledger's own is taken, which proves less. */
  readonly verifierKey?: string
}

export interface Verification {
  readonly ok: boolean
  /** Whole events in the log. */
  readonly events: number
  /** How many of them the checkpoint covers. */
  readonly signed: number
  /** How many lie after it: held to their form only. */
  readonly after: number
  readonly origin: string | null
  /** Root over all events, base64. */
  readonly root: string
  /** A checkpoint that cannot be believed first, then by position: the first with one names the first that is wrong. */
  readonly problems: readonly Problem[]
  /** What is no fault, such as an append under way. */
  readonly notes: readonly string[]
  /** What no signature covers. */
  readonly outside: readonly string[]
}

/** Nothing in these can change what the log says; `documents/` is held by the digests in its events. */
export const outsideTheProof = ['lock', 'index/', 'views/', 'key', 'vkey', 'documents/'] as const

/** Recomputes everything from the bytes on disk: lines, tree, tiles, checkpoint. Reads only. */
export const verifyLedger = async (directory: string, { against, verifierKey }: VerifyOptions = {}): Promise<Verification> => {
  const problems = problemList()
  const tiles = tileFolder(directory)
  const notes: string[] = []
  const check = tileCheck(directory, problems, (says) => notes.push(says))
  const checkpoint = checkedCheckpoint(directory, problems, verifierKey)
  const older = against === undefined ? undefined : olderCheckpoint(directory, against, verifierKey)
  if (older && 'wrong' in older) problems.add({ says: `the older checkpoint cannot be used: ${older.wrong}` })
  const heads = [checkpoint, older && !('wrong' in older) ? older : undefined]

  const size = checkpoint?.size ?? 0
  const roots = new Map<number, Buffer>()
  const wanted = new Set(heads.map((head) => head?.size))
  const tree = growingTree((tile, hashes) =>
    check.expect(tile, hashes, (tile.index + 1) * tileWidth ** ((tile.level as number) + 1) <= size),
  )
  const settle = (): void => {
    if (wanted.has(tree.size)) roots.set(tree.size, tree.root())
    if (tree.size === size) for (const [tile, hashes] of tree.partial()) check.expect(tile, hashes, true)
  }
  settle()
  // Listed before the log is read: a tile is never older than the lines that it covers.
  const files = tiles.files()
  const log = await readLog(directory, tiles, size, problems, (leaf) => {
    tree.add(leaf)
    settle()
  })
  check.finish(files, tree.size)

  if (checkpoint) await judge(checkpoint, roots.get(size), log, tiles, problems)
  const [, olderHead] = heads
  if (olderHead) compareOlder(olderHead, roots.get(olderHead.size), log.events, problems)
  for (const file of damagedIndexes(directory)) problems.add({ says: 'the index is damaged; it is ignored and can be deleted', file })

  const list = problems.list().sort((a, b) => rank(a) - rank(b))
  return {
    ok: list.length === 0,
    events: log.events,
    signed: Math.min(size, log.events),
    after: Math.max(0, log.events - size),
    origin: checkpoint?.origin ?? null,
    root: base64Of(tree.root()),
    problems: list,
    notes: [...log.notes, ...notes],
    outside: outsideTheProof,
  }
}

/** A checkpoint that cannot be believed comes first, then events in the order of the log, then the rest. */
const rank = ({ position, file }: Problem): number => position ?? (file === 'checkpoint' ? -1 : Number.POSITIVE_INFINITY)

interface LogFindings {
  readonly events: number
  readonly notes: readonly string[]
  /** The first event whose hash is not the one in its tile. */
  readonly differs?: { readonly position: number; readonly file: string; readonly found: string; readonly expected: string }
}

const readLog = async (
  directory: string,
  tiles: TileFolder,
  size: number,
  problems: Problems,
  take: (leaf: Buffer) => void,
): Promise<LogFindings> => {
  const outOfOrder = lineOrder()
  let differs: LogFindings['differs']
  let position = 0
  let whole = 0
  let rest = 0
  let file = 'log/'
  let tile: Buffer | undefined
  for await (const part of rawLines(directory)) {
    file = `log/${basename(part.segment.path)}`
    if (part.kind === 'segment') {
      if (rest > 0) problems.add({ says: `${rest} bytes before this segment belong to no whole line`, file, position })
      rest = 0
      if (part.segment.first !== position)
        problems.add({
          says: `the segment starts at position ${part.segment.first}, expected ${position}`,
          file,
          position: Math.min(position, part.segment.first),
        })
      continue
    }
    if (part.kind === 'rest') {
      rest = part.bytes
      continue
    }
    for (const line of part.lines) {
      const leaf = leafHash(line)
      if (position < size) {
        if (position % tileWidth === 0 || !tile) tile = tileFrom(tiles, position, size)
        const expected = hashAt(tile, position)
        if (expected && !expected.equals(leaf)) differs ??= { position, file, found: base64Of(leaf), expected: base64Of(expected) }
      } else if (!isAsWritten(line)) problems.add({ says: 'the line is not as a store writes it', file, position })
      const disorder = outOfOrder(line, position)
      if (disorder) problems.add({ says: disorder, file, position })
      take(leaf)
      position++
      if (!saysMore(line, 0, line.length)) whole = position
    }
  }
  // Behind the last whole append: one under way, or one that was cut short and was never acknowledged.
  const torn = rest > 0 || whole < position
  const notes = torn ? [`behind position ${whole - 1} stands the beginning of an append that is not whole: the next writer removes it`] : []
  return { events: whole, notes, ...(differs ? { differs } : {}) }
}

const tileFrom = (tiles: TileFolder, position: number, size: number): Buffer | undefined => {
  const tile = tileOfTree(0, Math.floor(position / tileWidth), size)
  return tile && tiles.read(tile)
}

const hashAt = (tile: Buffer | undefined, position: number): Buffer | undefined => {
  const at = (position % tileWidth) * hashBytes
  return tile && tile.length >= at + hashBytes ? tile.subarray(at, at + hashBytes) : undefined
}

/** Log and checkpoint disagree: the tiles, if they lead to the signed root, tell which event it is. */
const judge = async (
  checkpoint: Checkpoint,
  root: Buffer | undefined,
  log: LogFindings,
  tiles: TileFolder,
  problems: Problems,
): Promise<void> => {
  if (root?.equals(checkpoint.root)) return
  if (!root)
    problems.add({
      says: `the log ends at position ${log.events - 1}, the checkpoint covers ${checkpoint.size} events`,
      position: log.events,
      file: 'log/',
    })
  const trusted = await leadToRoot(checkpoint, tiles)
  if (log.differs && trusted) problems.add({ says: 'the event is not the one that was signed', ...log.differs })
  else if (root)
    problems.add({
      says: log.differs
        ? 'the events are not those that were signed, and the tiles are not either: the first that differs from its tile'
        : 'the events are not those that were signed',
      file: log.differs?.file ?? 'checkpoint',
      found: base64Of(root),
      expected: base64Of(checkpoint.root),
      ...(log.differs ? { position: log.differs.position } : {}),
    })
}

const leadToRoot = async (checkpoint: Checkpoint, tiles: TileFolder): Promise<boolean> => {
  try {
    const root = await proofsOf(checkpoint.size, async (tile) => tiles.read(tile) ?? Buffer.alloc(0)).root()
    return root.equals(checkpoint.root)
  } catch {
    return false
  }
}

const compareOlder = (older: Checkpoint, root: Buffer | undefined, events: number, problems: Problems): void => {
  if (!root) problems.add({ says: `the older checkpoint covers ${older.size} events, the log holds ${events}`, position: events })
  else if (!root.equals(older.root))
    problems.add({
      says: `the first ${older.size} events are not those of the older checkpoint`,
      found: base64Of(root),
      expected: base64Of(older.root),
    })
}
