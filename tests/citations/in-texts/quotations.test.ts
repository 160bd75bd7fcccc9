import { beforeAll, describe, expect, it } from 'vitest';
import {
  decodeQuotation,
  encodeQuotation,
  findQuotations,
  type Quotation,
} from '../../../src/citations/quotations.ts';
import type { ListPlace } from '../../../src/place-cursor.ts';
import { InputInvalid } from '../../../src/problem.ts';
import { useWorkshop, words } from './workshop.ts';

const workshop = useWorkshop();

const CULT = 'It is impermissible and foreign to the spirit of Marxism–Leninism to elevate one person.';
const WILL =
  'Lenin wrote: “Stalin is excessively rude 𝒜, and this defect becomes a defect which cannot be tolerated.”';
const LATER = 'I propose to the comrades to think over a way of removing Stalin from that post.';

beforeAll(async () => {
  const shop = workshop();
  await shop.publish('speech-b', 'A foreword.', CULT, WILL, 'A remark between.', LATER);
  await shop.publish('speech-a', WILL, `${CULT} ${CULT}`);
  await shop.publish('speech-c', CULT);
  await shop.publish('speech-c', 'Nothing of this is left.');
});

async function search(given: string, limit = 20, after: ListPlace | null = null) {
  const shop = workshop();
  return await findQuotations(shop.prisma, shop.texts, given, { limit, after });
}

async function seen(quotations: readonly Quotation[]): Promise<[string, string][]> {
  const ids = quotations.map(({ revisionId }) => revisionId);
  const loaded = await workshop().texts.load(workshop().prisma, ids);
  return quotations.map(({ revisionId, start, end }) => {
    const revision = loaded.get(revisionId);
    return [revision?.slug ?? '', [...(revision?.text ?? '')].slice(start, end).join('')];
  });
}

describe('searching all documents for a quotation', () => {
  it('finds it wherever it stands now, but for what copies differ in', async () => {
    const { quotations, next } = await search(
      '"impermissible AND foreign to the spirit of Marxism-Leninism"',
    );
    expect(await seen(quotations)).toEqual([
      ['speech-a', 'impermissible and foreign to the spirit of Marxism–Leninism'],
      ['speech-a', 'impermissible and foreign to the spirit of Marxism–Leninism'],
      ['speech-b', 'impermissible and foreign to the spirit of Marxism–Leninism'],
    ]);
    expect(next).toBeNull();
    expect(await search('impermissible and foreign to the letter of Marxism')).toEqual({
      quotations: [],
      next: null,
    });
    expect(await seen((await search('Leninism')).quotations)).toHaveLength(3);
  });

  it('finds what is written in one word here and in two there', async () => {
    const given = 'impermissible and foreign to the spirit of MarxismLeninism to elevate one person';
    expect((await search(given)).quotations).toHaveLength(3);
  });

  it('goes over elisions, into the next blocks', async () => {
    const { quotations } = await search(
      'Stalin is excessively rude […] I propose to the comrades ... that post',
    );
    expect(await seen(quotations)).toEqual([
      ['speech-b', `${WILL.slice(14)}\n\nA remark between.\n\n${LATER.slice(0, -1)}`],
    ]);
    expect((await search('I propose to the comrades … Stalin is excessively rude')).quotations).toEqual([]);
  });

  it('goes on page by page, and tells when that is all', async () => {
    const all = (await search('foreign to the spirit')).quotations;
    for (const limit of [1, 2, 3]) {
      const pages: Quotation[] = [];
      let after: ListPlace | null = null;
      for (let page = 0; page === 0 || after !== null; page += 1) {
        const { quotations, next } = await search('foreign to the spirit', limit, after);
        expect(quotations.length).toBeLessThanOrEqual(limit);
        pages.push(...quotations);
        after = next === null ? null : decodeQuotation(encodeQuotation(next));
      }
      expect(pages).toEqual(all);
    }
    expect(() => decodeQuotation('x')).toThrow(InputInvalid);
  });

  it('tells which citations touch each place', async () => {
    const shop = workshop();
    const { documentId } = await shop.text('speech-b');
    const source = await shop.source('testament1922');
    const quoting = await shop.cite(documentId, source, 'Lenin wrote', {
      quoted: words('Stalin is excessively rude'),
    });
    const beside = await shop.cite(documentId, source, 'this defect becomes');
    await shop.cite(documentId, source, 'foreign to the spirit');
    const { quotations } = await search('excessively rude 𝒜, and this defect');
    expect(quotations.map(({ citationIds }) => citationIds)).toEqual([[], [quoting.id, beside.id]]);
  });

  it('takes as many statements for many places as for one', async () => {
    const shop = workshop();
    await shop.publish(
      'many',
      ...Array.from({ length: 40 }, (_, index) => `Quotation ${index} of zinoviev and kamenev.`),
    );
    const counted = async (limit: number, after: ListPlace | null) => {
      shop.texts.forget();
      const before = shop.statements.length;
      const { quotations, next } = await search('Zinoviev and Kamenev', limit, after);
      return { quotations, next, statements: shop.statements.length - before };
    };
    const one = await counted(1, null);
    const ten = await counted(10, null);
    expect(ten.quotations).toHaveLength(10);
    expect(ten.next).toEqual(ten.quotations.at(-1)?.place);
    const rest = await counted(30, ten.next);
    expect(rest.quotations).toHaveLength(30);
    expect(rest.next).toBeNull();
    expect([ten.statements, rest.statements]).toEqual([one.statements, one.statements]);
  });

  it.each([
    ['', /fewer than 3 characters/],
    ['  ab ', /fewer than 3 characters/],
    ['w'.repeat(2001), /longer than 2000 characters/],
    ['to be or not to be', /too many places/],
    ['...', /too many places/],
    ['party \0', /cannot be stored/],
    [Array.from({ length: 30 }, (_, index) => `word${index}`).join(' … '), /more than 20 parts/],
  ])('%# is refused in one sentence', async (given, message) => {
    await expect(search(given)).rejects.toThrow(InputInvalid);
    await expect(search(given)).rejects.toThrow(message);
  });
});
