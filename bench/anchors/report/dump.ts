import type { Details, Result } from '../cases/result.ts';
import type { Origin } from '../draft/draft.ts';
import type { Layout } from '../draft/layout.ts';

/** How much of the text around a quote a dump shows on either side, in UTF-16 code units. */
const AROUND = 40;

/** Whether a case is one to look into: Scholion was not right, or its status is not true. */
export function isDubious({ verdicts, untrue }: Result): boolean {
  return verdicts[0] !== 'right' || untrue !== null;
}

/** A case as a line of JSON Lines. */
export function dumpLine(result: Result, { corpus, history, quote, found }: Details): string {
  const [first, last] = [history.revisions[0], history.revisions.at(-1)];
  if (first === undefined || last === undefined) return '';
  const { expected } = result;
  const place = placeOf(expected);
  return JSON.stringify({
    verdict: result.verdicts[0],
    untrue: result.untrue ?? undefined,
    kind: result.kind,
    share: result.share,
    size: result.size,
    text: corpus.name,
    language: corpus.language.code,
    quote: first.text.slice(quote.start, quote.end),
    around: around(first, quote),
    expected,
    expectedWords: place === null ? null : last.text.slice(place.start, place.end),
    found,
    foundWords: found === null ? null : around(last, found),
    paragraphBefore: paragraphAt(first, quote.start),
    paragraphAfter: place === null ? undefined : paragraphAt(last, place.start),
    paragraphFound: found === null ? undefined : paragraphAt(last, found.start),
  });
}

function placeOf(expected: Result['expected']): Origin | null {
  switch (expected.rule) {
    case 'verbatim':
      return expected.range;
    case 'edited':
      return expected.inner;
    case 'torn':
      return expected.parts[0] ?? null;
    case 'gone':
    case 'swapped':
      return expected.left;
    case 'forged':
      return null;
  }
}

function around({ text }: Layout, { start, end }: Origin): string {
  return `${text.slice(Math.max(0, start - AROUND), start)}[${text.slice(start, end)}]${text.slice(end, end + AROUND)}`;
}

function paragraphAt({ paragraphs, starts }: Layout, place: number): string {
  return paragraphs[starts.findLastIndex((start) => start <= place)] ?? '';
}
