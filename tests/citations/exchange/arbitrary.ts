import fc from 'fast-check';
import { type SourceContent, type SourceCreator, textVariables } from '../../../src/citations/source.ts';
import { checkSource } from '../../../src/citations/sources/source-input.ts';
import { InputInvalid } from '../../../src/problem.ts';
import { CreatorRole, SourceType } from '../../../src/store/generated/enums.ts';

/** Texts with all that a format may take for something else. */
const hard = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('War', 'and', 'Peace', 'von', 'Łódź', 'Сталин', '1956', '3', 'x'),
      },
      fc.constantFrom(
        '{',
        '}',
        '\\',
        '"',
        '%',
        '#',
        '&',
        '$',
        '_',
        '^',
        '~',
        '<',
        '>',
        '--',
        '---',
        "''",
        '``',
        '@',
        '=',
      ),
      fc.constantFrom(
        '\\textit{a}',
        '<x>',
        '<i>a</i>',
        '\n',
        '@book{a,',
        '  - ',
        'ER  - ',
        'TY  - BOOK',
        ',',
        ':',
        '“q”',
        '–',
        '\\&',
        '$x^2$',
        'a_b',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((words) => fc.constantFrom(' ', '').map((between) => words.join(between)));

const numbers: Record<string, fc.Arbitrary<string>> = {
  doi: fc.constantFrom(
    '10.2307/2499177',
    '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
    '10.1000/a_b#c%20d',
  ),
  isbn: fc.constantFrom('9780521335706', '9780306406157'),
  issn: fc.constantFrom('0037-6779', '2049-3630'),
  language: fc.constantFrom('en', 'ru', 'pt-BR', 'zh-Hant-TW'),
  pmid: fc.constantFrom('1', '12345678'),
  pmcid: fc.constant('PMC1234567'),
  url: fc.constantFrom(
    'https://example.org/',
    'https://example.org/a_b?c=%20&d=~e#f',
    'http://xn--e1afmkfd.xn--p1ai/%D0%B0',
  ),
  pages: fc.constantFrom('12', '12-15', '12-15, 20', 'A1-A9', 'xii-xv', '7, 9'),
};

const dates = fc.oneof(
  fc.constantFrom(
    '1956',
    '1956-02',
    '1956-02-25',
    '1956~',
    '1956-21',
    '1956/1958',
    '1956-02-25/1956-03',
    '1956/..',
    '-0043',
  ),
  fc.constantFrom('195X', '19XX', '1956?', '1956%', '1956~/1958', '../1956', 'Y12345', '1956-XX', '0056'),
);

const part = fc.oneof(
  fc.constantFrom(
    'Getty',
    'García Márquez',
    'O’Brien',
    'Jean-Paul',
    'И. В.',
    'van',
    'Martin Luther',
    'de la Cruz',
    'plato',
    'Jr.',
  ),
  hard,
);
const maybe = fc.option(part, { freq: 2 });

const creator: fc.Arbitrary<SourceCreator> = fc
  .record({
    role: fc.constantFrom(...Object.values(CreatorRole)),
    family: part,
    given: maybe,
    droppingParticle: fc.option(fc.constantFrom('de', 'von der', 'De'), { freq: 4 }),
    nonDroppingParticle: fc.option(fc.constantFrom('van', 'La', 'de la'), { freq: 4 }),
    suffix: fc.option(fc.constantFrom('Jr.', 'III', 'Count of X'), { freq: 4 }),
    isLiteral: fc.boolean(),
  })
  .map(({ isLiteral, ...name }) => {
    const noPart = null;
    if (!isLiteral) return { ...name, literal: null };
    return {
      role: name.role,
      family: noPart,
      given: noPart,
      droppingParticle: noPart,
      nonDroppingParticle: noPart,
      suffix: noPart,
      literal: name.family,
    };
  });

const ROLES = Object.values(CreatorRole);

/** Any source that is valid, its creators in the order of their roles. */
export const anySource: fc.Arbitrary<SourceContent> = fc
  .record({
    type: fc.constantFrom(...Object.values(SourceType)),
    creators: fc.array(creator, { maxLength: 6 }),
    ...Object.fromEntries(
      Object.keys(textVariables).map((field) => [field, fc.option(numbers[field] ?? hard, { freq: 2 })]),
    ),
    issued: fc.option(dates, { freq: 4 }),
    accessed: fc.option(dates, { freq: 2 }),
    eventDate: fc.option(dates, { freq: 2 }),
    originalDate: fc.option(dates, { freq: 2 }),
    submitted: fc.option(dates, { freq: 2 }),
  })
  .map((given) => checked(given as SourceContent))
  .filter((content) => content !== null);

function checked(given: SourceContent): SourceContent | null {
  try {
    const content = checkSource(given);
    content.creators.sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
    return content;
  } catch (error) {
    if (error instanceof InputInvalid) return null;
    throw error;
  }
}
