import { distance } from 'fastest-levenshtein';
import { LRUCache } from 'lru-cache';
import { foldedWords } from '../matching/words.ts';
import type { SourceContent } from '../source.ts';
import { sourceFields } from './fields.ts';
import { leadAndYear } from './lead.ts';

/** Why two sources may be one work. */
export type DuplicateReason = 'DOI' | 'ISBN' | 'AUTHOR_YEAR_TITLE';

/** Titles are compared by so many of their characters. */
const TITLE_LENGTH = 300;
/** Of so many characters one may be another, be missing or be too many. */
const CHARACTERS_PER_SLIP = 10;
/** A number as a title has it, by which a second volume differs from a first. */
const NUMBER = /^(?:\p{N}+|(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))$/u;

/** What is a part of a book and has the ISBN of the whole. */
const PARTS: ReadonlySet<SourceContent['type']> = new Set<SourceContent['type']>([
  'CHAPTER',
  'ENTRY',
  'ENTRY_DICTIONARY',
  'ENTRY_ENCYCLOPEDIA',
  'PAPER_CONFERENCE',
]);

/** Whether two titles are the same but for case, accents, punctuation and a slip or two; such as are not known never are. */
export function areNear(a: string | null, b: string | null): boolean {
  const [one, other] = [folded(a ?? ''), folded(b ?? '')];
  if (one.text === '' || other.text === '') return false;
  if (one.text === other.text) return true;
  const slips = Math.floor(Math.max(one.text.length, other.text.length) / CHARACTERS_PER_SLIP);
  return (
    one.numbers === other.numbers &&
    Math.abs(one.text.length - other.text.length) <= slips &&
    distance(one.text, other.text) <= slips
  );
}

/** What of a source tells whether it is the same work as another one. */
export type Identity = Pick<SourceContent, 'type' | 'title' | 'doi' | 'isbn' | 'creators' | 'issued'>;

/** Whether two sources have an ISBN in common, and are not two parts of one book. */
export function shareIsbn(
  a: Pick<Identity, 'type' | 'title' | 'isbn'>,
  b: Pick<Identity, 'type' | 'title' | 'isbn'>,
): boolean {
  if (a.isbn === null || a.isbn !== b.isbn) return false;
  return (!PARTS.has(a.type) && !PARTS.has(b.type)) || areNear(a.title, b.title);
}

/** Why two sources may be one work; null where nothing says so. */
export function reasonOfSameness(a: SourceContent, b: SourceContent): DuplicateReason | null {
  if (a.doi !== null && a.doi === b.doi) return 'DOI';
  if (shareIsbn(a, b)) return 'ISBN';
  const lead = leadAndYear(a);
  return lead !== null && lead === leadAndYear(b) && areNear(a.title, b.title) ? 'AUTHOR_YEAR_TITLE' : null;
}

/** Whether one source says all that another one does: it may say more, and says nothing else. */
export function saysAll(more: SourceContent, less: SourceContent): boolean {
  return (
    more.type === less.type &&
    sourceFields.every((field) => less[field] === null || less[field] === more[field]) &&
    (less.creators.length === 0 || JSON.stringify(less.creators) === JSON.stringify(more.creators))
  );
}

interface FoldedTitle {
  text: string;
  /** The numbers in it. */
  numbers: string;
}

/** What was folded last, as titles are compared with many others. */
const known = new LRUCache<string, FoldedTitle>({ max: 5_000 });

function folded(title: string): FoldedTitle {
  const before = known.get(title);
  if (before !== undefined) return before;
  const words = foldedWords(title);
  const numbers = words.filter((word) => NUMBER.test(word)).join(' ');
  const form = { text: words.join(' ').slice(0, TITLE_LENGTH), numbers };
  known.set(title, form);
  return form;
}
