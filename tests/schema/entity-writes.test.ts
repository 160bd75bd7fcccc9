import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockRegistry } from '../../src/entities/registry/lock.ts';
import { freeSlugs } from '../../src/entities/registry/slugs.ts';
import { type EntityToWrite, writeEntities } from '../../src/entities/registry/write.ts';
import { isSlug } from '../../src/text/slug.ts';
import { entityBy, merge, savedEntity, undoMerge } from '../support/entities.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });

function thing(name: string): EntityToWrite {
  const names = [{ text: name, language: null, kind: 'PREFERRED' as const }];
  const content = { kind: 'CONCEPT' as const, names, description: null, startDate: null, endDate: null };
  return {
    id: null,
    slug: name,
    version: 1,
    content: { ...content, authorities: [{ scheme: 'VIAF', value: name.slice(1) }] },
  };
}

describe('writeEntities', () => {
  it('writes and changes many in as many statements as one', async () => {
    const counts: number[] = [];
    for (const size of [1, 500]) {
      const { prisma } = service().scholion.store;
      const agent = service().scholion.localAgentId;
      const things = Array.from({ length: size }, (_, index) => thing(`t${size}${index}`));
      const statements: string[] = [];
      const write = async (entities: EntityToWrite[]): Promise<string[]> =>
        await prisma.$transaction(async (transaction) => {
          await lockRegistry(transaction);
          const counting = new Proxy(transaction, {
            get: (target, name, receiver) => {
              if (name === '$executeRaw' || name === '$queryRaw') statements.push(String(name));
              return Reflect.get(target, name, receiver);
            },
          });
          return await writeEntities(counting, agent, entities);
        });
      const ids = await write(things);
      await write(
        things.map((one, index) => ({ ...one, id: ids[index] ?? null, version: 2, slug: `${one.slug}-b` })),
      );
      counts.push(statements.length);
      expect(await entityBy(service(), { slug: `t${size}${size - 1}-b` })).toMatchObject({
        version: 2,
        name: `t${size}${size - 1}`,
      });
      expect(await entityBy(service(), { slug: `t${size}0` })).toBeNull();
    }
    expect(counts[1]).toBe(counts[0]);
  });
});

describe('freeSlugs', () => {
  it('answers slugs that nobody has, all different, the wanted ones where they are free', async () => {
    const { prisma } = service().scholion.store;
    const long = 'x'.repeat(100);
    for (const slug of ['a', 'a-2', 'a-4', long])
      await savedEntity(service(), { kind: 'WORK', name: slug, slug });
    const taken = new Set(['a', 'a-2', 'a-4', long]);
    const slug = fc.constantFrom(
      'a',
      'a-2',
      'a-3',
      'b',
      'b-2',
      'b-2-2',
      long,
      'x'.repeat(98),
      `${'x'.repeat(98)}-2`,
      `${'y'.repeat(89)}`,
      `${'y'.repeat(89)}-2`,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(slug, { maxLength: 20 }),
        fc.uniqueArray(slug, { maxLength: 4 }),
        async (wanted, given) => {
          const free = await freeSlugs(prisma, wanted, new Set(given));
          expect(free).toHaveLength(wanted.length);
          expect(new Set([...free, ...given]).size).toBe(free.length + given.length);
          for (const [index, one] of free.entries()) {
            expect(isSlug(one) && !taken.has(one)).toBe(true);
            const first = wanted.indexOf(wanted[index] ?? '') === index;
            if (
              first &&
              !taken.has(wanted[index] ?? '') &&
              !given.includes(wanted[index] ?? '') &&
              !free.slice(0, index).includes(wanted[index] ?? '')
            )
              expect(one).toBe(wanted[index]);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('merging and undoing in any order', () => {
  it('leaves every entity where it belongs', async () => {
    const place = fc.record({ undo: fc.boolean(), entity: fc.nat(4), into: fc.nat(4), which: fc.nat(9) });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 12 }), async (steps) => {
        const made: Data[] = [];
        for (const name of ['V', 'W', 'X', 'Y', 'Z'])
          made.push(await savedEntity(service(), { kind: 'EVENT', name, authorities: [] }));
        const parents = new Map<string, string>();
        const rootOf = (id: string): string => {
          const parent = parents.get(id);
          return parent === undefined ? id : rootOf(parent);
        };
        const merges: { event: string; entity: string }[] = [];
        for (const { undo, entity, into, which } of steps) {
          if (undo && merges.length > 0) {
            const [merged] = merges.splice(which % merges.length, 1);
            if (merged === undefined) continue;
            parents.delete(merged.entity);
            expect(await undoMerge(service(), merged.event)).toMatchObject({ entity: { id: merged.entity } });
          } else {
            const [from, to] = [made[entity].id, made[into].id];
            const result = await merge(service(), from, to);
            if (rootOf(from) === rootOf(to)) expect(result.__typename).toBe('InputInvalid');
            else {
              merges.push({ event: result.event.id, entity: rootOf(from) });
              parents.set(rootOf(from), rootOf(to));
            }
          }
        }
        for (const { id } of made) expect((await entityBy(service(), { id })).id).toBe(rootOf(id));
      }),
      { numRuns: 15 },
    );
  });
});
