import { beforeAll, describe, expect, it } from 'vitest';
import { importText } from '../support/annotations.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });

const REVISIONS = [
  ['The first paragraph of the text.', 'A second one.', 'The third, which will go.', '- one\n- two'],
  [
    'The first paragraph of the text.',
    'A second one, with more words in it.',
    'The third, which will go.',
    '- one\n- two',
  ],
  ['A second one, with more words in it.', 'The first paragraph of the text.', '== one ==', 'New.'],
  ['The first paragraph of the text.', 'A second one.', 'The third, which will go.', '- one\n- two'],
].map((paragraphs) => paragraphs.join('\n\n'));

beforeAll(async () => {
  for (const text of REVISIONS)
    await importText(service(), 'changed', text, { title: 'Changed', language: 'en' });
});

async function changes(number: number, since: number): Promise<string[]> {
  const { document } = await service().data(
    `query Changes($number: Int!, $since: Int!) { document(by: {slug: "changed"}) { revision(number: $number) {
      changesSince(number: $since) { kind before { ref text revision { number } } after { ref text revision { number } } } } } }`,
    { number, since },
  );
  return document.revision.changesSince.map(({ kind, before, after }: Data) => {
    if (before !== null) expect(before.revision.number).toBe(since);
    if (after !== null) expect(after.revision.number).toBe(number);
    return `${kind} ${before?.ref ?? '-'} ${after?.ref ?? '-'}: ${(after ?? before).text.slice(0, 12).split('\n')[0]}`;
  });
}

describe('changesSince', () => {
  it('lists what was edited', async () => {
    expect(await changes(2, 1)).toEqual(['EDITED 2 2: A second one']);
  });

  it('lists what was added, removed and moved, in the order of the revision', async () => {
    expect(await changes(3, 2)).toEqual([
      'MOVED 2 1: A second one',
      'REMOVED 3 -: The third, w',
      'EDITED 4.1 3: one',
      'REMOVED 4.2 -: two',
      'ADDED - 3.1: New.',
    ]);
  });

  it('compares revisions of any distance, in either direction', async () => {
    expect(await changes(3, 1)).toContain('EDITED 2 1: A second one');
    expect(await changes(1, 2)).toEqual(['EDITED 2 2: A second one']);
    expect(await changes(2, 3)).toEqual(
      expect.arrayContaining(['ADDED - 3: The third, w', 'REMOVED 3.1 -: New.']),
    );
  });

  it('is empty where nothing changed, or all went back', async () => {
    expect(await changes(1, 1)).toEqual([]);
    expect(await changes(4, 1)).toEqual([]);
  });

  it('refuses a revision that is not there', async () => {
    for (const since of [0, 5, -1, 2_147_483_647]) {
      const { errors } = await service().run(
        `{ document(by: {slug: "changed"}) { revision { changesSince(number: ${since}) { kind } } } }`,
      );
      expect(errors?.[0]).toMatchObject({
        message: `There is no revision ${since} of this document; \`revisions\` lists them.`,
        extensions: { code: 'NOT_FOUND' },
      });
    }
  });
});
