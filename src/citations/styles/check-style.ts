import type { XmlNode } from 'citeproc';
import { Unusable } from './read-xml.ts';

/** With every macro written out where it is called; the largest official style has about 5,000. */
const MOST_WRITTEN_OUT = 200_000;

/** The values of attributes for which the processor has code; any other would break it while it formats. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  class: ['in-text', 'note'],
  'font-style': ['normal', 'italic', 'oblique'],
  'font-variant': ['normal', 'small-caps'],
  'font-weight': ['normal', 'bold', 'light'],
  'text-decoration': ['none', 'underline'],
  'vertical-align': ['baseline', 'sup', 'sub'],
  display: ['block', 'left-margin', 'right-inline', 'indent'],
  'text-case': ['lowercase', 'uppercase', 'capitalize-first', 'capitalize-all', 'sentence', 'title'],
  quotes: ['true', 'false'],
  'strip-periods': ['true', 'false'],
  'second-field-align': ['flush', 'margin'],
};

/**
 * What the processor takes for granted of a style: that it cites, that macros are there and do not call each other in a
 * loop, and that it knows the formatting.
 * @throws Unusable
 */
export function checkStyle(style: XmlNode): void {
  const version = style.attrs.version ?? '';
  if (!/^1\.0(?:\.|$)/.test(version)) {
    throw new Unusable(`is of CSL version "${version}"; convert it to version 1.0`);
  }
  if (childrenOf(style).every(({ name }) => name !== 'citation')) {
    throw new Unusable('has no <citation> element; add one');
  }
  for (const element of walk(style)) checkValues(element);
  checkMacros(style);
}

function checkValues({ name, attrs }: XmlNode): void {
  for (const [attribute, value] of Object.entries(attrs)) {
    const allowed = Object.hasOwn(VALUES, attribute) ? VALUES[attribute] : undefined;
    if (allowed !== undefined && !allowed.includes(value)) {
      throw new Unusable(
        `has ${attribute}="${value}" in <${name}>; what there is for it is ${allowed.join(', ')}`,
      );
    }
  }
}

function checkMacros(style: XmlNode): void {
  const macros = new Map<string, XmlNode>();
  for (const child of childrenOf(style)) {
    if (child.name === 'macro') macros.set(child.attrs.name ?? '', child);
  }
  const sizes = new Map<string, number>();
  const path: string[] = [];

  const sizeOf = (element: XmlNode): number => {
    let size = 0;
    for (const inner of walk(element)) {
      size += 1;
      const called = inner.name === 'text' || inner.name === 'key' ? inner.attrs.macro : undefined;
      if (called !== undefined) size += sizeOfMacro(called);
    }
    return size;
  };
  const sizeOfMacro = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (macro === undefined) throw new Unusable(`calls the macro "${name}", which it does not have; add it`);
    if (path.includes(name)) {
      const loop = [...path.slice(path.indexOf(name)), name].map((step) => `"${step}"`).join(' calls ');
      throw new Unusable(`has macros that call each other in a loop (${loop}); break it`);
    }
    path.push(name);
    const size = sizeOf(macro);
    path.pop();
    sizes.set(name, size);
    return size;
  };

  for (const name of macros.keys()) sizeOfMacro(name);
  let whole = 0;
  for (const child of childrenOf(style)) if (child.name !== 'macro') whole += sizeOf(child);
  if (whole > MOST_WRITTEN_OUT) {
    throw new Unusable(
      `has more than ${MOST_WRITTEN_OUT} elements with its macros written out; make it simpler`,
    );
  }
}

/** The elements directly within. */
export function childrenOf(element: XmlNode): XmlNode[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** An element and all within. */
export function* walk(element: XmlNode): Generator<XmlNode> {
  yield element;
  for (const child of childrenOf(element)) yield* walk(child);
}
