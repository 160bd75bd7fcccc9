import { describe, expect, it } from 'vitest';
import { countSources, listSources, type SourceFilter } from '../../../../src/citations/sources/list.ts';
import { mergeSources } from '../../../../src/citations/sources/merge.ts';
import { body, getty, person } from '../contents.ts';
import { useSources } from './sources.ts';

const sources = useSources();
const ALL: SourceFilter = { author: null, issued: null, citedBy: null, types: null };

async function keys(filter: Partial<SourceFilter>): Promise<string[]> {
  const { prisma } = sources.store;
  const found = await listSources(prisma, { ...ALL, ...filter }, { limit: 100, after: null });
  expect(await countSources(prisma, { ...ALL, ...filter })).toBe(found.length);
  return found.map(({ key }) => key);
}

describe('the list of sources', () => {
  it('is in the order of keys by code point, page by page', async () => {
    for (const key of ['b', 'Zeta', 'ä', 'a', 'a-b', 'ab', 'ж']) await sources.add({}, key);
    const { prisma } = sources.store;
    const order = ['Zeta', 'a', 'a-b', 'ab', 'b', 'ä', 'ж'];
    expect(await keys({})).toEqual(order);
    expect(Object.keys(await sources.all())).toEqual(order);
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await listSources(prisma, ALL, { limit: 2, after });
      paged.push(...page.map(({ key }) => key));
      after = page.at(-1)?.id ?? null;
      if (after === null) break;
    }
    expect(paged).toEqual(order);
  });

  it('by author takes any form of the name, also of what was merged', async () => {
    const { source: first } = await sources.add(getty, 'getty');
    await sources.add({ creators: [{ ...person('Gogh', 'Vincent'), nonDroppingParticle: 'van' }] }, 'gogh');
    await sources.add({ creators: [body('The New York Times')] }, 'nyt');
    const { source: other } = await sources.add({ creators: [person('Гетти')] }, 'cyrillic');
    for (const author of ['getty', 'GETTY', 'J. Arch Getty', 'Getty, J. Arch'])
      expect(await keys({ author })).toEqual(['getty']);
    for (const author of ['Gogh', 'van Gogh', 'Vincent van Gogh', 'van Gogh, Vincent'])
      expect(await keys({ author })).toEqual(['gogh']);
    expect(await keys({ author: 'the new york times' })).toEqual(['nyt']);
    expect(await keys({ author: 'Get' })).toEqual([]);
    expect(await keys({ author: '' })).toEqual([]);
    await mergeSources(sources.store, sources.editor, other.id, first.id);
    expect(await keys({ author: 'гетти' })).toEqual(['getty']);
  });

  it('by date takes what was issued within it', async () => {
    const dates = [
      '1955',
      '1956',
      '1956-02-25',
      '1956-06/1956-08',
      '1955-12/1956-01',
      '195X',
      '1956~',
      '-0043',
      'Y170000002',
      '1956/..',
    ];
    for (const [index, issued] of dates.entries()) await sources.add({ issued }, `k${index}`);
    await sources.add({}, 'undated');
    const issuedWithin = async (issued: string) =>
      (await keys({ issued })).map((key) => dates[Number(key.slice(1))]);
    expect(await issuedWithin('1956')).toEqual(['1956', '1956-02-25', '1956-06/1956-08', '1956~']);
    expect(await issuedWithin('1956-02')).toEqual(['1956-02-25']);
    expect(await issuedWithin('1955/1956')).toEqual([
      '1955',
      '1956',
      '1956-02-25',
      '1956-06/1956-08',
      '1955-12/1956-01',
      '1956~',
    ]);
    expect(await issuedWithin('195X')).toContain('195X');
    expect(await issuedWithin('-0100/0000')).toEqual(['-0043']);
    expect(await issuedWithin('2000/..')).toEqual(['Y170000002']);
    expect(await issuedWithin('1956/..')).toContain('1956/..');
    await expect(keys({ issued: 'soon' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('by type and by the document that cites', async () => {
    const { source: a } = await sources.add({ type: 'REPORT' }, 'a');
    const { source: b } = await sources.add({}, 'b');
    await sources.add({ type: 'MAP' }, 'c');
    expect(await keys({ types: ['REPORT', 'MAP'] })).toEqual(['a', 'c']);
    expect(await keys({ types: [] })).toEqual([]);
    const document = await sources.document();
    await sources.cite(a.id, document);
    await sources.cite(a.id, document);
    await sources.cite(a.id, await sources.document());
    expect(await keys({ citedBy: document })).toEqual(['a']);
    await mergeSources(sources.store, sources.editor, a.id, b.id);
    expect(await keys({ citedBy: document })).toEqual(['b']);
    expect(await keys({ citedBy: document, types: ['REPORT'] })).toEqual([]);
    await sources.store.prisma.citation.updateMany({
      where: { documentId: document },
      data: { deletedAt: new Date() },
    });
    expect(await keys({ citedBy: document })).toEqual([]);
  });
});
