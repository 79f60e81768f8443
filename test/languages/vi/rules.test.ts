import { vietnamese } from '../../../src/languages/vi/index.ts'
import { languageSuite } from '../../contracts/language.ts'
import { tables } from './tables.ts'

languageSuite(vietnamese, tables)
