import { z } from 'zod'
import type { RecordedEvent } from '../kernel/envelope.ts'

/**
 * An event of the log as a CloudEvent 1.0 in structured mode. `data` is the event's data; the rest of the envelope
 * stands in extension attributes, whose names may hold only lower-case letters and digits: `schemaversion` is
 * `version`, `evidence` and `doubt` are JSON in a string, because an attribute holds no list. Nothing is lost.
 */
export const cloudEventOf = (event: RecordedEvent, source: string): Record<string, unknown> => ({
  specversion: '1.0',
  id: event.id,
  source,
  type: `${typePrefix}${event.type}`,
  subject: event.stream,
  time: event.recorded,
  datacontenttype: 'application/json',
  position: event.position,
  revision: event.revision,
  schemaversion: event.version,
  by: event.by,
  rule: event.rule,
  cause: event.cause,
  attribution: event.attribution,
  doubt: event.doubt?.length ? JSON.stringify(event.doubt) : undefined,
  more: event.more,
  evidence: event.evidence?.length ? JSON.stringify(event.evidence) : undefined,
  data: event.data,
})

const typePrefix = 'chancery.'

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('not JSON')
    return z.NEVER
  }
})

/** The event that a CloudEvent was made from. */
export const recordedEventOf = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: z.string(),
    type: z.templateLiteral([typePrefix, z.string()]),
    subject: z.string(),
    time: z.string(),
    position: z.int(),
    revision: z.int(),
    schemaversion: z.int(),
    by: z.string(),
    doubt: json.optional(),
    evidence: json.optional(),
    more: z.literal(true).optional(),
    data: z.unknown(),
  })
  .transform(
    ({ id, type, subject, time, position, revision, schemaversion, by, rule, cause, attribution, doubt, more, evidence, data }) => ({
      ...{ id, type: type.slice(typePrefix.length), stream: subject, recorded: time, position, revision, version: schemaversion, by },
      ...{ rule, cause, attribution, doubt, more, evidence, data },
    }),
  )
