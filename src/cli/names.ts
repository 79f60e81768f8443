/** Every command's name, and how they belong together. Names only: what is behind them stands in `registry.ts`. */
export const commandNames = [
  'demo',
  'ingest',
  'extract',
  'views',
  'view',
  'why',
  'events',
  'doubts',
  'documents',
  'documents list',
  'documents show',
  'documents withdraw',
  'documents restore',
  'correct retract',
  'correct amend',
  'correct add',
  'correct merge-people',
  'correct separate-people',
  'correct merge',
  'correct separate',
  'correct review',
  'correct undo',
  'correct redo',
  'reextract',
  'replay',
  'compare',
  'export',
  'import',
  'serve',
  'verify',
  'prove',
  'checkpoint',
  'audit',
  'new projection',
  'try',
  'doctor',
  'completions',
  'help',
] as const

export type CommandName = (typeof commandNames)[number]

export const isCommandName = (name: string): name is CommandName => (commandNames as readonly string[]).includes(name)

/** Which commands stand together in the list, in the order in which somebody meets them. */
export const groups = {
  begin: ['demo', 'ingest', 'extract', 'help'],
  read: ['views', 'view', 'why', 'events', 'documents', 'doubts'],
  correct: ['correct', 'reextract'],
  share: ['serve', 'export', 'import'],
  trust: ['verify', 'prove', 'checkpoint', 'audit'],
  develop: ['new projection', 'replay', 'compare', 'try', 'doctor', 'completions'],
} as const satisfies Record<string, readonly (CommandName | 'correct')[]>

/** Words that stand before a second word: `correct undo`. */
export const families = ['correct', 'documents', 'new'] as const

/** The commands of a family: `documents` → `documents list` … */
export const membersOf = (family: string): CommandName[] => commandNames.filter((name) => name.startsWith(`${family} `))
