import type { Statements } from '../../store/store.ts';
import type { EntityAuthority, EntityContent, EntityName } from '../entity.ts';
import { type Entity, entityColumns } from './read.ts';

/** An entity that stands for itself, with its own content apart from that of entities that were merged into it. */
export interface StoredEntity {
  entity: Entity;
  content: EntityContent;
  /** What it has besides because others were merged into it; their names as they have them. */
  inherited: { names: EntityName[]; authorities: EntityAuthority[] };
}

interface StoredRow extends Entity {
  ownNames: [string, string | null, EntityName['kind']][] | null;
  otherNames: [string, string | null, EntityName['kind']][] | null;
  ownAuthorities: [EntityAuthority['scheme'], string][] | null;
  otherAuthorities: [EntityAuthority['scheme'], string][] | null;
}

/** Reads an entity whole, in one statement: of one that was merged, the one that it is read as now; null where there is none. */
export async function readStored(statements: Statements, id: string): Promise<StoredEntity | null> {
  const rows = await statements.$queryRaw<StoredRow[]>`
    SELECT ${entityColumns}, n.own AS "ownNames", n.others AS "otherNames",
      a.own AS "ownAuthorities", a.others AS "otherAuthorities"
    FROM entity w JOIN entity c ON c.id = w.canonical_id
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_array(n.text, n.language, n.kind) ORDER BY n.ordinal)
            FILTER (WHERE e.id = c.id) AS own,
          json_agg(json_build_array(n.text, n.language, n.kind) ORDER BY e.id, n.ordinal)
            FILTER (WHERE e.id <> c.id) AS others
        FROM entity e JOIN entity_name n ON n.entity_id = e.id WHERE e.canonical_id = c.id) n
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_array(a.scheme, a.value) ORDER BY a.id) FILTER (WHERE e.id = c.id) AS own,
          json_agg(json_build_array(a.scheme, a.value) ORDER BY a.id) FILTER (WHERE e.id <> c.id) AS others
        FROM entity e JOIN entity_authority a ON a.entity_id = e.id WHERE e.canonical_id = c.id) a
    WHERE w.id = ${id}::uuid`;
  const [row] = rows;
  if (row === undefined) return null;
  const { ownNames, otherNames, ownAuthorities, otherAuthorities, ...entity } = row;
  return {
    entity,
    content: {
      kind: entity.kind,
      names: (ownNames ?? []).map(toName),
      description: entity.description,
      authorities: (ownAuthorities ?? []).map(toAuthority),
      startDate: entity.startDate,
      endDate: entity.endDate,
    },
    inherited: {
      names: (otherNames ?? []).map(toName),
      authorities: (otherAuthorities ?? []).map(toAuthority),
    },
  };
}

function toName([text, language, kind]: [string, string | null, EntityName['kind']]): EntityName {
  return { text, language, kind };
}

function toAuthority([scheme, value]: [EntityAuthority['scheme'], string]): EntityAuthority {
  return { scheme, value };
}
