import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, localPrincipal } from '../../src/access/principal.ts';
import { importDocument } from '../../src/documents/import.ts';
import type { ImportInput } from '../../src/documents/import-input.ts';
import { openScholion, type Scholion } from '../../src/scholion.ts';
import { tables } from '../../src/store/tables.ts';
import { withClient } from '../support/clients.ts';
import { createDatabase, type OwnDatabase } from '../support/test-database.ts';

let own: OwnDatabase;
let scholion: Scholion;

beforeAll(async () => {
  own = await createDatabase();
  scholion = await openScholion(own.location);
});

afterAll(async () => {
  await scholion.close();
  await own.remove();
});

const publish = (slug: string, source: string, more: Partial<ImportInput> = {}, by = scholion) =>
  importDocument(by.store, by.texts, by.linker, localPrincipal(by.localAgentId), {
    slug,
    source,
    format: 'PLAIN_WIKI',
    title: 'A title',
    ...more,
  });

async function countRows(): Promise<Record<string, number>> {
  return await withClient(scholion.store.database, async (client) => {
    const counts: [string, number][] = [];
    for (const table of tables) {
      const { rows } = await client.query(`SELECT count(*)::int AS count FROM "${table}"`);
      counts.push([table, rows[0].count]);
    }
    return Object.fromEntries(counts);
  });
}

/** How many rows a task adds to each table that it adds to. */
async function added(task: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await countRows();
  await task();
  const after = await countRows();
  return Object.fromEntries(
    Object.entries(after)
      .map(([table, count]): [string, number] => [table, count - (before[table] ?? 0)])
      .filter(([, count]) => count !== 0),
  );
}

describe('an import', () => {
  it('of the same text writes nothing', async () => {
    const text = 'One.\n\n== Two ==\n\n- three\n- four';
    expect(await added(() => publish('same', text))).toEqual({
      document: 1,
      revision: 1,
      text_unit: 4,
      block: 5,
      event: 1,
    });
    expect(await added(() => publish('same', `\n${text}\n\n\n`))).toEqual({});
    expect((await publish('same', text)).outcome).toBe('UNCHANGED');
  });

  it('of another description writes no text', async () => {
    await publish('described', 'One.');
    expect(await added(() => publish('described', 'One.', { language: 'en-gb' }))).toEqual({ event: 1 });
    expect((await publish('described', 'One.')).document.language).toBe('en-GB');
  });

  it('of a changed text shares the units of text that did not change', async () => {
    const paragraphs = Array.from({ length: 50 }, (_, index) => `Paragraph ${index % 7}.`);
    await publish('shared', paragraphs.join('\n\n'));
    const changed = paragraphs.with(20, 'Another one.');
    expect(await added(() => publish('shared', changed.join('\n\n')))).toEqual({
      revision: 1,
      text_unit: 1,
      block: 50,
      event: 1,
    });
    expect(
      await added(() => publish('shared', changed.toReversed().concat('A last one.').join('\n\n'))),
    ).toMatchObject({
      revision: 1,
      block: 51,
    });
    expect(await added(() => publish('shared', changed.slice(0, -1).join('\n\n')))).toMatchObject({
      revision: 1,
    });
  });

  it('of one new slug, by many at once, gives one document', async () => {
    const another = await openScholion(own.location);
    const texts = ['One.', 'Two.', 'One.', 'Two.', 'One.', 'Two.'];
    const results = await Promise.all(
      texts.map((text, index) => publish('race', text, {}, index % 2 === 0 ? scholion : another)),
    );
    await another.close();
    expect(new Set(results.map(({ document }) => document.id)).size).toBe(1);
    expect(results.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(1);
    const { prisma } = scholion.store;
    const document = await prisma.document.findUniqueOrThrow({
      where: { slug: 'race' },
      include: { revisions: true },
    });
    expect(document.revisions.map(({ number }) => number).sort()).toEqual(
      Array.from({ length: document.latestRevision }, (_, index) => index + 1),
    );
  });
});

const nested = (depth: number) =>
  Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- item`).join('\n');

describe('an import that is refused leaves nothing behind', () => {
  it.each<[string, string, Partial<ImportInput>, string]>([
    ['a NUL in the text', 'One.\n\nT\0wo.', {}, 'TEXT_NUL'],
    ['half of a surrogate pair in the text', 'One.\n\nT\ud800wo.', {}, 'TEXT_LONE_SURROGATE'],
    ['an empty text', '', {}, 'TEXT_EMPTY'],
    ['a blank text', ' \n\n\t\n', {}, 'TEXT_EMPTY'],
    ['a list nested 200 deep', `One.\n\n${nested(200)}`, {}, 'NESTING_TOO_DEEP'],
    ['9 MiB', 'word '.repeat((9 * 1024 * 1024) / 5), {}, 'INPUT_INVALID'],
    ['too many blocks', 'a\n\n'.repeat(100_001), {}, 'INPUT_INVALID'],
    ['no title', 'One.', { title: null }, 'INPUT_INVALID'],
    ['an empty title', 'One.', { title: ' ' }, 'INPUT_INVALID'],
    ['a NUL in the title', 'One.', { title: 'a\0b' }, 'INPUT_INVALID'],
    ['a title of 501 characters', 'One.', { title: '𝔵'.repeat(501) }, 'INPUT_INVALID'],
    ['a bad language tag', 'One.', { language: 'deutsch-land-' }, 'INPUT_INVALID'],
    ['a source that is no address', 'One.', { sourceUrl: 'javascript:alert(1)' }, 'INPUT_INVALID'],
    [
      'a source of 3000 letters',
      'One.',
      { sourceUrl: `https://example.org/${'a'.repeat(3000)}` },
      'INPUT_INVALID',
    ],
    ['a slug with capitals', 'One.', { slug: 'Refused' }, 'INPUT_INVALID'],
    ['a slug with a NUL', 'One.', { slug: 'a\0b' }, 'INPUT_INVALID'],
    ['a slug of 101 letters', 'One.', { slug: 'a'.repeat(101) }, 'INPUT_INVALID'],
  ])('%s', async (_what, source, more, code) => {
    const refused = () =>
      expect(publish('refused', source, more)).rejects.toMatchObject({
        code,
        message: expect.stringMatching(/^[^\n]+\.$/),
      });
    expect(await added(refused)).toEqual({});
  });

  it('by one who may not', async () => {
    const given = { slug: 'refused', source: 'One.', title: 'One', format: 'PLAIN_WIKI' as const };
    expect(
      await added(() =>
        expect(
          importDocument(scholion.store, scholion.texts, scholion.linker, anonymous, given),
        ).rejects.toMatchObject({
          code: 'NOT_ALLOWED',
        }),
      ),
    ).toEqual({});
  });

  it('a source that another document has', async () => {
    const sourceUrl = 'https://example.org/source';
    await publish('source-one', 'One.', { sourceUrl });
    expect(
      await added(() =>
        expect(publish('source-two', 'Two.', { sourceUrl })).rejects.toMatchObject({
          code: 'INPUT_INVALID',
          message: expect.stringMatching(/^[^\n]+\.$/),
        }),
      ),
    ).toEqual({});
  });
});
