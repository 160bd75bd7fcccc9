import { describe, expect, it } from 'vitest';
import { documentId, importText } from '../support/annotations.ts';
import { linkDocument, mentionsIn, savedEntity } from '../support/mentions.ts';
import { revise } from '../support/revising.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });

const PARAGRAPHS = 240;
const IN_EACH = 50;

const text = Array.from(
  { length: PARAGRAPHS },
  (_, number) => `${Array.from({ length: IN_EACH }, () => 'Delhi').join(' and ')}, in ${number}.`,
);

async function countOf(more = ''): Promise<number> {
  const { document } = await service().data(
    `{ document(by: { slug: "many" }) { mentions(first: 1 ${more}) { totalCount } } }`,
  );
  return document.mentions.totalCount;
}

describe('a document with very many mentions', () => {
  it('is imported, revised, linked again, and read at its end', async () => {
    const delhi = await savedEntity(service(), { kind: 'PLACE', name: 'Delhi' });
    const imported = await importText(service(), 'many', text.join('\n\n'), {
      title: 'Many',
      language: 'en',
    });
    expect(imported.outcome).toBe('CREATED');
    const all = PARAGRAPHS * IN_EACH;
    expect(await countOf()).toBe(all);
    const { document } = await service().data(
      `{ document(by: { slug: "many" }) { entities(first: 2) { edges { node { count } } }
        revision { block(ref: "${PARAGRAPHS}") { mentions(first: 100) { totalCount } marksOmitted } } } }`,
    );
    expect(document.entities.edges).toEqual([{ node: { count: all } }]);
    expect(document.revision.block).toEqual({ mentions: { totalCount: IN_EACH }, marksOmitted: 0 });
    const id = await documentId(service(), 'many');
    const changed = text.map((words, number) => (number === 100 ? 'Nothing is said here.' : words));
    await revise(service(), { document: id, baseRevision: 1, text: changed.join('\n\n') });
    expect(await countOf()).toBe(all - IN_EACH);
    expect(await linkDocument(service(), id)).toEqual({ suggested: 0, withdrawn: 0, omitted: 0 });
    const { linked } = await savedEntity(service(), { entity: delhi.id, version: 1, name: 'New Delhi' });
    expect(linked).toMatchObject({ documents: 1, withdrawn: all - IN_EACH });
    expect(await countOf()).toBe(0);
  });

  it('is linked once, however many ask for it at once', async () => {
    await importText(service(), 'asked', 'Calcutta, then Calcutta.', { title: 'Asked', language: 'en' });
    const id = await documentId(service(), 'asked');
    const [, ...linked]: Data[] = await Promise.all([
      savedEntity(service(), { kind: 'PLACE', name: 'Calcutta' }),
      ...Array.from({ length: 6 }, () => linkDocument(service(), id)),
    ]);
    expect(linked).toHaveLength(6);
    await linkDocument(service(), id);
    expect(await mentionsIn(service(), 'asked')).toHaveLength(2);
  });
});
