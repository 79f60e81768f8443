// The import rules of the house (.dependency-cruiser.cjs). Fails on a wrong arrow, and when it saw no modules:
// a check that looked at nothing must not be green.
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import rules from '../../.dependency-cruiser.cjs'

const { output } = await cruise(
  ['src', 'events', 'projections'],
  { ruleSet: { forbidden: rules.forbidden }, validate: true, ...rules.options },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
)
const { summary, modules } = output
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
const ours = modules.filter(({ source }) => /^(src|events|projections)\//.test(source)).length
console.log(`${ours} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} wrong`)
process.exitCode = ours === 0 || summary.violations.length > 0 ? 1 : 0
