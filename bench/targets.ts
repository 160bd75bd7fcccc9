import type { Side } from './rounds.ts';
import type { Figures } from './run.ts';
import { figure, latencyOf, ratioOf, toTable } from './table.ts';

/** Something to be reached, and what was. */
interface Target {
  what: string;
  /** What is to be reached: at least or at most. */
  bound: number;
  atMost?: boolean;
  unit?: string;
  reached(figures: Figures): number | null;
  /** What it is with the cache of answers, beside it. */
  warm?(figures: Figures): number | null;
}

/** Read questions are judged by the server that keeps no answers; beside it stands the one that is run by default. */
function colder(
  id: string,
  what: string,
  bounds: Partial<Record<'postgraphile' | 'limit', number>>,
): Target[] {
  return (['postgraphile', 'limit'] as const).flatMap((other): Target[] => {
    const bound = bounds[other];
    if (bound === undefined) return [];
    return [
      {
        what: `${what}, cold, against ${other === 'limit' ? 'the limit' : 'PostGraphile'}`,
        bound,
        reached: (figures) => ratioIn(figures, id, 'cold', other) ?? ratioIn(figures, id, 'scholion', other),
        warm: (figures) => ratioIn(figures, id, 'scholion', other),
      },
    ];
  });
}

function against(id: string, what: string, bound: number): Target {
  return {
    what: `${what}, against PostGraphile`,
    bound,
    reached: (figures) => ratioIn(figures, id, 'scholion', 'postgraphile'),
  };
}

const TARGETS: Target[] = [
  against('article', 'The article, nothing changed', 10),
  ...colder('article', 'The article', { postgraphile: 1.5, limit: 0.8 }),
  ...colder('drawn', 'The article cut into runs', { postgraphile: 1.5 }),
  against('edited', 'The article, an annotation written between reads (p50)', 1.5),
  ...colder('section', 'A section', { postgraphile: 1.5, limit: 0.7 }),
  ...colder('passage', 'A passage', { postgraphile: 1.5, limit: 0.7 }),
  ...colder('concordance', 'A page of a concordance', { postgraphile: 1.5, limit: 0.7 }),
  ...colder('first-page', 'The 50 newest annotations', { postgraphile: 1.5 }),
  ...colder('deep-page', 'The page of 50 in the middle', { postgraphile: 1.5 }),
  {
    what: 'The page of 50 in the middle: its p50 as a multiple of the first page’s, cold',
    bound: 1.5,
    atMost: true,
    reached: ({ measured }) => {
      const [first, deep] = ['first-page', 'deep-page'].map((id) => measured.find((one) => one.id === id));
      if (first === undefined || deep === undefined) return null;
      return latencyOf(deep, coldIn(deep), 0.5) / latencyOf(first, coldIn(first), 0.5);
    },
  },
  against('add', '`addAnnotation`', 1),
  against('bulk', '1,000 annotations at once, in annotations a second', 3),
  against('mix', 'The mix', 3),
  {
    what: 'Growth: p50 with the large library as a multiple of that with the small one, cold, the worst question',
    bound: 2,
    atMost: true,
    reached: ({ growth }) => {
      const ratios = growth.map(({ sides: { cold, scholion } }) => {
        const { small, large } = cold ?? scholion;
        return large / small;
      });
      return ratios.length === 0 ? null : Math.max(...ratios);
    },
  },
  {
    what: 'First answer after `node dist/scholion.js serve --sample`, which `npm start` runs',
    bound: 2.5,
    atMost: true,
    unit: ' s',
    reached: ({ firstAnswer }) => firstAnswer?.program ?? null,
  },
];

/** What was to be reached and what was, as a Markdown table; of what was not measured there is no row. */
export function targetsOf(figures: Figures): string {
  const rows = TARGETS.flatMap(({ what, bound, atMost = false, unit = '', reached, warm }) => {
    const value = reached(figures);
    if (value === null) return [];
    const isReached = atMost ? value <= bound : value >= bound;
    const beside = warm?.(figures) ?? null;
    return [
      [
        what,
        `${atMost ? '≤' : '≥'} ${bound}${unit}`,
        `${figure(value)}${unit}`,
        isReached ? 'reached' : '**not reached**',
        beside === null ? '' : figure(beside),
      ],
    ];
  });
  return toTable(['What', 'Target', 'Measured', '', 'With the cache of answers'], rows, 1);
}

function ratioIn({ measured }: Figures, id: string, side: Side, other: Side): number | null {
  const one = measured.find((candidate) => candidate.id === id);
  return one === undefined ? null : ratioOf(one, side, other);
}

function coldIn({ rounds }: Figures['measured'][number]): Side {
  return rounds[0]?.cold === undefined ? 'scholion' : 'cold';
}
