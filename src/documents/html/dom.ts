/** As much of the DOM as reading needs; the parser's own types would bring the whole browser in. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly parentNode: DomNode | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
}

export interface DomElement extends DomNode {
  readonly tagName: string
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>
  remove(): void
}

export interface DomDocument {
  readonly documentElement: DomElement | null
  readonly body: DomElement | null
  readonly firstChild: DomNode | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1
export const isTextNode = (node: DomNode): boolean => node.nodeType === 3 || node.nodeType === 4

/** Every node under the root in document order, with its depth; without recursion, for trees of any depth. */
export function* walk(root: DomNode): Generator<{ node: DomNode; depth: number }> {
  let node: DomNode | null = root
  let depth = 0
  while (node) {
    yield { node, depth }
    if (node.firstChild) {
      node = node.firstChild
      depth++
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    node = node && node !== root ? node.nextSibling : null
  }
}

/** The text of one element on one line. */
export const lineOfText = (element: DomNode | null): string => (element?.textContent ?? '').replace(/\s+/gu, ' ').trim()
