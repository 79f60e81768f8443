import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/values.css'
import './styles/tables.css'
import './styles/evidence.css'
import './styles/review.css'
import './styles/script.css'
import './styles/adapt.css'
import { startAsOf } from './as-of.ts'
import { drawCharts } from './charts/draw.ts'
import { startCite } from './cite.ts'
import { startKeys } from './keys.ts'
import { startLive } from './live/live.ts'
import { offerMaps } from './map/offer.ts'
import { startRest, startReturning } from './rest.ts'
import { startSave } from './save.ts'
import { startSpans } from './spans.ts'
import { startThemeToggle } from './theme-toggle.ts'
import { startWhy } from './why/sheet.ts'

/** What is in a part of the page and wants a script: charts, maps, proofs, corrections. */
const enhance = (root: ParentNode): void => {
  for (const control of root.querySelectorAll<HTMLElement>('.needs-script')) control.hidden = false
  startRest()
  drawCharts(root)
  offerMaps(root)
  if (root.querySelector('.proof[data-position]')) void import('./proof/offer.ts').then(({ offerProofs }) => offerProofs(root))
  if (root.querySelector('[data-correct]')) void import('./correct/offer.tsx').then(({ offerCorrections }) => offerCorrections(root))
}

enhance(document)
startThemeToggle()
startCite()
startSave()
startAsOf()
startReturning()
startSpans()
startKeys()
startWhy(enhance)
startLive(enhance)

const review = document.querySelector<HTMLElement>('[data-review]')
if (review) void import('./review/review.ts').then(({ startReview }) => startReview(review))
if (document.querySelector('form[data-pair]')) void import('./review/pair.ts').then(({ startPair }) => startPair())
