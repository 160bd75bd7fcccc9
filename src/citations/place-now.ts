import { AFTER_BLOCKS } from '../place-cursor.ts';
import { Prisma } from '../store/generated/client.ts';
import { CITING, QUOTED } from './citation.ts';

/** Joins a citation `c` to where its anchors stand in the latest revision `r` of its document. */
export const placedNow = Prisma.sql`
  JOIN anchor n ON n.citation_id = c.id AND n.ordinal = ${CITING}
  JOIN anchor_position p ON p.anchor_id = n.id AND p.last_revision IS NULL
  LEFT JOIN block b ON b.revision_id = r.id AND b.unit_id = p.start_unit_id
  LEFT JOIN (anchor m JOIN anchor_position q ON q.anchor_id = m.id AND q.last_revision IS NULL)
    ON m.citation_id = c.id AND m.ordinal = ${QUOTED}
  LEFT JOIN block g ON g.revision_id = r.id AND g.unit_id = q.start_unit_id`;

/** Where it stands so: by its citing words, or else by those that it quotes, or else after all blocks. */
export const ordinalNow = Prisma.sql`COALESCE(b.ordinal, g.ordinal, ${AFTER_BLOCKS}::int)`;
export const offsetNow = Prisma.sql`CASE WHEN b.id IS NOT NULL THEN p.start_offset
  WHEN g.id IS NOT NULL THEN q.start_offset ELSE 0 END`;

export const placeNow = Prisma.sql`${ordinalNow} AS ordinal, ${offsetNow} AS "offset"`;
