import type { Principal } from '../access/principal.ts';
import { groupBy } from '../group-by.ts';
import { Prisma } from '../store/generated/client.ts';
import type { Statements } from '../store/store.ts';
import { type Annotation, annotationColumns } from './annotation.ts';
import { type AnnotationFilter, filterCondition } from './filter.ts';
import { listByPosition } from './list-by-position.ts';
import { candidates, positionCondition, type Scope, scopeRecords } from './scope.ts';

/** POSITION: in the order of the text; NEWEST and OLDEST by the time of creation. */
export type AnnotationOrder = 'POSITION' | 'NEWEST' | 'OLDEST';

/** Where an annotation stands in a list: its first anchor's block and offset, then its id. */
export interface AnnotationKey {
  ordinal: number;
  offset: number;
  id: string;
}

/** What is asked of a list, apart from whose list it is. */
export interface ListShape {
  filter: AnnotationFilter;
  order: AnnotationOrder;
  /** At most this many, from the start, or from the end when `backward`. */
  limit: number;
  backward: boolean;
  after: AnnotationKey | null;
  before: AnnotationKey | null;
}

export interface ListedAnnotation extends Annotation {
  /** Its place in the list. */
  place: AnnotationKey;
}

interface ListedRow extends Annotation {
  key: number;
  place: [ordinal: number, offset: number] | null;
}

/**
 * Reads the same page of several lists of one kind in one statement, whatever their number and length.
 * @returns for each scope its annotations in the list's order.
 */
export async function listAnnotations(
  statements: Statements,
  principal: Principal,
  scopes: readonly Scope[],
  shape: ListShape,
): Promise<ListedAnnotation[][]> {
  const condition = filterCondition(principal, shape.filter, positionCondition(scopes));
  const byWalking = shape.order === 'POSITION' && scopes[0]?.kind === 'document';
  const page = byWalking ? listByPosition(shape, condition) : listBySorting(scopes, shape, condition);
  const rows = await statements.$queryRaw<ListedRow[]>`
    SELECT s.key, x.* FROM ${scopeRecords(scopes)} CROSS JOIN LATERAL ${page} x`;
  const grouped = groupBy(rows, (row) => row.key);
  return scopes.map((_, key) => sort(grouped.get(key) ?? [], shape));
}

/** Counts several lists of one kind in one statement. */
export async function countAnnotations(
  statements: Statements,
  principal: Principal,
  scopes: readonly Scope[],
  filter: AnnotationFilter,
): Promise<number[]> {
  const rows = await statements.$queryRaw<{ key: number; count: number }[]>`
    SELECT s.key, (
      SELECT count(*)::int FROM ${candidates(scopes)} c JOIN annotation a ON a.id = c.annotation_id
      WHERE ${filterCondition(principal, filter, positionCondition(scopes))}
    ) AS count FROM ${scopeRecords(scopes)}`;
  const counts = new Map(rows.map((row) => [row.key, row.count]));
  return scopes.map((_, key) => counts.get(key) ?? 0);
}

function listBySorting(scopes: readonly Scope[], shape: ListShape, condition: Prisma.Sql): Prisma.Sql {
  const descending = (shape.order === 'NEWEST') !== shape.backward;
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const order =
    shape.order === 'POSITION'
      ? Prisma.sql`c.place ${direction}, a.id ${direction}`
      : Prisma.sql`a.id ${direction}`;
  return Prisma.sql`(
    SELECT ${annotationColumns}, c.place
    FROM ${candidates(scopes)} c JOIN annotation a ON a.id = c.annotation_id
    WHERE ${Prisma.join([condition, ...bounds(shape)], ' AND ')}
    ORDER BY ${order} LIMIT ${shape.limit})`;
}

function bounds({ order, after, before }: ListShape): Prisma.Sql[] {
  const beyond = order === 'NEWEST' ? Prisma.sql`<` : Prisma.sql`>`;
  const short = order === 'NEWEST' ? Prisma.sql`>` : Prisma.sql`<`;
  const side = ({ ordinal, offset, id }: AnnotationKey, comparison: Prisma.Sql): Prisma.Sql =>
    order === 'POSITION'
      ? Prisma.sql`(c.place, a.id) ${comparison} (ARRAY[${ordinal}, ${offset}]::int[], ${id}::uuid)`
      : Prisma.sql`a.id ${comparison} ${id}::uuid`;
  return [
    ...(after === null ? [] : [side(after, beyond)]),
    ...(before === null ? [] : [side(before, short)]),
  ];
}

/** The database gives no order across the lists, and the far end first when reading backward. */
function sort(rows: ListedRow[], { order }: ListShape): ListedAnnotation[] {
  const listed = rows.map(({ key: _, place, ...annotation }) => ({
    ...annotation,
    place: { ordinal: place?.[0] ?? 0, offset: place?.[1] ?? 0, id: annotation.id },
  }));
  return listed.sort((a, b) => {
    const byPlace = a.place.ordinal - b.place.ordinal || a.place.offset - b.place.offset;
    const byId = a.id < b.id ? -1 : Number(a.id > b.id);
    if (order === 'POSITION') return byPlace || byId;
    return order === 'NEWEST' ? -byId : byId;
  });
}
