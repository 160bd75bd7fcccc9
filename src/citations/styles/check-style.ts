import type { XmlNode } from 'citeproc';
import { Unusable } from './read-xml.ts';

/** With every macro written out where it is called; the largest official style has about 5,000. */
const MOST_WRITTEN_OUT = 200_000;

/** How many macros may call one another in a chain; the processor goes into each within the one before. */
const LONGEST_CHAIN = 100;

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

interface Measure {
  /** How many elements there are, with the macros written out. */
  size: number;
  /** How many macros call one another at most. */
  chain: number;
}

function refuseAbove(chain: number): void {
  if (chain <= LONGEST_CHAIN) return;
  throw new Unusable(
    `has a chain of more than ${LONGEST_CHAIN} macros, each of which calls the next; make it shorter`,
  );
}

function checkMacros(style: XmlNode): void {
  const macros = new Map<string, XmlNode>();
  for (const child of childrenOf(style)) {
    if (child.name === 'macro') macros.set(child.attrs.name ?? '', child);
  }
  const measured = new Map<string, Measure>();
  const path = new Set<string>();

  const measure = (element: XmlNode): Measure => {
    let size = 0;
    let chain = 0;
    for (const inner of walk(element)) {
      size += 1;
      const called = inner.name === 'text' || inner.name === 'key' ? inner.attrs.macro : undefined;
      if (called === undefined) continue;
      const within = measureMacro(called);
      size += within.size;
      chain = Math.max(chain, within.chain);
    }
    return { size, chain };
  };
  const measureMacro = (name: string): Measure => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (macro === undefined) throw new Unusable(`calls the macro "${name}", which it does not have; add it`);
    if (path.has(name)) {
      const steps = [...path];
      const loop = [...steps.slice(steps.indexOf(name)), name].map((step) => `"${step}"`).join(' calls ');
      throw new Unusable(`has macros that call each other in a loop (${loop}); break it`);
    }
    path.add(name);
    refuseAbove(path.size);
    const { size, chain } = measure(macro);
    path.delete(name);
    const whole = { size, chain: chain + 1 };
    // What was measured before is not on the path.
    refuseAbove(whole.chain);
    measured.set(name, whole);
    return whole;
  };

  for (const name of macros.keys()) measureMacro(name);
  let whole = 0;
  for (const child of childrenOf(style)) if (child.name !== 'macro') whole += measure(child).size;
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
