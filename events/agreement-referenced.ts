import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { AgreementId, AgreementRole, CountQualifier, Instrument, Narrative, Scope, VisitId } from './values/engagement.ts'
import { When } from './values/when.ts'

export const AgreementReferenced = defineEvent({
  type: 'AgreementReferenced',
  says: 'The document mentions an instrument that is in force, negotiated or merely spoken of.',
  data: z.strictObject({
    agreement: AgreementId,
    visit: VisitId.optional(),
    /** As written; absent when instruments are only counted. */
    title: z.string().max(1_000).optional(),
    instrument: Instrument,
    /** How many instruments this stands for; null for “several”. */
    count: z.int().min(1).max(10_000).nullable(),
    countQualifier: CountQualifier,
    parties: z.array(Country).max(300),
    date: When.optional(),
    role: AgreementRole.optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    agreement: '0123456789ab/a@1855',
    title: 'Hiệp định thương mại tự do giữa Việt Nam và Liên minh Kinh tế Á – Âu',
    instrument: 'agreement',
    count: 1,
    countQualifier: 'exact',
    parties: ['EAEU', 'VN'],
    narrative: 'news',
    scope: 'interstate',
  },
})
