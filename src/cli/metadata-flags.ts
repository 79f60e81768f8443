import type { FlagSpecs, FlagsOf } from './spec.ts'
import { Usage } from './usage.ts'
import type { Words } from './words/words.ts'

/** What people say about documents whose text does not say it. The same for every command that reads documents. */
export const metadataFlags = {
  published: { takes: 'DATE' },
  publisher: { takes: 'NAME' },
  uri: { takes: 'URI' },
  title: { takes: 'TEXT' },
  field: { takes: 'PART=NAME', many: true },
} as const satisfies FlagSpecs

type MetadataFlags = FlagsOf<typeof metadataFlags>

const parts = ['id', 'text', 'title', 'published', 'publisher', 'uri']

/** Metadata and the names under which records keep their parts, as readers take them. Throws `Usage`. */
export const statedBy = ({ published, publisher, uri, title, field }: MetadataFlags, command: string, words: Words) => ({
  metadata: {
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
    ...(uri ? { uri } : {}),
    ...(title ? { title } : {}),
  },
  ...(field?.length ? { fields: Object.fromEntries(field.map((each) => mappingOf(each, command, words))) } : {}),
})

const mappingOf = (text: string, command: string, { usage }: Words): [string, string] => {
  const [, part = '', name = ''] = /^([a-z]+)=(.+)$/.exec(text) ?? []
  if (parts.includes(part)) return [part, name]
  throw new Usage('invalid-value', {
    attempted: usage.run(command),
    found: usage.value('--field', text),
    expected: usage.oneOf(parts.map((each) => `${each}=NAME`).join(', ')),
  })
}
