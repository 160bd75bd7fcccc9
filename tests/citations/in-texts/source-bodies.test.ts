import { describe, expect, it } from 'vitest';
import { addAnnotations } from '../../../src/annotations/add.ts';
import type { Annotation, Body } from '../../../src/annotations/annotation.ts';
import { deleteAnnotation, editAnnotation, restoreAnnotation } from '../../../src/annotations/edit.ts';
import { contentAfter, listEvents } from '../../../src/annotations/history.ts';
import type { NewAnnotation } from '../../../src/annotations/input.ts';
import { countAnnotations, listAnnotations } from '../../../src/annotations/list.ts';
import { readBodies } from '../../../src/annotations/read.ts';
import type { Scope } from '../../../src/annotations/scope.ts';
import { deleteSource } from '../../../src/citations/sources/delete.ts';
import { mergeSources } from '../../../src/citations/sources/merge.ts';
import { InputInvalid, NotFound } from '../../../src/problem.ts';
import { useWorkshop } from './workshop.ts';

const workshop = useWorkshop();

const body = (sourceId: string, more: object = {}): Body => ({
  kind: 'SOURCE',
  sourceId,
  locator: null,
  locatorLabel: null,
  purpose: null,
  ...more,
});

async function note(documentId: string, ...bodies: Body[]) {
  const shop = workshop();
  const given: NewAnnotation = {
    documentId,
    revision: null,
    targets: [],
    motivation: 'LINKING',
    bodies,
    tags: [],
    visibility: 'PUBLIC',
    replyToId: null,
    idempotencyKey: null,
  };
  const [result] = await addAnnotations(shop.store, shop.texts, shop.principal, [given]);
  return result;
}

async function noted(documentId: string, ...bodies: Body[]): Promise<Annotation> {
  const result = await note(documentId, ...bodies);
  if (result === undefined || result instanceof Error) throw result;
  return result;
}

async function listed(scope: Scope, filter = {}): Promise<string[]> {
  const shop = workshop();
  const shape = { filter, order: 'OLDEST' as const, limit: 100, backward: false, after: null, before: null };
  const [list = []] = await listAnnotations(shop.prisma, shop.principal, [scope], shape);
  expect(await countAnnotations(shop.prisma, shop.principal, [scope], filter)).toEqual([list.length]);
  return list.map(({ id }) => id);
}

describe('a source as a body of an annotation', () => {
  it('is stored, edited, kept in history and listed, merged ones too', async () => {
    const shop = workshop();
    const { document } = await shop.publish('bodies', 'Some words.');
    const [one, two] = [await shop.source('one'), await shop.source('two')];
    const annotation = await noted(
      document.id,
      body(one, { locator: ' 12-15 ' }),
      body(two, { purpose: 'LINKING' }),
    );
    const stored = [body(one, { locator: '12-15', locatorLabel: 'PAGE' }), body(two, { purpose: 'LINKING' })];
    expect((await readBodies(shop.prisma, [annotation.id], null)).get(annotation.id)).toEqual(stored);
    const other = await noted(document.id, body(two));
    expect(await listed({ kind: 'source', sourceId: one })).toEqual([annotation.id]);
    expect(await listed({ kind: 'store' }, { sourceId: two })).toEqual([annotation.id, other.id]);
    const bodies = [body(two, { locator: 'iv', locatorLabel: 'CHAPTER' })];
    const { id } = annotation;
    await editAnnotation(shop.store, shop.principal, { id, version: 1, changes: { bodies } });
    expect((await readBodies(shop.prisma, [id], null)).get(id)).toEqual(bodies);
    const [events = []] = await listEvents(shop.prisma, shop.principal, [id], { limit: 5, after: null });
    expect(events.map((event) => contentAfter(event)?.bodies)).toEqual([stored, bodies]);
    expect(await listed({ kind: 'source', sourceId: one })).toEqual([]);
    await mergeSources(shop.store, shop.principal, two, one);
    expect(await listed({ kind: 'source', sourceId: one })).toEqual([id, other.id]);
    for (const sourceId of [one, two])
      expect(await listed({ kind: 'store' }, { sourceId })).toEqual([id, other.id]);
  });

  it('must be there, when it is added, edited and restored', async () => {
    const shop = workshop();
    const { document } = await shop.publish('missing', 'Some words.');
    const source = await shop.source('missing');
    expect(await note(document.id, body(document.id))).toBeInstanceOf(NotFound);
    expect(await note(document.id, body(source, { locatorLabel: 'PAGE' }))).toBeInstanceOf(InputInvalid);
    const { id } = await noted(document.id, body(source));
    const bodies = [body(document.id)];
    const edit = { id, version: 1, changes: { bodies } };
    await expect(editAnnotation(shop.store, shop.principal, edit)).rejects.toBeInstanceOf(NotFound);
    await expect(deleteSource(shop.store, shop.principal, source, null)).rejects.toMatchObject({
      code: 'SOURCE_CITED',
    });
    await deleteAnnotation(shop.store, shop.principal, id, null);
    await deleteSource(shop.store, shop.principal, source, null);
    await expect(restoreAnnotation(shop.store, shop.principal, id, null)).rejects.toThrow(
      /names a source that was deleted meanwhile/,
    );
    expect(await note(document.id, body(source))).toBeInstanceOf(NotFound);
  });

  it('is not written of a source that is deleted meanwhile', async () => {
    const shop = workshop();
    const { document } = await shop.publish('meanwhile', 'Some words.');
    for (let round = 0; round < 6; round += 1) {
      const source = await shop.source(`meanwhile${round}`);
      const [added, deleted] = await Promise.allSettled([
        note(document.id, body(source)),
        deleteSource(shop.store, shop.principal, source, null),
      ]);
      const wasAdded = added.status === 'fulfilled' && !(added.value instanceof Error);
      expect(wasAdded).toBe(deleted.status === 'rejected');
      if (!wasAdded) expect(added).toMatchObject({ status: 'fulfilled', value: expect.any(NotFound) });
    }
  });
});
