/** The house of the design: who may import whom. `npm run imports` fails on a wrong arrow, and when it saw no modules. */
const room = (name) =>
  ['events', 'projections'].includes(name) ? `^${name}/` : name === 'ledger' ? '^src/(ledger|preparing)[^/]*\\.ts$' : `^src/${name}/`
const may = {
  kernel: [],
  events: ['kernel'],
  documents: ['kernel'],
  store: ['kernel'],
  languages: ['kernel', 'events'],
  projections: ['kernel', 'events'],
  extraction: ['kernel', 'events'],
  identity: ['kernel', 'events'],
  recording: ['kernel', 'events', 'documents', 'store'],
  replay: ['kernel', 'store'],
  transparency: ['kernel', 'store'],
  audit: ['kernel', 'events', 'documents', 'store', 'replay', 'transparency'],
  intake: ['kernel', 'events', 'documents', 'extraction', 'identity', 'recording', 'store', 'replay'],
  exports: ['kernel', 'events', 'store', 'replay'],
  ledger: [
    'kernel',
    'events',
    'documents',
    'store',
    'languages',
    'projections',
    'extraction',
    'identity',
    'recording',
    'replay',
    'transparency',
    'audit',
    'intake',
    'exports',
  ],
  cli: ['kernel', 'ledger', 'http'], // http: the serve command starts it, loaded on use
  http: ['kernel', 'ledger'],
  web: ['kernel'],
}
const packages = {
  kernel: ['zod', 'immer', 'edtf', 'uuid'],
}
module.exports = {
  forbidden: [
    ...Object.entries(may).map(([name, allowed]) => ({
      name: `${name} imports only ${['itself', ...allowed].join(', ')}`,
      severity: 'error',
      from: { path: room(name) },
      to: { path: '^(src|events|projections)/', pathNot: [name, ...allowed].map(room) },
    })),
    {
      name: 'what knows diplomacy does no I/O',
      severity: 'error',
      from: { path: ['kernel', 'events', 'languages', 'projections', 'extraction', 'identity'].map(room) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the kernel needs four packages',
      severity: 'error',
      from: { path: room('kernel') },
      to: { path: 'node_modules', pathNot: packages.kernel.map((name) => `node_modules/${name}/`) },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'sources do not import tests',
      severity: 'error',
      from: { path: '^(src|events|projections)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    exclude: { path: '^dist/' },
  },
}
