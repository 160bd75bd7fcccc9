import {
  emptyContent,
  type KeyedSource,
  type SourceContent,
  type SourceCreator,
} from '../../src/citations/source.ts';
import { word } from '../linking/registry.ts';
import { createRandom, integerBelow, pick, type Random } from '../random.ts';
import { author, body } from './creators.ts';

const LITTLE = ['of', 'and', 'in', 'the', 'on', 'for'];
const FIELDS =
  'History Politics Economics Philosophy Sociology Law Education Medicine Literature Linguistics'.split(' ');
const KINDS = [
  'Journal of',
  'Review of',
  'Annals of',
  'Studies in',
  'Archive for',
  'International Journal of',
];
const PRESSES = ['University Press', 'Press', 'Verlag', 'Books', 'Academic'];
const BODIES = ['Ministry of', 'Institute of', 'Commission on', 'Central Committee of'];
const NEWSPAPERS = [
  'The New York Times',
  'The Times',
  'Le Monde',
  'Pravda',
  'Izvestia',
  'The Guardian',
  'Neue Zürcher Zeitung',
  'The Washington Post',
  'Die Zeit',
  'Corriere della Sera',
  'The Observer',
  'El País',
];
/** Names that are looked for stand among the others, so that other sources have them too, of the same years as well. */
const SURNAMES_OF_NEEDLES = ['Roberts', 'Getty', 'Kołakowski', 'Rettie'];
const FIRST_YEAR = 1890;
const LAST_YEAR = 2024;

/** How many different words there are of each sort. */
const SIZES = { surnames: 30_000, given: 400, words: 15_000, journals: 600, presses: 250, places: 120 };

interface Lists {
  surnames: string[];
  given: string[];
  words: string[];
  journals: string[];
  presses: string[];
  places: string[];
}

/**
 * Sources in a mix as of a library of the humanities: articles, books, chapters and newspapers, some of them by bodies, some
 * without a date. Names and words are as unequal as in life (Zipf's law), and newspapers and journals have many sources
 * each. One after the other, the same for the same seed.
 */
export function* generateSources(count: number, seed: number): Generator<KeyedSource> {
  const random = createRandom(seed);
  const lists = listsOf(random);
  for (let number = 1; number <= count; number += 1)
    yield { key: `source${number}`, content: sourceOf(random, lists) };
}

function listsOf(random: Random): Lists {
  const surnames = listOf(SIZES.surnames, () => word(random, 2 + integerBelow(random, 2)));
  for (const [index, name] of SURNAMES_OF_NEEDLES.entries()) surnames.splice(20 + 40 * index, 0, name);
  const places = listOf(SIZES.places, () => word(random, 2));
  return {
    surnames,
    places,
    given: listOf(SIZES.given, () => word(random, 2)),
    words: listOf(SIZES.words, () => word(random, 1 + integerBelow(random, 3)).toLowerCase()),
    journals: listOf(
      SIZES.journals,
      () =>
        `${pick(random, KINDS)} ${random() < 0.5 ? `${pick(random, places)} ` : ''}${pick(random, FIELDS)}`,
    ),
    presses: listOf(SIZES.presses, () => `${word(random, 2)} ${pick(random, PRESSES)}`),
  };
}

/** So many different ones, or fewer where no more can be made. */
function listOf(count: number, make: () => string): string[] {
  const made = new Set<string>();
  for (let tries = 0; made.size < count && tries < 20 * count; tries += 1) made.add(make());
  return [...made];
}

function sourceOf(random: Random, lists: Lists): SourceContent {
  const share = random();
  const issued = share > 0.97 ? null : yearOf(random);
  const base = { title: titleOf(random, lists), creators: creatorsOf(random, lists) };
  if (share < 0.45) {
    const from = 1 + integerBelow(random, 600);
    return {
      ...emptyContent('ARTICLE_JOURNAL'),
      ...base,
      issued,
      container: often(random, lists.journals),
      volume: String(1 + integerBelow(random, 90)),
      issue: String(1 + integerBelow(random, 6)),
      pages: `${from}-${from + 2 + integerBelow(random, 40)}`,
      doi:
        random() < 0.5
          ? `10.${1000 + integerBelow(random, 9000)}/${integerBelow(random, 1e9)}.${integerBelow(random, 1e6)}`
          : null,
    };
  }
  const published = { publisher: often(random, lists.presses), publisherPlace: often(random, lists.places) };
  if (share < 0.72)
    return {
      ...emptyContent('BOOK'),
      ...base,
      ...published,
      issued,
      isbn: random() < 0.5 ? isbnOf(random) : null,
    };
  if (share < 0.82)
    return { ...emptyContent('CHAPTER'), ...base, ...published, issued, container: titleOf(random, lists) };
  if (share < 0.94) {
    return {
      ...emptyContent('ARTICLE_NEWSPAPER'),
      title: base.title,
      creators: random() < 0.5 ? base.creators.slice(0, 1) : [],
      container: often(random, NEWSPAPERS),
      issued: dayOf(random),
    };
  }
  return {
    ...emptyContent('REPORT'),
    ...base,
    creators: [body(`${pick(random, BODIES)} ${often(random, lists.places)} ${pick(random, FIELDS)}`)],
    issued,
  };
}

function creatorsOf(random: Random, lists: Lists): SourceCreator[] {
  const share = random();
  const count = share < 0.6 ? 1 : share < 0.85 ? 2 : share < 0.95 ? 3 : 5;
  return Array.from({ length: count }, () => {
    const second = random() < 0.3 ? ` ${pick(random, lists.given).charAt(0)}.` : '';
    return author(often(random, lists.surnames), `${often(random, lists.given)}${second}`);
  });
}

function titleOf(random: Random, lists: Lists): string {
  const count = 3 + integerBelow(random, 6);
  const words: string[] = [];
  for (let index = 0; index < count; index += 1) {
    words.push(often(random, lists.words));
    if (index < count - 1 && random() < 0.4) words.push(pick(random, LITTLE));
  }
  const title = words.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** An item by Zipf's law: each as often as the inverse of its place. */
function often<Item>(random: Random, items: readonly Item[]): Item {
  const place = Math.floor((items.length + 1) ** random()) - 1;
  const item = items[Math.min(place, items.length - 1)];
  if (item === undefined) throw new RangeError('There is nothing to pick from');
  return item;
}

/** Later years have more sources. */
function yearOf(random: Random): string {
  return String(LAST_YEAR - Math.floor((LAST_YEAR - FIRST_YEAR + 1) * random() ** 1.7));
}

function dayOf(random: Random): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${1945 + integerBelow(random, 40)}-${two(1 + integerBelow(random, 12))}-${two(1 + integerBelow(random, 28))}`;
}

function isbnOf(random: Random): string {
  const digits = `978${String(integerBelow(random, 1e9)).padStart(9, '0')}`;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return digits + String((10 - (sum % 10)) % 10);
}
