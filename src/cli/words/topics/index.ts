import { analyst } from './analyst.ts'
import { auditor } from './auditor.ts'
import { corrections } from './corrections.ts'
import { dates } from './dates.ts'
import { developer } from './developer.ts'
import { output } from './output.ts'
import { patterns } from './patterns.ts'

/** The pages of `chancery help <topic>`, each in every language. */
export const topics = { analyst, developer, auditor, dates, output, corrections, patterns } as const
