import { z } from 'zod'
import type { RecordedEvent } from '../../kernel/envelope.ts'
import { vocabulary } from '../../ledger.ts'
import type { Reading } from '../frame/reading.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { isRecord } from '../html/shapes.ts'
import { labelOf, termOf } from '../html/value.ts'

interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly identity?: string
  readonly pattern?: string
  readonly maxLength?: number
}

/**
 * What a claim says as fields that a person can change, made from the schema of its kind: words of the vocabulary to
 * choose from, dates and names to type, people one by one. Ids stay as they are. Only what changes is sent.
 */
export const amendForm = (reading: Reading, event: RecordedEvent, data: unknown): Html => {
  const schema = schemaOf(event.type)
  if (!schema?.properties || !isRecord(data)) return nothing
  const fields = Object.entries(schema.properties).filter(([, field]) => !field.identity)
  return html`<div class="amend">${fields.map(([name, field]) => fieldOf(reading, `${event.position}`, name, field, data[name], schema.required?.includes(name) ?? false))}</div>`
}

const schemas = new Map<string, Schema | null>()

const schemaOf = (type: string): Schema | null => {
  const known = schemas.get(type)
  if (known !== undefined) return known
  const definition = vocabulary.get(type)
  const schema = definition
    ? (z.toJSONSchema(definition.schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema)
    : null
  schemas.set(type, schema)
  return schema
}

const fieldOf = (reading: Reading, scope: string, name: string, schema: Schema, value: unknown, required: boolean): Html => {
  const label = labelOf(name, reading)
  if (schema.type === 'array' && schema.items?.properties)
    return html`<fieldset data-list="${name}"><legend>${label}</legend>${[...(Array.isArray(value) ? value : []), {}].map((item) => itemOf(reading, schema.items as Schema, item))}</fieldset>`
  if (schema.type === 'array') {
    const said = Array.isArray(value) ? value.join(', ') : ''
    return html`<label>${label} <input data-field="${name}" data-kind="list" value="${said}"${attributes({ required, 'data-was': said })}></label>`
  }
  return html`<label for="${scope}-${name}">${label}</label>${control(reading, schema, value, { id: `${scope}-${name}`, 'data-field': name, required })}`
}

/** Somebody of a list: the words of the document, role and country; an empty one may be filled in. */
const itemOf = (reading: Reading, { properties = {} }: Schema, item: unknown): Html => {
  const fields = isRecord(item) ? item : {}
  return html`<div class="item" data-item="${JSON.stringify(fields)}">${Object.entries(properties)
    .filter(([name]) => name !== 'id' && name !== 'number')
    .map(([name, schema]) =>
      control(reading, schema, fields[name], {
        'data-part': name,
        'aria-label': labelOf(name, reading),
        placeholder: labelOf(name, reading),
      }),
    )}</div>`
}

const control = (reading: Reading, schema: Schema, value: unknown, more: Readonly<Record<string, string | boolean>>): Html => {
  const plain = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
  const said = value === null || value === undefined ? '' : String(value)
  const common = attributes({
    ...more,
    'data-was': said,
    'data-kind': plain.type === 'integer' || plain.type === 'number' ? 'number' : 'text',
  })
  if (plain.enum)
    return html`<select${common}><option value="">${reading.words.dates.unknown}</option>${plain.enum.map((option) => html`<option value="${option}"${attributes({ selected: option === said })}>${termOf(option, reading) ?? option}</option>`)}</select>`
  return html`<input${common}${attributes({ value: said, maxlength: plain.maxLength ?? 1_000, inputmode: plain.type === 'integer' ? 'numeric' : undefined, autocomplete: 'off' })}>`
}
