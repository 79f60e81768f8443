import { z } from 'zod'
import { FigureReported } from '../events/index.ts'
import { CountQualifier } from '../events/values/engagement.ts'
import { type DataOf, defineProjection } from '../src/kernel/projection.ts'
import { pairsAmong } from './folding/countries.ts'
import { mostExact, mostReported, nothing, Reported, report } from './folding/reported.ts'
import { addSource, Sources } from './folding/sources.ts'

const Figure = z.object({
  measure: z.string(),
  /** EDTF: the time that the figure is about. */
  when: z.string().nullable(),
  value: z.number(),
  unit: z.string(),
  qualifier: CountQualifier,
  sources: Sources,
  periods: Reported,
  /** What documents say, side by side: `20400000 USD, exact`. */
  values: Reported,
})

export const tradeFigures = defineProjection({
  name: 'trade-figures',
  version: 1,
  says: 'What documents say of trade, investment and people between two countries, year by year; figures that differ stand side by side.',
  keyed: 'country pair, codes sorted: KZ-VN; the code alone for figures of one country',
  row: z.object({ figures: z.record(z.string(), Figure).default({}) }),
  events: { FigureReported },
  heeds: ['figure'],
  key: {
    FigureReported: ({ data }) => {
      if (data.scope !== 'interstate') return null
      return data.countries.length === 1 ? data.countries : pairsAmong(data.countries)
    },
  },
  on: {
    FigureReported(row, { data, source, derived }) {
      const said = `${data.value} ${data.unit}, ${data.qualifier}`
      row.figures[data.figure] ??= newFigure(data)
      const figure = row.figures[data.figure] as z.output<typeof Figure>
      addSource(figure.sources, source)
      report(figure, 'periods', data.period, source)
      report(figure, 'values', said, source)
      figure.when = mostExact(figure.periods) ?? derived?.period?.when ?? null
      // The value to show can only change to one that has just been reported again.
      if (said !== exactFirst(figure.values)) return
      figure.value = data.value
      figure.unit = data.unit
      figure.qualifier = data.qualifier
    },
  },
})

const newFigure = ({ measure, value, unit, qualifier }: DataOf<typeof FigureReported>): z.output<typeof Figure> => ({
  measure,
  when: null,
  value,
  unit,
  qualifier,
  sources: [],
  periods: nothing,
  values: nothing,
})

/** The reading rule: exact before at-least, about and indefinite, then more independent sources, then the smallest. */
const exactFirst = (values: Reported): string | null => {
  for (const qualifier of CountQualifier.options) {
    const said = mostReported(Object.fromEntries(Object.entries(values).filter(([value]) => value.endsWith(`, ${qualifier}`))))
    if (said !== null) return said
  }
  return null
}
