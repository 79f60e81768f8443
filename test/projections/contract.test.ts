import { views } from '../../projections/index.ts'
import { projectionContract } from '../contracts/projections.ts'

for (const view of views) projectionContract(view)
