import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityFormat } from '../../../src/entities/exchange/formats.ts';
import { writeJsonLine } from '../../../src/entities/exchange/jsonl.ts';
import type { KnownEntity } from '../../../src/entities/exchange/registry-entry.ts';
import { useRegistry } from './registry.ts';
import { csv, jsonl, reconciliation } from './rows.ts';

const registry = useRegistry();

const words = fc.string({
  unit: fc.constantFrom(
    ...[
      'a',
      'Ж',
      'é',
      'ß',
      'שלום',
      'مرحبا',
      '👩‍🚀',
      '北',
      '=',
      '+',
      '-',
      '@',
      '|',
      '\\',
      '"',
      "'",
      ',',
      ';',
      ' ',
      '\u200f',
      '#',
    ],
  ),
  minLength: 1,
  maxLength: 12,
});
const text = fc
  .tuple(fc.constantFrom('', '=', '@', '-', "'", "'="), words)
  .map(([start, rest]) => `${start}${rest}x`);
const language = fc.constantFrom(null, 'en', 'ru', 'sr-Latn');
const kind = fc.constantFrom('PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'WORK', 'CONCEPT');

const entity = fc.record({
  kind,
  preferred: fc.record({ text, language }),
  others: fc.array(
    fc.record({ text, language, kind: fc.constantFrom('VARIANT', 'SURNAME', 'ABBREVIATION', 'FORMER') }),
    { maxLength: 5 },
  ),
  description: fc.option(
    fc
      .tuple(text, fc.constantFrom('\n', '\r\n', ' "quoted", ', '\n\n='))
      .map(([one, two]) => `${one}${two}${one}`),
  ),
  startDate: fc.constantFrom(null, '-0043', '1878-12-18', '195X'),
  endDate: fc.constantFrom(null, '1999~', '2001'),
  numbers: fc.constantFrom(0, 1, 2),
});

/** Entities as JSON Lines; each has authorities of its own, and a slug where it is to have one. */
const files = fc.array(entity, { minLength: 1, maxLength: 12 }).map((entities) =>
  entities
    .map(({ preferred, others, numbers, ...rest }, at) =>
      writeJsonLine({
        ...rest,
        id: '',
        slug: `entity-${at}`,
        names: [{ ...preferred, kind: 'PREFERRED' }, ...others],
        authorities: Array.from({ length: numbers }, (_, more) => ({
          scheme: more === 0 ? 'WIKIDATA' : 'VIAF',
          value: more === 0 ? `Q${at + 1}` : `${at + 1}`,
        })),
      } as KnownEntity),
    )
    .join(''),
);

const readers = { csv, jsonl, reconciliation };

describe('what was exported', () => {
  it.each<EntityFormat>(['csv', 'jsonl', 'reconciliation'])(
    'makes the same registry of an empty one, as %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(files, fc.integer({ min: 1, max: 50 }), async (file, size) => {
          await registry.empty();
          expect(await registry.import(jsonl(file))).toMatchObject({ refused: 0, merged: 0 });
          const exported = await registry.export(format);
          const whole = await registry.export('jsonl');
          const read = () =>
            format === 'reconciliation' ? reconciliation(exported) : readers[format](exported, size);
          expect(await registry.import(read())).toMatchObject({ new: 0, merged: 0, refused: 0 });
          expect(await registry.export('jsonl')).toBe(whole);
          await registry.empty();
          expect(await registry.import(read(), { strict: true })).toMatchObject({ merged: 0, written: true });
          expect(await registry.export(format)).toBe(exported);
          if (format === 'jsonl') expect(exported).toBe(whole);
        }),
        { numRuns: 10 },
      );
    },
  );

  it('is whole where there is nothing', async () => {
    expect(await registry.export('csv')).toBe(
      'slug,kind,name,language,variants,surnames,abbreviations,former_names,description,start_date,end_date,wikidata,viaf,geonames,isni,lcnaf,gnd\r\n',
    );
    expect(await registry.export('jsonl')).toBe('');
    expect(JSON.parse(await registry.export('reconciliation'))).toEqual({ result: [] });
  });
});
