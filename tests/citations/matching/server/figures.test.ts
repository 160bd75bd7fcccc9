import { describe, expect, it } from 'vitest';
import { createRandom, integerBelow, pick } from '../../../../bench/random.ts';
import { styles } from '../../../../bench/sources/styles.ts';
import { matchSources } from '../../../../src/citations/matching/match.ts';
import { emptyContent } from '../../../../src/citations/source.ts';
import { Prisma } from '../../../../src/store/generated/client.ts';
import { chosen, describeMatching, found, QUERIES, store } from '../describe-matching.ts';
import { author } from '../sources.ts';

describeMatching(100_000);

/** Which share of references found first the source that they were written of. */
async function shareFound(references: readonly { text: string; key: string }[]): Promise<number> {
  let right = 0;
  for (const { text, key } of references) {
    const [best] = await found(text);
    if (best?.key === key) right += 1;
  }
  return right / references.length;
}

describe('matchSources in a large store', () => {
  it('finds references in six styles', async () => {
    const references = chosen.flatMap((source) =>
      Object.values(styles).map((write) => ({ text: write(source), key: source.key })),
    );
    expect(references.length).toBeGreaterThan(190);
    expect(await shareFound(references)).toBeGreaterThanOrEqual(0.99);
  });

  it('finds them with one error in the name', async () => {
    const random = createRandom(7);
    const references = chosen.flatMap((source) => {
      const family = source.content.creators[0]?.family ?? '';
      if (family.length < 5) return [];
      const at = 1 + integerBelow(random, family.length - 2);
      const wrong =
        family.slice(0, at) +
        pick(random, ['', 'x', family.charAt(at) + family.charAt(at)]) +
        family.slice(at + 1);
      return Object.values(styles).map((write) => ({
        text: write(source).replaceAll(family, wrong),
        key: source.key,
      }));
    });
    expect(references.length).toBeGreaterThan(100);
    expect(await shareFound(references)).toBeGreaterThanOrEqual(0.95);
  });

  it('answers little to references that are made up of parts of others', async () => {
    const random = createRandom(11);
    const made = Array.from({ length: 100 }, () => {
      const [who, when, what] = [pick(random, chosen), pick(random, chosen), pick(random, chosen)];
      const words = (what.content.title ?? '')
        .split(' ')
        .map(() => pick(random, (pick(random, chosen).content.title ?? '').split(' ')));
      const creators = who.content.creators.length > 0 ? who.content.creators : [author('Xyzzyplugh', 'Ada')];
      return {
        key: '',
        content: { ...emptyContent('BOOK'), creators, issued: when.content.issued, title: words.join(' ') },
      };
    });
    const best: number[] = [];
    for (const source of made) {
      const [first] = await found(pick(random, Object.values(styles))(source));
      if (first !== undefined) best.push(first.score);
    }
    expect(best.length).toBeLessThanOrEqual(10);
    expect(Math.max(0, ...best)).toBeLessThan(0.8);
  });

  it('reads no table from beginning to end', async () => {
    const sent: Prisma.Sql[] = [];
    const watched = store.prisma.$extends({
      query: {
        $queryRaw: ({ args, query }) => {
          sent.push(args);
          return query(args);
        },
      },
    });
    for (const query of QUERIES) await matchSources(watched, query);
    expect(sent).toHaveLength(3 * QUERIES.length);
    const plans = new Set<string>();
    for (const { strings, values } of sent) {
      const explained = new Prisma.Sql([`EXPLAIN ${strings[0]}`, ...strings.slice(1)], values);
      const lines = await store.prisma.$queryRaw<{ 'QUERY PLAN': string }[]>(explained);
      plans.add(lines.map((line) => line['QUERY PLAN']).join('\n'));
    }
    const all = [...plans];
    expect(all.some((plan) => plan.includes('source_term_pkey'))).toBe(true);
    expect(all.some((plan) => plan.includes('source_word_trigram_idx'))).toBe(true);
    expect(all.filter((plan) => /Seq Scan on source/.test(plan))).toEqual([]);
    // It reads all of a list before the first of it, however long the list is.
    expect(all.filter((plan) => /Bitmap Heap Scan on source_term/.test(plan))).toEqual([]);
  });
});
