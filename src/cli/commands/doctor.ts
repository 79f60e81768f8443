import { constants } from 'node:fs'
import { access, readdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Fault } from '../../kernel/fault.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { printList } from '../formats/list.ts'
import { loadProjections } from '../projections/load.ts'

export const doctor = defineCommand({
  name: 'doctor',
  flags: {},
  examples: ['chancery doctor', 'chancery doctor --ledger ./ledger'],
  async run(context) {
    const { out, words, settings, paint } = context
    const remarks: Remark[] = []
    for (const look of [nodeVersion, folder, log, projections, packages]) remarks.push(...(await look(context)))
    const states = { fine: paint.good(words.doctor.ok), note: words.doctor.note, trouble: paint.bad(words.doctor.trouble) }
    await printList(context, remarks, {
      columns: [
        { key: 'state', head: '', text: ({ state }) => states[state] },
        { key: 'about', head: words.doctor.about, text: ({ about }) => about },
        { key: 'says', head: words.doctor.says, text: ({ says }) => says },
        ...(remarks.some(({ cure }) => cure) ? [{ key: 'cure', head: words.doctor.cure, text: ({ cure }: Remark) => cure ?? '' }] : []),
      ],
    })
    const isIll = remarks.some(({ state }) => state === 'trouble')
    if (!isIll && !settings.json) out.say(words.doctor.fine)
    return isIll ? 1 : 0
  },
})

interface Remark {
  readonly state: 'fine' | 'note' | 'trouble'
  readonly about: string
  readonly says: string
  readonly cure?: string
}

const nodeVersion = async ({ words }: Context): Promise<Remark[]> => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isOld = major < 20 || (major === 20 && minor < 19)
  return [
    { state: isOld ? 'trouble' : 'fine', about: 'Node', says: process.versions.node, ...(isOld ? { cure: words.doctor.newerNode } : {}) },
  ]
}

/** What the folder looks like, before anything is opened. */
const folder = async ({ settings, words }: Context): Promise<Remark[]> => {
  const about = settings.ledger
  const entries = await readdir(settings.location).catch((error: NodeJS.ErrnoException) => error.code ?? 'unreadable')
  if (entries === 'ENOENT') return [{ state: 'note', about, says: words.doctor.noFolder, cure: 'chancery ingest <path>' }]
  if (typeof entries === 'string')
    return [{ state: 'trouble', about, says: words.doctor.unreadable(entries), cure: words.doctor.permissions }]
  if (entries.length > 0 && !entries.includes('log'))
    return [{ state: 'trouble', about, says: words.doctor.notALedger, cure: words.doctor.anotherFolder }]
  const strange = entries.filter((name) => !known.test(name))
  const writable = await access(settings.location, constants.W_OK).then(
    () => true,
    () => false,
  )
  return [
    { state: 'fine', about, says: words.doctor.isALedger },
    ...(strange.length ? [{ state: 'note' as const, about, says: words.doctor.strange(strange.join(', ')) }] : []),
    ...(writable ? [] : [{ state: 'note' as const, about, says: words.doctor.readOnly, cure: words.doctor.permissions }]),
  ]
}
const known = /^(log|documents|tile|checkpoint.*|views|views\.json|v?keys?.*|lock.*|index.*|\..*)$/

/** Opens the ledger for reading, and every view: what fails says so itself. */
const log = async (context: Context): Promise<Remark[]> => {
  const { settings, words } = context
  if (!(await stat(join(settings.location, 'log')).catch(() => null))) return []
  const about = words.doctor.log
  try {
    const ledger = await context.ledger()
    const tip = await ledger.tip()
    const found: Remark[] = [
      { state: 'fine', about, says: words.doctor.events(tip + 1) },
      ...ledger.findings.map(({ says }): Remark => ({ state: 'note', about, says })),
    ]
    const views = await ledger.views()
    for (const view of views.all)
      found.push(
        view.trouble
          ? {
              state: 'trouble',
              about: view.name,
              says: view.trouble.facts.found,
              cure: view.trouble.facts.cure ?? `chancery replay ${view.name}`,
            }
          : { state: 'fine', about: view.name, says: words.view.rows(view.size) },
      )
    return found
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { attempted, found, cure } = error.facts
    return [{ state: 'trouble', about, says: `${attempted}: ${found}`, ...(cure ? { cure } : {}) }]
  }
}

const projections = async ({ settings, words }: Context): Promise<Remark[]> => {
  const { projections: sound, broken } = await loadProjections(settings.projections)
  return [
    ...sound.map(({ projection }): Remark => ({ state: 'fine', about: projection.name, says: words.doctor.ownView })),
    ...broken.map(({ file, why }): Remark => ({ state: 'trouble', about: file, says: why })),
  ]
}

/** Packages that only some inputs and outputs need. */
const packages = async ({ words }: Context): Promise<Remark[]> => {
  const require = createRequire(import.meta.url)
  const isThere = (name: string): boolean => {
    try {
      return Boolean(require.resolve(name))
    } catch (error) {
      // A package that exports nothing for `require` is there all the same.
      return (error as NodeJS.ErrnoException).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
    }
  }
  const missing = (await optionalPackages()).filter((name) => !isThere(name))
  return missing.length === 0
    ? [{ state: 'fine', about: words.doctor.packages, says: words.doctor.allThere }]
    : [
        {
          state: 'note',
          about: words.doctor.packages,
          says: words.doctor.missing(missing.join(', ')),
          cure: `npm install ${missing.join(' ')}`,
        },
      ]
}

const optionalPackages = async (): Promise<string[]> => {
  for (const up of ['../../..', '../../../..']) {
    const text = await readFile(new URL(`${up}/package.json`, import.meta.url), 'utf8').catch(() => null)
    if (text) return Object.keys(JSON.parse(text).optionalDependencies ?? {})
  }
  return []
}
