import type { Comparable } from '../candidate.ts';
import type { SoughtReference } from '../reference.ts';
import { weights } from '../weights.ts';
import type { Evidence } from './evidence.ts';

/** The pages of a source that a reference gives. Other pages say nothing: they may be the place that is cited. */
export function scoreNumbers({ numbers }: SoughtReference, { pages }: Comparable): Evidence {
  const same = numbers.find(({ label, text }) => label === 'PAGE' && pages !== null && isSame(text, pages));
  if (same === undefined) return { asked: 0, found: 0, reasons: [] };
  const reason = {
    field: 'PAGES',
    given: same.text,
    found: pages ?? '',
    exact: true,
    weight: weights.number,
  } as const;
  return { asked: weights.number, found: weights.number, reasons: [reason] };
}

/** Whether two ranges of pages are one; the second number may be shortened: 123–45. */
function isSame(given: string, pages: string): boolean {
  const [first, last] = given.match(/\d+/g) ?? [];
  const [from, to] = pages.match(/\d+/g) ?? [];
  if (first === undefined || first !== from) return false;
  if (last === undefined || to === undefined) return last === to;
  return last === to || to.endsWith(last) || last.endsWith(to);
}
