import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import type { XmlNode } from 'citeproc';
import { withoutMarks } from './marks.ts';

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';
const ELEMENT = 1;
/** Far more than the largest of the official styles has, so that no style can keep the server busy. */
const MOST_ELEMENTS = 20_000;
const DEEPEST = 100;
/** Their text is what they are for, also where it is empty. */
const TEXTUAL = new Set(['term', 'single', 'multiple']);
/** The attributes of `style-options` in CSL 1.0.2; the processor would take further ones, and make patterns of them. */
const STYLE_OPTIONS = new Set(['punctuation-in-quote', 'limit-day-ordinals-to-day-1']);

/** Something about a style or a locale that keeps it from being used, as the end of a sentence. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/**
 * The elements of a CSL style or locale, without comments and without what is of other namespaces.
 * @param root the name that the outermost element must have.
 * @throws Unusable
 */
export function readXml(text: string, root: 'style' | 'locale'): XmlNode {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Unusable('has a document type declaration; remove that');
  const outermost = parse(text);
  if (outermost?.localName !== root || outermost.namespaceURI !== NAMESPACE) {
    throw new Unusable(`is no CSL ${root}: its outermost element must be <${root} xmlns="${NAMESPACE}">`);
  }
  let count = 0;
  const convert = (element: Element, depth: number): XmlNode => {
    count += 1;
    if (count > MOST_ELEMENTS) throw new Unusable(`has more than ${MOST_ELEMENTS} elements; make it smaller`);
    if (depth > DEEPEST) throw new Unusable(`is nested more than ${DEEPEST} elements deep; make it flatter`);
    const children = elementsOf(element).map((child) => convert(child, depth + 1));
    return {
      name: element.localName ?? '',
      attrs: attributesOf(element),
      children: filled(element, children),
    };
  };
  return convert(outermost, 1);
}

function parse(text: string): Element | null {
  // The parser wraps what is thrown here into words of its own.
  const faults: string[] = [];
  const onError = (level: 'warning' | 'error' | 'fatalError', message: string) => {
    if (level === 'warning') return;
    faults.push(message);
    throw new Unusable(message);
  };
  try {
    return new DOMParser({ onError, locator: true }).parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml')
      .documentElement;
  } catch (error) {
    const message = faults[0] ?? (error instanceof Error ? error.message : String(error));
    throw new Unusable(`is not well-formed XML (${message.split('\n', 1)[0]}); correct it`);
  }
}

function elementsOf(parent: Element): Element[] {
  const elements: Element[] = [];
  for (let node: Node | null = parent.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node) && node.namespaceURI === NAMESPACE) elements.push(node);
  }
  return elements;
}

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

function attributesOf(element: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    const isForeign = name.includes(':') ? name !== 'xml:lang' : name === 'xmlns';
    if (isForeign || (element.localName === 'style-options' && !STYLE_OPTIONS.has(name))) continue;
    attributes[name] = withoutMarks(value);
  }
  return attributes;
}

function filled(element: Element, children: XmlNode[]): XmlNode['children'] {
  const text = withoutMarks((element.textContent ?? '').replace(/[\r\n]+/g, ' '));
  if (children.length > 0) return children;
  if (TEXTUAL.has(element.localName ?? '')) return [text];
  return text.trim() === '' ? [] : [text.trim()];
}
