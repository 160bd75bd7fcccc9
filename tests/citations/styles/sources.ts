import fc from 'fast-check';
import {
  dateVariables,
  emptyContent,
  type KeyedSource,
  type SourceContent,
  type SourceCreator,
  textVariables,
} from '../../../src/citations/source.ts';
import { CreatorRole, SourceType } from '../../../src/store/generated/enums.ts';

/** Pieces of which texts come that a formatter may stumble over. */
const PIECES = [
  ...[
    'Stalin',
    'the',
    'and',
    'van',
    'Über',
    'Хрущёв',
    '列宁',
    'ستالين',
    '12',
    '3-4',
    'IV',
    '1956',
    '2nd',
    'p. 3',
    ' ',
    ' ',
    ', ',
    ': ',
  ],
  ...[
    '<i>',
    '</i>',
    '<b>',
    '<script>alert(1)</script>',
    '<span class="nocase">',
    '</span>',
    '<',
    '>',
    '&',
    '&amp;',
    '&#60;',
    '<!--',
  ],
  ...[
    '"',
    "'",
    '“',
    '”',
    '«',
    '»',
    '$&',
    "$'",
    '$`',
    '$1',
    '\\',
    '\\-',
    '|',
    '||',
    '{:title: x}',
    'type: book\n',
    '%%STRING%%',
  ],
  ...[
    '.',
    '?',
    '!',
    ';',
    '–',
    '—',
    '\n',
    '\t',
    '\u00a0',
    '\u202f',
    '\ufdd0',
    '\ufdef',
    '\uffff',
    '\ud83d',
    '😀',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '²',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '[CSL STYLE ERROR: reference with no printed form.]',
    'http://example.org/?a=b&c=d',
  ],
];

const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const DATES = [
  '1956',
  '1956-02',
  '1956-02-25',
  '-0043',
  '1956/1958-03',
  '1956-02-25/..',
  '../1956',
  '1956~',
  '1956-22',
  '195X',
  '19XX',
  'XXXX',
];
const dates = fc.oneof(fc.constantFrom(...DATES), texts);

const creators: fc.Arbitrary<SourceCreator> = fc.record({
  role: fc.constantFrom(...Object.values(CreatorRole)),
  family: fc.option(texts),
  given: fc.option(texts),
  droppingParticle: fc.option(texts, { freq: 1 }),
  nonDroppingParticle: fc.option(texts, { freq: 1 }),
  suffix: fc.option(texts, { freq: 1 }),
  literal: fc.option(texts, { freq: 1 }),
});

const fields = fc.oneof(
  fc.record(
    Object.fromEntries([
      ...Object.keys(textVariables).map((field) => [field, texts]),
      ...Object.keys(dateVariables).map((field) => [field, dates]),
    ]),
    { requiredKeys: [] },
  ),
);

const contents: fc.Arbitrary<SourceContent> = fc
  .record({
    type: fc.constantFrom(...Object.values(SourceType)),
    fields,
    creators: fc.array(creators, { maxLength: 5 }),
  })
  .map(({ type, fields: known, creators: all }) => ({
    ...emptyContent(type),
    ...known,
    type,
    creators: all,
  }));

/** Sources of any type with anything in them. */
export const sources: fc.Arbitrary<KeyedSource> = fc.record({
  key: fc.oneof(texts, fc.string()),
  content: contents,
});
