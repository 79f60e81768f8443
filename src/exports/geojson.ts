import { engagementRows } from './engagement-row.ts'
import type { ViewExport } from './export.ts'
import { tableRows } from './tables.ts'

/**
 * Visits on a map (RFC 7946), one feature each. The point is the seat of government of the host country, a stand-in to
 * about ten kilometres: what documents write of places is in `places`, unresolved. A host without a point (an
 * organisation, a state that is no more) has a null geometry, and so has a row without a host.
 */
export const geoJson: ViewExport = {
  name: 'geojson',
  says: 'visits on a map, at the capital of the host country',
  mediaType: 'application/geo+json',
  ending: 'geojson',
  async *write(view) {
    const capitals = new Map((await tableRows('capitals.tsv')).map((row) => [row.country, row]))
    yield '{"type":"FeatureCollection","features":['
    let isFirst = true
    for (const { key, host, ...row } of engagementRows(view)) {
      const capital = host === null ? undefined : capitals.get(host)
      const geometry = capital ? { type: 'Point', coordinates: [Number(capital.longitude), Number(capital.latitude)] } : null
      const properties = { view: view.name, host, at: capital ? `${capital.capital} (seat of government)` : null, ...row }
      yield `${isFirst ? '' : ','}\n${JSON.stringify({ type: 'Feature', id: key, geometry, properties })}`
      isFirst = false
    }
    yield '\n]}\n'
  },
}
