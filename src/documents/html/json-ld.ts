import type { DomDocument } from './dom.ts'

/** What linked data in a page says about its article. */
export interface LinkedArticle {
  readonly headline?: string
  readonly published?: string
  readonly publisher?: string
  readonly url?: string
}

const articleTypes = /^(https?:\/\/schema\.org\/)?(\w*Article|BlogPosting|Report|Report\w+|WebPage)$/

/** Reads `application/ld+json` blocks as data; broken ones, and what is no article, are passed over. An article beats a page. */
export const linkedArticle = (document: DomDocument): LinkedArticle => {
  const found: { type: string; article: LinkedArticle }[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? ''
    if (text.length > 1_000_000) continue
    for (const node of nodesIn(parsed(text), 0)) {
      const type = [node['@type']].flat().find((name): name is string => typeof name === 'string' && articleTypes.test(name))
      if (type) found.push({ type, article: articleOf(node) })
    }
  }
  const best = found.find(({ type }) => !type.endsWith('WebPage')) ?? found[0]
  return best?.article ?? {}
}

type Node = Readonly<Record<string, unknown>>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/[\u0000-\u001f]+/g, ' '))
  } catch {
    return null
  }
}

function* nodesIn(value: unknown, depth: number): Generator<Node> {
  if (depth > 4 || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const member of value) yield* nodesIn(member, depth + 1)
  else {
    yield value as Node
    yield* nodesIn((value as Node)['@graph'], depth + 1)
  }
}

const articleOf = (node: Node): LinkedArticle => {
  const publisher = named(node.publisher) ?? named(node.sourceOrganization)
  const url = textOf(node.url) ?? textOf(node.mainEntityOfPage) ?? textOf((node.mainEntityOfPage as Node | undefined)?.['@id'])
  const headline = textOf(node.headline)
  const published = textOf(node.datePublished) ?? textOf(node.dateCreated)
  return {
    ...(headline ? { headline } : {}),
    ...(published ? { published } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url ? { url } : {}),
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)

const named = (value: unknown): string | undefined => {
  const [first] = [value].flat()
  return textOf(first) ?? textOf((first as Node | undefined | null)?.name)
}
