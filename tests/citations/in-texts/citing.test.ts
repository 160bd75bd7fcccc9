import { describe, expect, it } from 'vitest';
import { NotAllowed } from '../../../src/access/not-allowed.ts';
import { anonymous } from '../../../src/access/principal.ts';
import { textScope } from '../../../src/annotations/scope.ts';
import { editCitation } from '../../../src/citations/edit.ts';
import {
  citationAfter,
  citationMoves,
  countCitationEvents,
  listCitationEvents,
} from '../../../src/citations/history.ts';
import { countCitationsInText, listCitationsInText, wholeText } from '../../../src/citations/list-in-text.ts';
import { countCitationsOfSources, listCitationsOfSources } from '../../../src/citations/list-of-source.ts';
import { sourcesCitedIn } from '../../../src/citations/list-sources.ts';
import { citationMarksOf } from '../../../src/citations/marks.ts';
import { CitationConflict } from '../../../src/citations/problems.ts';
import { readCitations } from '../../../src/citations/read.ts';
import { deleteCitation, restoreCitation } from '../../../src/citations/remove.ts';
import { deleteSource } from '../../../src/citations/sources/delete.ts';
import { mergeSources } from '../../../src/citations/sources/merge.ts';
import { countDocuments } from '../../../src/documents/list.ts';
import { reviseDocument } from '../../../src/documents/revise.ts';
import { InputInvalid, NotFound } from '../../../src/problem.ts';
import { useWorkshop, words } from './workshop.ts';

const workshop = useWorkshop();

const FIRST = 'The congress heard what Getty (1985) wrote of the purges.';
const SECOND = 'He “was a distinguished Marxist”, says Medvedev, of whom little is known.';
const THIRD = 'Nobody spoke after the report had been read to the delegates.';

describe('a citation', () => {
  it('points at the words that cite and at those that are quoted, and says where in the source', async () => {
    const shop = workshop();
    const { document } = await shop.publish('whole', FIRST, SECOND);
    const medvedev = await shop.source('medvedev1971');
    const citation = await shop.cite(document.id, medvedev, 'Medvedev', {
      quoted: words('was a distinguished Marxist'),
      locator: '  12-15 ',
    });
    expect(citation).toMatchObject({
      sourceId: medvedev,
      locator: '12-15',
      locatorLabel: 'PAGE',
      version: 1,
    });
    expect(await shop.anchors('whole', citation.id)).toEqual([
      { ordinal: 0, status: 'EXACT', words: 'Medvedev' },
      { ordinal: 1, status: 'EXACT', words: 'was a distinguished Marxist' },
    ]);
    const stored = await readCitations(shop.prisma, anonymous, [citation.id]);
    expect(stored.get(citation.id)).toEqual(citation);
    const [events = []] = await listCitationEvents(shop.prisma, [citation.id], { limit: 5, after: null });
    expect(events.map(({ kind }) => kind)).toEqual(['CITATION_ADDED']);
    expect(events.map(citationAfter)).toEqual([
      { version: 1, sourceId: medvedev, locator: '12-15', locatorLabel: 'PAGE' },
    ]);
  });

  it('is refused whole where anything of it is wrong', async () => {
    const shop = workshop();
    const { document } = await shop.publish('refused', FIRST);
    const getty = await shop.source('getty1985');
    const before = await shop.prisma.event.count();
    const refused = async (more: object, problem: unknown) =>
      await expect(shop.cite(document.id, getty, 'Getty', more)).rejects.toBeInstanceOf(problem);
    await refused({ locator: 'x'.repeat(10_000) }, InputInvalid);
    await refused({ locator: '   ' }, InputInvalid);
    await refused({ locatorLabel: 'CHAPTER' }, InputInvalid);
    await refused({ idempotencyKey: '' }, InputInvalid);
    await refused({ sourceId: document.id }, NotFound);
    await refused({ documentId: getty }, NotFound);
    await refused({ revision: 2 }, NotFound);
    await expect(shop.cite(document.id, getty, 'Trotsky')).rejects.toMatchObject({ code: 'QUOTE_NOT_FOUND' });
    await refused({ quoted: words('') }, InputInvalid);
    expect(await shop.prisma.citation.count({ where: { documentId: document.id } })).toBe(0);
    expect(await shop.prisma.event.count()).toBe(before);
    await shop.cite(document.id, getty, 'Getty', { locator: 'x'.repeat(200), locatorLabel: 'SUB_VERBO' });
  });

  it('stands beside another one at the same place', async () => {
    const shop = workshop();
    const { document, revision } = await shop.publish('beside', FIRST, SECOND);
    const [one, two] = [await shop.source('one1980'), await shop.source('two1981')];
    const first = await shop.cite(document.id, one, 'Getty (1985)');
    const second = await shop.cite(document.id, two, 'Getty (1985)');
    const third = await shop.cite(document.id, one, 'Medvedev', { quoted: words('Marxist') });
    expect(await shop.listed('beside')).toEqual([first.id, second.id, third.id]);
    const text = await shop.text('beside');
    const [onFirst, onSecond] = await citationMarksOf(shop.prisma, text.blocks, {});
    expect(onFirst?.marks.map(({ row, start, end }) => [row.id, start, end])).toEqual([
      [first.id, 24, 36],
      [second.id, 24, 36],
    ]);
    expect(onSecond?.marks.map(({ row, start, end }) => [row.id, SECOND.slice(start, end)])).toEqual([
      [third.id, 'Marxist'],
      [third.id, 'Medvedev'],
    ]);
    const filter = { sourceId: one };
    const scopes = [wholeText(revision)];
    const shape = { filter, limit: 10, after: null, withLost: true };
    const [ofOne = []] = await listCitationsInText(shop.prisma, scopes, shape);
    expect(ofOne.map(({ id }) => id)).toEqual([first.id, third.id]);
    expect(await countCitationsInText(shop.prisma, scopes, filter, true)).toEqual([2]);
    expect((await sourcesCitedIn(shop.prisma, [document.id], 1)).get(document.id)).toEqual({
      sourceIds: [one],
      omitted: 1,
    });
    expect((await sourcesCitedIn(shop.prisma, [document.id], 5)).get(document.id)).toEqual({
      sourceIds: [one, two],
      omitted: 0,
    });
  });

  it('is listed once in a stretch that its citing or its quoted words touch', async () => {
    const shop = workshop();
    const { document } = await shop.publish('stretch', FIRST, SECOND, THIRD);
    const source = await shop.source('stretch1990');
    const { id } = await shop.cite(document.id, source, 'Getty (1985)', {
      quoted: words('distinguished Marxist'),
    });
    const text = await shop.text('stretch');
    const around = (from: number, to: number) => {
      const scope = textScope(text, { start: text.blocks[from]?.start ?? 0, end: text.blocks[to]?.end ?? 0 });
      if (scope === null) throw new Error('No words');
      return scope;
    };
    const scopes = [around(0, 0), around(1, 1), around(2, 2), around(0, 1), around(0, 2)];
    const shape = { filter: {}, limit: 10, after: null, withLost: false };
    const lists = await listCitationsInText(shop.prisma, scopes, shape);
    expect(lists.map((list) => list.map((one) => one.id))).toEqual([[id], [id], [], [id], [id]]);
    expect(lists.map((list) => list.map(({ place }) => place.ordinal))).toEqual([[0], [1], [], [0], [0]]);
    expect(await countCitationsInText(shop.prisma, scopes, {}, false)).toEqual([1, 1, 0, 1, 1]);
  });

  it('is one of many of a source, page by page, document by document', async () => {
    const shop = workshop();
    const source = await shop.source('many1999');
    const text = Array.from({ length: 12 }, (_, index) => `In paragraph number${index} it is cited.`);
    const expected: string[] = [];
    for (const slug of ['many-b', 'many-a']) {
      const { document } = await shop.publish(slug, ...text);
      const ids = new Map<number, string>();
      for (const index of [7, 3, 11, 0, 5])
        ids.set(index, (await shop.cite(document.id, source, `number${index}`)).id);
      expected.push(...[...ids].sort(([a], [b]) => a - b).map(([, id]) => id));
      const pages: string[] = [];
      let after = null;
      for (;;) {
        const shape = { filter: {}, limit: 2, after, withLost: true };
        const [page = []] = await listCitationsInText(
          shop.prisma,
          [wholeText(await revisionOf(slug))],
          shape,
        );
        pages.push(...page.map(({ id }) => id));
        after = page.at(-1)?.place ?? null;
        if (after === null) break;
      }
      expect(pages).toEqual(expected.slice(-5));
    }
    const pages: string[] = [];
    let after = null;
    for (;;) {
      const [page = []] = await listCitationsOfSources(shop.prisma, [source], {
        filter: {},
        limit: 3,
        after,
      });
      pages.push(...page.map(({ id }) => id));
      after = page.at(-1)?.place ?? null;
      if (after === null) break;
    }
    expect(pages).toEqual(expected);
    expect(await countCitationsOfSources(shop.prisma, [source, await shop.source('none')], {})).toEqual([
      10, 0,
    ]);
    expect(await countDocuments(shop.prisma, { cites: source })).toBe(2);
  });

  it('of a source that is merged is one of what that is merged into', async () => {
    const shop = workshop();
    const { document } = await shop.publish('merging', FIRST, SECOND);
    const [kept, other] = [await shop.source('kept'), await shop.source('other')];
    const first = await shop.cite(document.id, other, 'Getty');
    await mergeSources(shop.store, shop.principal, other, kept);
    const second = await shop.cite(document.id, other, 'Medvedev');
    expect(second.sourceId).toBe(kept);
    const read = await readCitations(shop.prisma, anonymous, [first.id]);
    expect(read.get(first.id)?.sourceId).toBe(kept);
    const [list = []] = await listCitationsOfSources(shop.prisma, [kept], {
      filter: {},
      limit: 5,
      after: null,
    });
    expect(list.map(({ id, sourceId }) => [id, sourceId])).toEqual([
      [first.id, kept],
      [second.id, kept],
    ]);
    for (const sourceId of [kept, other])
      expect(await countCitationsOfSources(shop.prisma, [kept], { sourceId })).toEqual([2]);
    expect((await sourcesCitedIn(shop.prisma, [document.id], 5)).get(document.id)).toEqual({
      sourceIds: [kept],
      omitted: 0,
    });
    const edit = { id: second.id, version: 1, changes: { sourceId: other } };
    expect(await editCitation(shop.store, shop.texts, shop.principal, edit)).toEqual(second);
  });

  async function revisionOf(slug: string) {
    const { id, documentId, number } = await workshop().text(slug);
    return { id, documentId, number };
  }
});

describe('a citation in texts that change', () => {
  it('is carried, lost, and found again, with what it quotes', async () => {
    const shop = workshop();
    const { document } = await shop.publish('carried', FIRST, SECOND, THIRD);
    const source = await shop.source('carried1953');
    const citation = await shop.cite(document.id, source, 'Getty (1985)', {
      quoted: words('distinguished Marxist'),
    });
    const second = await shop.publish('carried', SECOND, FIRST.replace('heard', 'had heard'), THIRD);
    expect(second.anchors.citationCounts).toMatchObject({ ORPHANED: 0 });
    expect(second.anchors.counts).toEqual({ EXACT: 0, MOVED: 0, EDITED: 0, AMBIGUOUS: 0, ORPHANED: 0 });
    expect((await shop.anchors('carried', citation.id)).map(({ words }) => words)).toEqual([
      'Getty (1985)',
      'distinguished Marxist',
    ]);
    const third = await shop.publish('carried', SECOND, THIRD);
    expect(third.anchors.citationCounts.ORPHANED).toBe(1);
    expect(await shop.anchors('carried', citation.id)).toEqual([
      { ordinal: 0, status: 'ORPHANED', words: null },
      { ordinal: 1, status: 'EXACT', words: 'distinguished Marxist' },
    ]);
    // By its quoted words, which are still there.
    expect(await shop.listed('carried')).toEqual([citation.id]);
    const status = { filter: { status: ['ORPHANED' as const] }, limit: 5, after: null };
    const [lost = []] = await listCitationsOfSources(shop.prisma, [source], status);
    expect(lost.map(({ id }) => id)).toEqual([citation.id]);
    expect((await shop.anchors('carried', citation.id, 1)).map(({ status: held }) => held)).toEqual([
      'EXACT',
      'EXACT',
    ]);
    await shop.publish('carried', THIRD);
    expect(await shop.listed('carried')).toEqual([citation.id]);
    expect(await countCitationsOfSources(shop.prisma, [source], {})).toEqual([1]);
    expect(await countDocuments(shop.prisma, { cites: source })).toBe(0);
    expect((await sourcesCitedIn(shop.prisma, [document.id], 5)).get(document.id)).toEqual({
      sourceIds: [],
      omitted: 0,
    });
    await shop.publish('carried', FIRST, SECOND, THIRD);
    expect(await shop.anchors('carried', citation.id)).toEqual([
      { ordinal: 0, status: 'EXACT', words: 'Getty (1985)' },
      { ordinal: 1, status: 'EXACT', words: 'distinguished Marxist' },
    ]);
    const [events = []] = await listCitationEvents(shop.prisma, [citation.id], { limit: 20, after: null });
    const carried = events.filter(({ kind }) => kind === 'ANCHORS_CARRIED');
    expect(carried.length).toBeGreaterThanOrEqual(3);
    expect(carried.map(citationAfter)).toEqual(carried.map(() => null));
    const moves = carried.flatMap(citationMoves).map(({ from, to }) => [from?.status, to?.status]);
    expect(moves).toContainEqual(['EXACT', 'ORPHANED']);
    expect(moves.filter(([, to]) => to === 'EXACT').length).toBeGreaterThanOrEqual(2);
    const rest = await listCitationEvents(shop.prisma, [citation.id], {
      limit: 20,
      after: events[0]?.id ?? '',
    });
    expect(rest[0]).toEqual(events.slice(1));
    expect((await countCitationEvents(shop.prisma, [citation.id])).get(citation.id)).toBe(events.length);
  });

  it('is carried while it is deleted, so that it can be restored, but not reported', async () => {
    const shop = workshop();
    const { document, revision } = await shop.publish('deleted', FIRST, SECOND);
    const source = await shop.source('deleted1960');
    const { id } = await shop.cite(document.id, source, 'Getty (1985)');
    await deleteCitation(shop.store, shop.principal, id, 1);
    expect(await shop.listed('deleted')).toEqual([]);
    expect(await countCitationsOfSources(shop.prisma, [source], {})).toEqual([0]);
    const given = {
      documentId: document.id,
      baseRevision: revision.number,
      format: 'PLAIN_WIKI' as const,
      source: [SECOND, FIRST.replace('heard', 'listened to')].join('\n\n'),
      title: null,
      note: null,
      dryRun: false,
    };
    const { store, texts, linker } = shop.scholion;
    const { anchors } = await reviseDocument(store, texts, linker, shop.principal, given);
    expect(Object.values(anchors.citationCounts)).toEqual([0, 0, 0, 0, 0]);
    const restored = await restoreCitation(shop.store, shop.principal, id, null);
    expect(restored).toMatchObject({ version: 3, deletedAt: null });
    expect(await shop.listed('deleted')).toEqual([id]);
    expect((await shop.anchors('deleted', id)).map(({ words }) => words)).toEqual(['Getty (1985)']);
  });

  it('is made on an older revision, and stands in those since', async () => {
    const shop = workshop();
    const { document } = await shop.publish('older', FIRST, SECOND);
    await shop.publish('older', SECOND, FIRST);
    const source = await shop.source('older1950');
    const { id } = await shop.cite(document.id, source, 'Getty (1985)', {
      revision: 1,
      quoted: words('Marxist'),
    });
    for (const number of [1, 2])
      expect((await shop.anchors('older', id, number)).map(({ words }) => words)).toEqual([
        'Getty (1985)',
        'Marxist',
      ]);
  });
});

describe('changing a citation', () => {
  it('writes nothing where nothing changes', async () => {
    const shop = workshop();
    const { document } = await shop.publish('same', FIRST, SECOND);
    const source = await shop.source('same1970');
    const citation = await shop.cite(document.id, source, 'Getty', { locator: '7', quoted: words('purges') });
    const before = await shop.prisma.event.count();
    for (const changes of [
      {},
      { sourceId: source, locator: ' 7', locatorLabel: null },
      { target: words('Getty'), quoted: words('purges') },
    ])
      expect(
        await editCitation(shop.store, shop.texts, shop.principal, { id: citation.id, version: 1, changes }),
      ).toEqual(citation);
    expect(await shop.prisma.event.count()).toBe(before);
  });

  it('gives it another source, place and words; older revisions show the old ones', async () => {
    const shop = workshop();
    const { document } = await shop.publish('changed', FIRST, SECOND);
    await shop.publish('changed', FIRST, SECOND, THIRD);
    const [one, two] = [await shop.source('changed1'), await shop.source('changed2')];
    const { id } = await shop.cite(document.id, one, 'Getty', {
      revision: 1,
      quoted: words('purges'),
      locator: '3',
    });
    const edit = async (version: number, changes: object) =>
      await editCitation(shop.store, shop.texts, shop.principal, { id, version, changes });
    expect(await edit(1, { sourceId: two, locator: 'iv', locatorLabel: 'CHAPTER' })).toMatchObject({
      version: 2,
      sourceId: two,
      locator: 'iv',
      locatorLabel: 'CHAPTER',
    });
    expect(await edit(2, { locator: 'v' })).toMatchObject({ locator: 'v', locatorLabel: 'CHAPTER' });
    expect(await edit(3, { locator: null })).toMatchObject({ locator: null, locatorLabel: null });
    await expect(edit(4, { locatorLabel: 'PAGE' })).rejects.toBeInstanceOf(InputInvalid);
    await edit(4, { target: words('Medvedev'), quoted: null });
    expect(await shop.anchors('changed', id)).toEqual([{ ordinal: 0, status: 'EXACT', words: 'Medvedev' }]);
    expect(await shop.anchors('changed', id, 1)).toEqual([
      { ordinal: 0, status: 'EXACT', words: 'Getty' },
      { ordinal: 1, status: 'EXACT', words: 'purges' },
    ]);
    await edit(5, { quoted: words('delegates') });
    await edit(6, { quoted: words('report') });
    expect((await shop.anchors('changed', id)).map(({ words }) => words)).toEqual(['Medvedev', 'report']);
    const [events = []] = await listCitationEvents(shop.prisma, [id], { limit: 20, after: null });
    expect(events.map((event) => citationAfter(event)?.version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(
      events.map((event) => citationMoves(event).map(({ from, to }) => [from !== null, to !== null])),
    ).toEqual([
      [],
      [],
      [],
      [],
      [
        [true, true],
        [true, false],
      ],
      [[false, true]],
      [[true, true]],
    ]);
  });

  it('is for its creator and for editors', async () => {
    const shop = workshop();
    const { document } = await shop.publish('owned', FIRST);
    const source = await shop.source('owned1960');
    const { id } = await shop.cite(document.id, source, 'Getty');
    const reader = await shop.annotator('reader');
    const edit = { id, version: 1, changes: { locator: '1' } };
    await expect(editCitation(shop.store, shop.texts, reader, edit)).rejects.toBeInstanceOf(NotAllowed);
    await expect(deleteCitation(shop.store, reader, id, null)).rejects.toBeInstanceOf(NotAllowed);
    await expect(editCitation(shop.store, shop.texts, anonymous, edit)).rejects.toBeInstanceOf(NotAllowed);
    await deleteCitation(shop.store, shop.principal, id, null);
    for (const [who, seen] of [
      [shop.principal, true],
      [reader, false],
      [anonymous, false],
    ] as const)
      expect((await readCitations(shop.prisma, who, [id])).has(id)).toBe(seen);
    await expect(restoreCitation(shop.store, reader, id, null)).rejects.toBeInstanceOf(NotFound);
    await expect(
      editCitation(shop.store, shop.texts, shop.principal, { ...edit, version: 2 }),
    ).rejects.toThrow('The citation is deleted; restore it first.');
  });

  it('cannot bring back a citation of a source that is gone', async () => {
    const shop = workshop();
    const { document } = await shop.publish('gone', FIRST);
    const source = await shop.source('gone1960');
    const { id } = await shop.cite(document.id, source, 'Getty');
    await expect(deleteSource(shop.store, shop.principal, source, null)).rejects.toMatchObject({
      code: 'SOURCE_CITED',
    });
    await deleteCitation(shop.store, shop.principal, id, null);
    await deleteSource(shop.store, shop.principal, source, null);
    await expect(restoreCitation(shop.store, shop.principal, id, null)).rejects.toThrow(
      /source of this citation was deleted meanwhile/,
    );
    await expect(shop.cite(document.id, source, 'Getty')).rejects.toBeInstanceOf(NotFound);
  });
});

describe('at the same time', () => {
  it('one of two edits of a version is refused', async () => {
    const shop = workshop();
    const { document } = await shop.publish('racing', FIRST);
    const { id } = await shop.cite(document.id, await shop.source('racing'), 'Getty');
    const results = await Promise.allSettled(
      ['1', '2', '3'].map((locator) =>
        editCitation(shop.store, shop.texts, shop.principal, { id, version: 1, changes: { locator } }),
      ),
    );
    const done = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? result.reason : []));
    expect(done).toHaveLength(1);
    expect(refused.map((reason) => reason instanceof CitationConflict)).toEqual([true, true]);
    expect(refused.map(({ current }) => current)).toEqual([done[0], done[0]]);
  });

  it('a request that is repeated is done once', async () => {
    const shop = workshop();
    const { document } = await shop.publish('repeated', FIRST, SECOND);
    const source = await shop.source('repeated');
    const again = () => shop.cite(document.id, source, 'Getty', { idempotencyKey: 'key', locator: '5' });
    const answers = await Promise.all(Array.from({ length: 6 }, again));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await again()).toEqual(answers[0]);
    expect(await shop.prisma.citation.count({ where: { documentId: document.id } })).toBe(1);
    await expect(shop.cite(document.id, source, 'Medvedev', { idempotencyKey: 'key' })).rejects.toThrow(
      'This idempotencyKey was used for another citation; give every citation a key of its own, such as a random UUID.',
    );
  });

  it('no citation is left of a source that is deleted while it is cited', async () => {
    const shop = workshop();
    const { document } = await shop.publish('while', FIRST);
    for (let round = 0; round < 6; round += 1) {
      const source = await shop.source(`while${round}`);
      const [cited, deleted] = await Promise.allSettled([
        shop.cite(document.id, source, 'Getty'),
        deleteSource(shop.store, shop.principal, source, null),
      ]);
      expect([cited.status, deleted.status].sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('citations are carried by revisions that come while they are added', async () => {
    const shop = workshop();
    const { document } = await shop.publish('busy', FIRST, SECOND);
    const source = await shop.source('busy1980');
    const adding = Array.from({ length: 6 }, () => shop.cite(document.id, source, 'Getty (1985)'));
    const publishing = (async () => {
      await shop.publish('busy', SECOND, FIRST);
      await shop.publish('busy', THIRD, SECOND, FIRST.replace('heard', 'learnt'));
    })();
    const [citations] = await Promise.all([Promise.all(adding), publishing]);
    for (const { id } of citations)
      expect((await shop.anchors('busy', id)).map(({ words }) => words)).toEqual(['Getty (1985)']);
  });
});
