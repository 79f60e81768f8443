import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Why } from '../../ledger.ts'
import type { Context } from '../context.ts'
import type { SourceSummary } from '../documents.ts'
import { inWords } from '../rows/cells.ts'
import { dataInWords } from '../rows/data.ts'
import { mark, markedQuote } from '../text/quote.ts'
import { visible } from '../text/visible.ts'
import { decisionsInWords } from './decisions.ts'

type WhyEvent = Why['events'][number]

/**
 * A value with everything behind it: the events that set or confirmed it, each with its quote, marked in its sentence,
 * where it stands, who recorded it and when, the decisions that it rests on, and what corrected it.
 */
export const treeInWords = (context: Context, why: Why, documents: ReadonlyMap<string, SourceSummary>, limit: number): string => {
  const { words, paint } = context
  const { value, view, version, key, path, position, events, earlier, silent } = why
  const shown = events.slice(0, limit)
  const left = events.length - shown.length + earlier
  const place = path ? ` ${visible(path.slice(1))}` : ''
  const known = new Set<number>()
  const head = `${paint.bold(path === '' ? visible(key) : inWords(value, words, 'line'))}  ←  ${view} ${visible(key)}${place}  ${paint.dim(words.why.version(version, position))}`
  const lines = [head]
  if (events.length === 0) lines.push(`└ ${words.why.nothing}`)
  shown.forEach((event, i) => {
    const last = i === shown.length - 1 && left === 0
    const [first = '', ...rest] = eventInWords(context, event, documents.get(event.document.stream), known)
    lines.push(`${last ? '└' : '├'} ${first}`, ...rest.map((line) => `${last ? ' ' : '│'}   ${line}`))
  })
  if (left > 0) lines.push(`└ ${words.why.more(left, events.length)}`)
  if (silent > 0 && path !== '') lines.push(paint.dim(words.why.silent(silent)))
  return lines.join('\n')
}

const eventInWords = (context: Context, told: WhyEvent, document: SourceSummary | undefined, known: Set<number>): string[] => {
  const { words, paint } = context
  const { event, effect, alone, identity, corrections, corrected, proof } = told
  const says = effect === 'differs' || effect === 'confirmed' ? `: ${inWords(alone, words)}` : ''
  return [
    `${words.why.effects[effect]} ${paint.bold(event.type)}${effect === 'differs' ? says : ''}  ${paint.dim(`#${event.position}`)}`,
    ...quoted(context, told),
    `${dataInWords(corrected ?? event.data, words)}${corrected === undefined ? '' : paint.dim(` (${words.why.asCorrected})`)}`,
    `${words.why.document} ${documentInWords(told, document, words)}`,
    `${[
      ...(event.rule ? [`${words.why.rule} ${visible(event.rule)}`] : []),
      `${words.why.by} ${visible(event.by)}`,
      `${words.why.recorded} ${event.recorded.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}`,
    ].join(' · ')}`,
    `${words.why.stream} ${shortened(event.stream)} · ${words.why.revision} ${event.revision} · ${words.why.position} ${event.position}`,
    ...(event.attribution ? [`${words.why.attribution} ${visible(event.attribution)}`] : []),
    ...(event.doubt?.length ? [`${words.why.doubt} ${event.doubt.map((code) => words.findings[code] ?? code).join(' · ')}`] : []),
    ...restsOn(identity, words, known),
    ...corrections.map((correction) => `${words.why.corrections} ${correctionInWords(correction, words)}`),
    ...proofInWords(proof, words),
  ]
}

/** Whether the event is under the log's signature. */
const proofInWords = (proof: unknown, { why }: Context['words']): string[] => {
  if (typeof proof !== 'object' || proof === null || !('signed' in proof)) return []
  const { signed, size } = proof as { signed: boolean; size: number }
  return [`${why.proof} ${signed ? why.proven(size) : why.unproven}`]
}

/** A decision is told in full where it first matters; after that its position says enough. */
const restsOn = (identity: WhyEvent['identity'], words: Context['words'], known: Set<number>): string[] => {
  const again = identity.filter(({ event }) => known.has(event.position)).map(({ event }) => `#${event.position}`)
  const fresh = identity.filter(({ event }) => !known.has(event.position))
  for (const { event } of fresh) known.add(event.position)
  return [
    ...decisionsInWords(fresh, words),
    ...(again.length ? [`${words.why.decisions} ${again.join(' ')} (${words.why.toldAbove})`] : []),
  ]
}

/** Each stretch once: the quotes of several fields often are one and the same. */
const quoted = ({ paint, words }: Context, { quotes, document }: WhyEvent): string[] => {
  const distinct = quotes.filter(({ start, end }, i) => quotes.findIndex((other) => other.start === start && other.end === end) === i)
  const lines = distinct.map((quote) => {
    const { sentence, start, end } = quote
    const text = sentence
      ? markedQuote(sentence.text, { start: start - sentence.start, end: end - sentence.start }, paint, 80)
      : mark(visible(quote.quote), paint)
    return `[${start}–${end}] ${text}`
  })
  const state = document.text === 'there' || document.text === 'none' ? [] : [paint.bad(words.why.texts[document.text])]
  return [...lines, ...state]
}

const documentInWords = (
  { document: { sha256, stream, source } }: WhyEvent,
  document: SourceSummary | undefined,
  words: Context['words'],
): string =>
  [
    sha256?.slice(0, 12) ?? stream,
    ...(document ? [visible(document.name)] : []),
    ...(document?.publisher ? [visible(document.publisher)] : []),
    ...(document?.published ? [`${words.why.published} ${inWords(document.published, words, 'line')}`] : []),
    ...(source === stream ? [] : [`${words.why.source} ${shortened(source)}`]),
  ].join(' · ')

const correctionInWords = ({ event, inForce }: { event: RecordedEvent; inForce: boolean }, words: Context['words']): string => {
  const { because } = event.data as { because?: string }
  return `${event.type} #${event.position} · ${words.why.by} ${visible(event.by)}${because ? ` · “${visible(because)}”` : ''}${inForce ? '' : ` · ${words.why.takenBack}`}`
}

const shortened = (stream: string): string => stream.replace(/^(document\/[0-9a-f]{12})[0-9a-f]{52}$/, '$1…')
