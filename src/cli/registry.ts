import type { Command } from './command.ts'
import type { CommandName } from './names.ts'

/**
 * Every command, by its name; the file behind it is loaded when it is called. What a command is for stands in
 * `words/`, under the same name: a command is one file in `commands/`, one line here, and its words.
 */
export const registry: Readonly<Record<CommandName, () => Promise<Command>>> = {
  demo: () => import('./commands/demo.ts').then(({ demo }) => demo),
  ingest: () => import('./commands/ingest.ts').then(({ ingest }) => ingest),
  extract: () => import('./commands/extract.ts').then(({ extract }) => extract),
  views: () => import('./commands/views.ts').then(({ views }) => views),
  view: () => import('./commands/view.ts').then(({ view }) => view),
  why: () => import('./commands/why.ts').then(({ why }) => why),
  events: () => import('./commands/events.ts').then(({ events }) => events),
  doubts: () => import('./commands/doubts.ts').then(({ doubts }) => doubts),
  documents: () => import('./commands/documents/list.ts').then(({ list }) => list),
  'documents list': () => import('./commands/documents/list.ts').then(({ list }) => list),
  'documents show': () => import('./commands/documents/show.ts').then(({ show }) => show),
  'documents withdraw': () => import('./commands/documents/withdraw.ts').then(({ withdraw }) => withdraw),
  'documents restore': () => import('./commands/documents/restore.ts').then(({ restore }) => restore),
  'correct retract': () => import('./commands/correct/retract.ts').then(({ retract }) => retract),
  'correct amend': () => import('./commands/correct/amend.ts').then(({ amend }) => amend),
  'correct add': () => import('./commands/correct/add.ts').then(({ add }) => add),
  'correct merge-people': () => import('./commands/correct/merge-people.ts').then(({ mergePeople }) => mergePeople),
  'correct separate-people': () => import('./commands/correct/separate-people.ts').then(({ separatePeople }) => separatePeople),
  'correct merge': () => import('./commands/correct/merge.ts').then(({ merge }) => merge),
  'correct separate': () => import('./commands/correct/separate.ts').then(({ separate }) => separate),
  'correct review': () => import('./commands/correct/review.ts').then(({ review }) => review),
  'correct undo': () => import('./commands/correct/undo.ts').then(({ undo }) => undo),
  'correct redo': () => import('./commands/correct/redo.ts').then(({ redo }) => redo),
  reextract: () => import('./commands/reextract.ts').then(({ reextract }) => reextract),
  replay: () => import('./commands/replay.ts').then(({ replay }) => replay),
  compare: () => import('./commands/compare.ts').then(({ compare }) => compare),
  export: () => import('./commands/export.ts').then(({ exportLedger }) => exportLedger),
  import: () => import('./commands/import.ts').then(({ importLedger }) => importLedger),
  serve: () => import('./commands/serve.ts').then(({ serve }) => serve),
  verify: () => import('./commands/verify.ts').then(({ verify }) => verify),
  prove: () => import('./commands/prove.ts').then(({ prove }) => prove),
  checkpoint: () => import('./commands/checkpoint.ts').then(({ checkpoint }) => checkpoint),
  audit: () => import('./commands/audit.ts').then(({ audit }) => audit),
  'new projection': () => import('./commands/new-projection.ts').then(({ newProjection }) => newProjection),
  try: () => import('./commands/try.ts').then(({ tryPattern }) => tryPattern),
  doctor: () => import('./commands/doctor.ts').then(({ doctor }) => doctor),
  completions: () => import('./commands/completions.ts').then(({ completions }) => completions),
  help: () => import('./commands/help.ts').then(({ help }) => help),
}
