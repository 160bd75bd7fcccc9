import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleBlock } from '../../src/text/article.ts';
import { layOut, UNIT_SEPARATOR } from '../../src/text/layout.ts';
import { problemOf } from './problem-of.ts';

function paragraph(text: string): ArticleBlock {
  return { kind: 'PARAGRAPH', text, children: [] };
}

function list(...children: ArticleBlock[]): ArticleBlock {
  return { kind: 'LIST', text: null, ordered: false, children };
}

function item(text: string | null, ...children: ArticleBlock[]): ArticleBlock {
  return { kind: 'LIST_ITEM', text, children };
}

test('lays out a small tree', () => {
  const layout = layOut([
    paragraph('lead'),
    { kind: 'SECTION', text: 'Head', level: 1, children: [list(item('one', list(item('in'))), item('two'))] },
  ]);
  expect(layout.text).toBe('lead\n\nHead\n\none\n\nin\n\ntwo');
  expect(layout.units).toEqual(['lead', 'Head', 'one', 'in', 'two']);
  expect(layout.unitStarts).toEqual([0, 6, 12, 17, 21]);
  expect(layout.blocks.map(({ ref, depth, parent, unit }) => [ref, depth, parent, unit])).toEqual([
    ['1', 0, null, 0],
    ['2', 0, null, 1],
    ['2.1', 1, 1, null],
    ['2.1.1', 2, 2, 2],
    ['2.1.1.1', 3, 3, null],
    ['2.1.1.1.1', 4, 4, 3],
    ['2.1.2', 2, 2, 4],
  ]);
  expect(layout.blocks.map(({ start, end }) => layout.text.slice(start, end))).toEqual([
    'lead',
    'Head\n\none\n\nin\n\ntwo',
    'one\n\nin\n\ntwo',
    'one\n\nin',
    'in',
    'in',
    'two',
  ]);
  expect(layout.blocks[1]).toMatchObject({ kind: 'SECTION', level: 1, ordered: null });
  expect(layout.blocks[2]).toMatchObject({ kind: 'LIST', level: null, ordered: false });
});

test('refuses an article without any text', () => {
  expect(problemOf(() => layOut([])).code).toBe('TEXT_EMPTY');
  expect(problemOf(() => layOut([list()])).code).toBe('TEXT_EMPTY');
});

test('takes a block without any text for a bug', () => {
  expect(() => layOut([paragraph('a'), list(item(null))])).toThrow(RangeError);
  expect(() => layOut([paragraph('a'), paragraph('')])).toThrow('Block 2 has an empty text');
});

test('takes any depth and any breadth', () => {
  let block = paragraph('deep');
  for (let depth = 0; depth < 20_000; depth += 1) block = list(block);
  expect(layOut([block]).blocks).toHaveLength(20_001);
  expect(layOut(Array.from({ length: 200_000 }, () => paragraph('a'))).units).toHaveLength(200_000);
});

const { block: blocks } = fc.letrec<{ block: ArticleBlock }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ minLength: 1, maxLength: 5 }).map(paragraph),
    fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((children) => list(...children)),
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 5 }), fc.array(tie('block'), { maxLength: 4 }))
      .map(([text, children]) => item(text, ...children)),
  ),
}));

test('every block covers its descendants, and its unit is its text', () => {
  fc.assert(
    fc.property(fc.array(blocks, { minLength: 1, maxLength: 5 }), (roots) => {
      const { blocks: laid, text, units, unitStarts } = layOut(roots);
      expect(text).toBe(units.join(UNIT_SEPARATOR));
      const own = laid.filter(({ unit }) => unit !== null).map(({ unit }) => unit);
      expect(own).toEqual(units.map((_, index) => index));
      for (const block of laid) {
        const inside = laid.filter(({ ref }) => `${ref}.`.startsWith(`${block.ref}.`));
        const covered = inside.flatMap(({ unit }) => (unit === null ? [] : [units[unit]]));
        expect(text.slice(block.start, block.end)).toBe(covered.join(UNIT_SEPARATOR));
        if (block.unit !== null) expect(block.start).toBe(unitStarts[block.unit]);
        expect(laid[block.ordinal]).toBe(block);
        expect(block.depth).toBe(block.ref.split('.').length - 1);
        if (block.parent !== null) expect(laid[block.parent]?.ref).toBe(block.ref.replace(/\.\d+$/, ''));
      }
    }),
  );
});
