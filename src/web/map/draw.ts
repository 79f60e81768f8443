import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import countriesUrl from 'world-atlas/countries-50m.json?url'
import landUrl from 'world-atlas/land-110m.json?url'
import { words } from '../words.ts'
import { capitals } from './capitals.ts'

const size = { width: 960, height: 480 }

/**
 * Land, capitals as dots, links between them. Borders are drawn only when asked for, with their edition named: they
 * are contested, and none is ours. No country is ever derived from a shape.
 */
export const drawMap = async (figure: HTMLElement, withBorders: boolean): Promise<HTMLElement> => {
  const box = document.createElement('div')
  box.dataset.drawn = ''
  const projection = geoNaturalEarth1().fitSize([size.width, size.height], { type: 'Sphere' })
  const path = geoPath(projection)
  const svg = shape('svg', { viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': words.map.label })
  const land = await json(landUrl)
  svg.append(shape('path', { class: 'land', d: path(feature(land, land.objects.land)) ?? '' }))
  if (withBorders) {
    const countries = await json(countriesUrl)
    svg.append(
      shape('path', { class: 'border', d: path(mesh(countries, countries.objects.countries, (a: unknown, b: unknown) => a !== b)) ?? '' }),
    )
  }
  for (const { from, to, weight } of linksOf(figure)) {
    const ends = [capitals.get(from), capitals.get(to)]
    if (!ends[0] || !ends[1]) continue
    const line = path({ type: 'LineString', coordinates: [[...ends[0]], [...ends[1]]] })
    svg.append(shape('path', { class: 'line', d: line ?? '', 'stroke-width': String(0.6 + Math.log2(weight + 1) * 0.7) }))
  }
  const weights = weightsOf(figure)
  for (const [code, weight] of weights) {
    const place = capitals.get(code)
    const at = place && projection([...place])
    if (!at) continue
    svg.append(shape('circle', { class: 'dot', cx: String(at[0]), cy: String(at[1]), r: String(2 + Math.log2(weight + 1)) }))
    if (weights.length < 40) {
      const label = shape('text', { class: 'label', x: String(at[0] + 6), y: String(at[1] + 4) })
      label.textContent = code
      svg.append(label)
    }
  }
  box.append(svg, borderSwitch(figure, box, withBorders))
  return box
}

const borderSwitch = (figure: HTMLElement, box: HTMLElement, on: boolean): HTMLElement => {
  const label = document.createElement('label')
  const control = Object.assign(document.createElement('input'), { type: 'checkbox', checked: on })
  control.addEventListener('change', () => {
    void drawMap(figure, control.checked).then((next) => box.replaceWith(next))
  })
  label.append(control, ` ${words.map.borders}`)
  return label
}

/** `{ "KZ": 3 }` with a home, or `{ "KZ-VN": 12 }` for pairs. */
const linksOf = ({ dataset }: HTMLElement): { from: string; to: string; weight: number }[] =>
  Object.entries(JSON.parse(dataset.places ?? '{}') as Record<string, number>).map(([key, weight]) => {
    const [from = '', to = ''] = dataset.map === 'pairs' ? key.split('-') : [dataset.map ?? '', key]
    return { from, to, weight }
  })

const weightsOf = (figure: HTMLElement): [string, number][] => {
  const weights = new Map<string, number>()
  for (const { from, to, weight } of linksOf(figure)) for (const code of [from, to]) weights.set(code, (weights.get(code) ?? 0) + weight)
  return [...weights]
}

// biome-ignore lint/suspicious/noExplicitAny: the shapes of TopoJSON are read by its own library
const json = async (url: string): Promise<any> => (await fetch(url)).json()

const shape = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
