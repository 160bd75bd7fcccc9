import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { read } from '../../src/readers/index.ts';
import { layOut } from '../../src/text/layout.ts';
import { isSlug } from '../../src/text/slug.ts';

const KINDS = ['PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'WORK', 'CONCEPT'] as const;

const date = z.stringFormat('date', /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/).nullable();

const entityShape = z.strictObject({
  slug: z.string().refine(isSlug),
  kind: z.enum(KINDS),
  names: z.array(
    z.strictObject({
      text: z.string().regex(/^\S+(?: \S+)*$/),
      language: z
        .string()
        .regex(/^[a-z]{2}$/)
        .nullable(),
      kind: z.enum(['PREFERRED', 'VARIANT', 'SURNAME', 'ABBREVIATION', 'FORMER']),
    }),
  ),
  description: z.string().regex(/^\S.*\.$/),
  authorities: z.array(z.strictObject({ scheme: z.literal('WIKIDATA'), value: z.string().regex(/^Q\d+$/) })),
  startDate: date,
  endDate: date,
});

const mentionShape = z.tuple([
  z.coerce.number().int(),
  z.coerce.number().int(),
  z.string(),
  z.string(),
  z.string(),
]);

interface Mention {
  /** Code points of the text. */
  start: number;
  end: number;
  surface: string;
  /** A slug. */
  entity: string;
  /** The slug of the shortest mention around this one; empty where there is none. */
  holder: string;
}

const entities = linesOf('../../prisma/seed/entities.jsonl').map((line) =>
  entityShape.parse(JSON.parse(line)),
);
const [header, ...rows] = linesOf('./sample/mentions.tsv');
const mentions = rows.map((row): Mention => {
  const [start, end, surface, entity, holder] = mentionShape.parse(row.split('\t'));
  return { start, end, surface, entity, holder };
});
const article = read(
  'PLAIN_WIKI',
  readFileSync(new URL('../../prisma/seed/secret-speech.txt', import.meta.url), 'utf8'),
);
const codePoints = [...layOut(article.blocks).text];

function linesOf(path: string): string[] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  if (!text.endsWith('\n')) throw new Error(`${path} must end with a line feed.`);
  return text.slice(0, -1).split('\n');
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

test('the entities are in order, and none is there twice', () => {
  const rank = ({ kind, slug }: (typeof entities)[number]) => `${KINDS.indexOf(kind)} ${slug}`;
  const ranks = entities.map(rank);
  expect(ranks).toEqual(ranks.toSorted());
  expect(repeated(entities.map(({ slug }) => slug))).toEqual([]);
});

test('the entities of each kind are as many as the article names', () => {
  expect(tally(entities.map(({ kind }) => kind))).toEqual({
    PERSON: 22,
    ORGANIZATION: 17,
    PLACE: 15,
    EVENT: 14,
    WORK: 6,
    CONCEPT: 14,
  });
});

test('every entity has one preferred name, the first, and no name twice', () => {
  for (const { slug, kind, names } of entities) {
    const preferred = names.flatMap((name, index) => (name.kind === 'PREFERRED' ? [index] : []));
    expect(preferred, slug).toEqual([0]);
    expect(repeated(names.map(({ text }) => text)), slug).toEqual([]);
    expect(
      names.some((name) => name.kind === 'SURNAME'),
      slug,
    ).toBe(kind === 'PERSON');
  }
});

test('no two entities have the same name', () => {
  expect(repeated(entities.flatMap(({ names }) => names.map(({ text }) => text)))).toEqual([]);
});

test('no entity ends before it begins', () => {
  const wrong = entities.filter(
    ({ startDate, endDate }) => startDate !== null && endDate !== null && endDate < startDate,
  );
  expect(wrong).toEqual([]);
});

test('the entities have those Wikidata ids that are certain, and no others', () => {
  const given = entities.flatMap(({ slug, authorities }) =>
    authorities.map(({ value }): [string, string] => [slug, value]),
  );
  expect(Object.fromEntries(given)).toEqual({
    budapest: 'Q1781',
    'central-intelligence-agency': 'Q37230',
    georgia: 'Q230',
    hungary: 'Q28',
    'joseph-stalin': 'Q855',
    'karl-marx': 'Q9061',
    'katyn-massacre': 'Q134301',
    'lazar-kaganovich': 'Q215705',
    moscow: 'Q649',
    'moscow-kremlin': 'Q133274',
    'nikita-khrushchev': 'Q35314',
    poland: 'Q36',
    reuters: 'Q130879',
    'soviet-union': 'Q15180',
    tbilisi: 'Q994',
    'the-new-york-times': 'Q9684',
    'vladimir-lenin': 'Q1394',
    'world-war-ii': 'Q362',
  });
  expect(given).toHaveLength(18);
});

test('every mention stands in the text where the list says', () => {
  expect(header).toBe('start\tend\tsurface\tentity\tin');
  for (const mention of mentions)
    expect({ ...mention, surface: codePoints.slice(mention.start, mention.end).join('') }).toEqual(mention);
});

test('a mention is not cut out of a word', () => {
  const inWord = /[\p{L}\p{N}]/u;
  const cut = mentions.filter(
    ({ start, end }) => inWord.test(codePoints[start - 1] ?? '') || inWord.test(codePoints[end] ?? ''),
  );
  expect(cut).toEqual([]);
});

test('the mentions are in order of the text, the longer before those in it', () => {
  const inOrder = mentions.toSorted((one, other) => one.start - other.start || other.end - one.end);
  expect(mentions).toEqual(inOrder);
  expect(repeated(mentions.map(({ start, end }) => `${start}-${end}`))).toEqual([]);
});

test('a mention is in another where the list says, and nowhere else', () => {
  for (const mention of mentions) {
    const around = mentions.filter(
      (other) => other !== mention && other.start <= mention.start && mention.end <= other.end,
    );
    // The last to begin is the shortest: mentions lie in each other or apart.
    expect(mention.holder, mention.surface).toBe(around.at(-1)?.entity ?? '');
    expect(
      around.map(({ entity }) => entity),
      mention.surface,
    ).not.toContain(mention.entity);
    const crossing = mentions.filter(
      ({ start, end }) => start < mention.start && mention.start < end && end < mention.end,
    );
    expect(crossing, mention.surface).toEqual([]);
  }
});

test('the mentions are of the entities, and every entity has one', () => {
  const mentioned = new Set(mentions.map(({ entity }) => entity));
  expect([...mentioned].toSorted()).toEqual(entities.map(({ slug }) => slug).toSorted());
});

test('the mentions are as many as were counted by reading', () => {
  const kindOf = new Map(entities.map(({ slug, kind }): [string, string] => [slug, kind]));
  expect(tally(mentions.map(({ entity }) => kindOf.get(entity) ?? ''))).toEqual({
    PERSON: 125,
    ORGANIZATION: 39,
    PLACE: 37,
    EVENT: 28,
    WORK: 18,
    CONCEPT: 27,
  });
  expect(mentions.filter(({ holder }) => holder !== '')).toHaveLength(28);
  const perEntity = tally(mentions.map(({ entity }) => entity));
  expect(perEntity['joseph-stalin']).toBe(49);
  expect(perEntity['nikita-khrushchev']).toBe(40);
  expect(perEntity['secret-speech']).toBe(13);
});

test('no "Stalin" of the text is left out but those within other words', () => {
  const text = codePoints.join('');
  const all = [...text.matchAll(/[\p{L}-]*Stalin\p{L}*/gu)].map(([word]) => word);
  expect(tally(all.filter((word) => !/^(?:Pro-)?Stalin$/.test(word)))).toEqual({
    'de-Stalinization': 3,
    Stalinist: 1,
    Stalinism: 1,
    'Anti-Stalinist': 1,
  });
  expect(all).toHaveLength(49 + 6);
});

test('every mention is by a name of its entity', () => {
  const namesOf = new Map(entities.map(({ slug, names }) => [slug, names]));
  const nameless = mentions.filter(
    ({ surface, entity }) =>
      namesOf
        .get(entity)
        ?.some(({ text, kind }) => (kind === 'ABBREVIATION' ? surface === text : isFormOf(surface, text))) !==
      true,
  );
  expect(nameless).toEqual([]);
});

/** Whether words are a name, but for accents, capitals where the name has none, and the ending of the last word. */
function isFormOf(surface: string, name: string): boolean {
  const words = wordsOf(surface);
  const named = wordsOf(name);
  return (
    words.length === named.length &&
    named.every((word, index) => isForm(words[index] ?? '', word, index === named.length - 1))
  );
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[\s\p{Pd}]+/u);
}

function isForm(word: string, named: string, isLast: boolean): boolean {
  const isCapitalized = (text: string) => text.charAt(0) !== text.charAt(0).toLowerCase();
  if (isCapitalized(named) && !isCapitalized(word)) return false;
  if (!word.toLowerCase().startsWith(named.toLowerCase())) return false;
  const ending = word.slice(named.length);
  return ending === '' || (isLast && /^(?:e?s|[аеиоуыюя]|ом|ой)$/.test(ending));
}
