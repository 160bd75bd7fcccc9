import { createRandom, integerBelow, pick, type Random } from '../../random.ts';
import { changedPlaces } from '../draft/character-map.ts';
import type { Origin } from '../draft/draft.ts';
import { carryOut, type History, SCRIPTS, type Script } from '../edits/script.ts';
import { METHODS } from '../methods/all.ts';
import type { Found, Method } from '../methods/method.ts';
import type { Corpus } from '../texts/texts.ts';
import { expect } from './expected.ts';
import { judge } from './judge.ts';
import { chooseQuote, type Quotable, SIZES } from './quotes.ts';
import type { Details, Result } from './result.ts';
import { untruth } from './untruth.ts';

export const SHARES = [0.01, 0.05, 0.2, 0.5] as const;

/** The share of the quotes that are taken from anywhere; the others are from paragraphs that have been edited. */
const ANYWHERE = 0.25;

/** The share of those others that are right at an edit. */
const AT_EDIT = 0.5;

export type Report = (result: Result, details: Details) => void;

/**
 * Edits a text in every way, and looks for quotes of every size in what has become of it.
 * @param quotes how many of a size for each kind and share of edits.
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
  const areCharacters = corpus.language.joiner === '';
  const quotable: Quotable = { layout: first, language: corpus.language.code, areCharacters };
  for (const size of SIZES) {
    for (let index = 0; index < quotes; index += 1) {
      const near = random() < ANYWHERE || changed.length === 0 ? null : pick(random, changed);
      const paragraph =
        near === null
          ? integerBelow(random, first.paragraphs.length)
          : first.starts.findLastIndex((start) => start <= near);
      const quote = chooseQuote(random, quotable, paragraph, size, random() < AT_EDIT ? near : null);
      if (quote === null) continue;
      const expected = expect(first.text, quote, history.map, last.text);
      const exact = first.text.slice(quote.start, quote.end);
      const found = METHODS.map((method) => follow(method, history, corpus, quote));
      const [ours = null] = found;
      report(
        {
          kind: script.name,
          share,
          size,
          script: corpus.script,
          expected,
          verdicts: found.map((place) =>
            judge(expected, place, place !== null && last.text.slice(place.start, place.end) === exact),
          ),
          untrue: ours === null ? null : untruth(ours, exact, expected, last.text),
        },
        { corpus, history, quote, found: ours },
      );
    }
  }
}

/** Lets a method find a quote in revision after revision; once lost, it stays lost. */
function follow(method: Method, { revisions }: History, corpus: Corpus, quote: Origin): Found | null {
  const [first] = revisions;
  if (first === undefined) return null;
  const exact = first.text.slice(quote.start, quote.end);
  let place: Found = quote;
  for (const [index, after] of revisions.slice(1).entries()) {
    const before = revisions[index] ?? first;
    const found = method.find({ before, place, exact, language: corpus.language.code }, after);
    if (found === null) return null;
    place = found;
  }
  return place;
}
