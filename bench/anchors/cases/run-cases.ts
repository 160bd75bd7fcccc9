import { createRandom, type Random } from '../../random.ts';
import { changedPlaces } from '../draft/character-map.ts';
import type { Origin } from '../draft/draft.ts';
import type { Layout } from '../draft/layout.ts';
import { carryOut, type History, SCRIPTS, type Script } from '../edits/script.ts';
import { METHODS } from '../methods/all.ts';
import { follow } from '../methods/follow.ts';
import type { Found } from '../methods/method.ts';
import type { Corpus } from '../texts/texts.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { expect } from './expected.ts';
import { judge } from './judge.ts';
import { type Quotable, SIZES } from './quotes.ts';
import type { Details, Result } from './result.ts';
import { untruth } from './untruth.ts';

export const SHARES = [0.01, 0.05, 0.2, 0.5] as const;

export type Report = (result: Result, details: Details) => void;

/**
 * Edits a text in every way, and looks for quotes of every size in what has become of it.
 * @param quotes how many of a size at most for each kind and share of edits.
 * @param seed the same for the same cases.
 */
export function runCases(corpus: Corpus, quotes: number, seed: number, report: Report): void {
  for (const [kind, script] of SCRIPTS.entries()) {
    for (const [index, share] of SHARES.entries()) {
      const random = createRandom(seed * 10_000 + kind * 10 + index);
      runScript(script, corpus, share, quotes, random, report);
    }
  }
}

function runScript(
  script: Script,
  corpus: Corpus,
  share: number,
  quotes: number,
  random: Random,
  report: Report,
): void {
  const history = carryOut(script, corpus, share, random);
  const [first, last] = [history.revisions[0], history.revisions.at(-1)];
  if (first === undefined || last === undefined) return;
  const changed = changedPlaces(history.map, first.text);
  const { code, joiner } = corpus.language;
  const quotable: Quotable = { layout: first, language: code, areCharacters: joiner === '' };
  for (const size of SIZES) {
    for (const quote of chooseQuotes(random, quotable, changed, size, quotes)) {
      const found = METHODS.map((method) => follow(method, history.revisions, quote, code));
      const judged = judgeAll(history, first, last, quote, found);
      const what = { kind: script.name, share, size, script: corpus.script };
      report({ ...what, ...judged }, { corpus, history, quote, found: found[0] ?? null });
    }
  }
}

function judgeAll(
  { map }: History,
  first: Layout,
  last: Layout,
  quote: Origin,
  found: readonly (Found | null)[],
): Pick<Result, 'expected' | 'verdicts' | 'untrue'> {
  const exact = first.text.slice(quote.start, quote.end);
  const expected = expect(first.text, quote, map, last.text);
  const isSame = (place: Found): boolean => last.text.slice(place.start, place.end) === exact;
  const [ours = null] = found;
  return {
    expected,
    verdicts: found.map((place) => judge(expected, place, place !== null && isSame(place))),
    untrue: ours === null ? null : untruth(ours, isSame(ours), expected),
  };
}
