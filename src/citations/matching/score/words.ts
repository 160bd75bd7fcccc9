import type { Dictionary } from '../candidate.ts';
import type { SoughtReference, SoughtWord } from '../reference.ts';
import type { SourcePart } from '../source-words.ts';
import { shares, weights, wordWeight } from '../weights.ts';
import { tellingWords } from '../words.ts';
import type { Evidence, WeighedReason } from './evidence.ts';
import { type GivenFit, givenFit } from './given.ts';

export interface WordsFound {
  evidence: Evidence;
  /** Whether any word was given, and whether the source has one that is more than beside the point. */
  isAsked: boolean;
  isFound: boolean;
  /** Whether all telling words of one of its titles were given. */
  isTitled: boolean;
  /** Whether a creator has the family name and another given name. */
  isNamesake: boolean;
  /** The words of the source that the reference has, in the source's spelling. */
  found: ReadonlySet<string>;
}

/** A lone digit may be the number of anything. */
const DIGIT = /^\p{N}$/u;
/** From this share of its words on, a title or what a source appeared in is the one that is given, with words wrong or more. */
const SAME_TITLE = 0.75;

interface Found {
  part: SourcePart;
  word: string;
  errors: number;
}

/** What the words of a reference say of a source. */
export function scoreWords(
  sought: SoughtReference,
  parts: readonly SourcePart[],
  dictionary: Dictionary,
): WordsFound {
  const hasCreators = parts.some(({ creator }) => creator !== null);
  const isKnown = { creators: hasCreators, title: parts.some(({ field }) => field === 'TITLE') };
  const evidence: Evidence = { asked: 0, found: 0, reasons: [] };
  const matched: { word: SoughtWord; found: Found; weight: number }[] = [];
  for (const word of sought.words) {
    const found = DIGIT.test(word.key) ? null : find(word.key, parts, dictionary);
    if (found === null) {
      if (word.isOptional) continue;
      evidence.asked += missingWeight(word, isKnown);
      continue;
    }
    const whole = wordWeight(dictionary.frequencyOf(found.word)) * (found.part.isAside ? shares.aside : 1);
    const isMisplaced =
      word.isName &&
      hasCreators &&
      found.part.field === 'TITLE' &&
      !isOfTitle(sought) &&
      !isWhole(found.part, sought);
    const weight = whole * (isMisplaced ? shares.nameInTitle : 1) * (1 - shares.perError * found.errors);
    evidence.asked += whole;
    evidence.found += weight;
    matched.push({ word, found, weight });
  }
  const fits = givenFits(sought, matched);
  evidence.asked += fits.filter((fit) => fit !== 'UNKNOWN').length * weights.given;
  evidence.found += fits.reduce(
    (sum, fit) => sum + (fit === 'FITS' ? weights.given : fit === 'DIFFERS' ? -2 * weights.given : 0),
    0,
  );
  return {
    evidence: { ...evidence, reasons: reasonsOf(matched) },
    isAsked: sought.words.some(({ isOptional }) => !isOptional),
    isFound: matched.some(({ found }) => !found.part.isAside) && !isOther(sought, parts, matched),
    isTitled: parts.some((part) => part.field === 'TITLE' && shareGiven(part, matched) === 1),
    isNamesake: fits.includes('DIFFERS'),
    found: new Set(matched.map(({ found }) => found.word)),
  };
}

/**
 * Whether a name that the reference has is another one that shares some words with a title or a container of the source:
 * "New York Review of Books" is not The New York Times.
 */
function isOther(
  { words }: SoughtReference,
  parts: readonly SourcePart[],
  matched: readonly { word: SoughtWord; found: Found }[],
): boolean {
  if (matched.some(({ found }) => found.part.creator !== null && !found.part.isAside)) return false;
  const given = new Set(matched.map(({ word }) => word));
  const missing = words.filter((word) => !word.isOptional && !given.has(word));
  if (missing.length === 0) return false;
  const texts = parts.filter(({ creator, isAside }) => creator === null && !isAside);
  return (
    matched.filter(({ found }) => !found.part.isAside).length === 1 ||
    Math.max(0, ...texts.map((part) => shareGiven(part, matched))) < SAME_TITLE
  );
}

/** The share of the telling words of a part that the reference has. */
function shareGiven({ text, words }: SourcePart, matched: readonly { found: Found }[]): number {
  const telling = tellingWords(text);
  const given = new Set(matched.map(({ found }) => found.word));
  return words.size === 0 ? 0 : telling.filter((word) => given.has(word)).length / telling.length;
}

/** Whether a title of several words is given as a whole. */
function isWhole({ text }: SourcePart, { words }: SoughtReference): boolean {
  const telling = tellingWords(text);
  return telling.length > 1 && telling.every((word) => words.some(({ key }) => key === word));
}

/** Whether its first words may be those of a title: more are given than a name and a year. */
function isOfTitle({ words, titles, dates }: SoughtReference): boolean {
  return titles.length > 0 || dates.length === 0 || words.filter(({ isOptional }) => !isOptional).length > 3;
}

function find(key: string, parts: readonly SourcePart[], dictionary: Dictionary): Found | null {
  for (const part of parts) if (part.words.has(key)) return { part, word: key, errors: 0 };
  let best: Found | null = null;
  for (const [word, errors] of dictionary.likeOf(key)) {
    if (best !== null && best.errors <= errors) continue;
    const part = parts.find(({ words }) => words.has(word));
    if (part !== undefined) best = { part, word, errors };
  }
  return best;
}

/** How much a word speaks against a source that lacks it. */
function missingWeight({ isName }: SoughtWord, isKnown: { creators: boolean; title: boolean }): number {
  if (isName) return weights.missingName * (isKnown.creators ? 1 : shares.unknownWord);
  return weights.missing * (isKnown.title ? 1 : shares.unknownWord);
}

/** For each name of the reference whose family name the source has, whether its given name fits. */
function givenFits(
  sought: SoughtReference,
  matched: readonly { word: SoughtWord; found: Found }[],
): GivenFit[] {
  const creators = matched.flatMap(({ word, found }) =>
    found.part.creator === null || found.part.isAside ? [] : [{ key: word.key, creator: found.part.creator }],
  );
  return sought.names.flatMap((name) => givenFit(name, creators));
}

/** One reason for each part of the source. */
function reasonsOf(matched: readonly { word: SoughtWord; found: Found; weight: number }[]): WeighedReason[] {
  const reasons = new Map<string, WeighedReason>();
  for (const { word, found, weight } of matched) {
    const { field, text } = found.part;
    if (field === null) continue;
    const id = `${field} ${text}`;
    const known = reasons.get(id);
    const exact = found.errors === 0;
    reasons.set(
      id,
      known === undefined
        ? { field, given: word.text, found: text, exact, weight }
        : {
            ...known,
            given: `${known.given} ${word.text}`,
            exact: known.exact && exact,
            weight: known.weight + weight,
          },
    );
  }
  return [...reasons.values()];
}
