import { Prisma } from '../../store/generated/client.ts';
import type { Statements } from '../../store/store.ts';
import { addressesLike } from './addresses.ts';
import type { Candidate } from './candidate.ts';
import { matchLimits as limits } from './limits.ts';
import type { IndexQuery } from './query.ts';
import type { SoughtReference } from './reference.ts';
import { term } from './terms.ts';

/** So much as no words weigh: a source with the identifier is compared before all others. */
const IDENTIFIED = 1_000_000;

/** A source that has less than this share of the weight of the best one is not compared: far too much speaks for that one. */
const SHARE_OF_BEST = 0.4;

/**
 * Reads the sources that a reference may mean, at most `matchLimits.compared`, in one statement whose cost is bounded
 * whatever the number of sources: those with its identifiers, and those that weigh most by the terms that they share.
 */
export async function readCandidates(
  statements: Pick<Statements, '$queryRaw'>,
  sought: Pick<SoughtReference, 'doi' | 'isbn' | 'url' | 'key'>,
  { scanned, probed, least }: IndexQuery,
): Promise<Candidate[]> {
  const terms = scanned.map((one) => one.term);
  return await statements.$queryRaw<Candidate[]>`
    WITH listed AS MATERIALIZED (
      SELECT p.source_id, q.weight
      FROM unnest(${terms}::text[], ${scanned.map(({ weight }) => weight)}::float8[], ${scanned.map(({ most }) => most)}::int[])
          q(term, weight, most)
        CROSS JOIN LATERAL (SELECT t.source_id FROM source_term t WHERE t.term = q.term ORDER BY t.source_id LIMIT q.most) p
    ), sharing AS MATERIALIZED (
      SELECT source_id, sum(weight) AS weight FROM listed GROUP BY source_id
      ORDER BY weight DESC, source_id LIMIT ${limits.weighed}
    ), weighed AS MATERIALIZED (
      SELECT h.source_id, h.weight + coalesce((
        SELECT sum(q.weight) FROM unnest(${probed.map((one) => one.term)}::text[], ${probed.map(({ weight }) => weight)}::float8[]) q(term, weight)
        WHERE EXISTS (SELECT FROM source_term t WHERE t.term = q.term AND t.source_id = h.source_id)), 0) AS weight
      FROM sharing h
    ), identified AS MATERIALIZED (${Prisma.join(identifiedParts(sought), ' UNION ALL ')}
    ), chosen AS MATERIALIZED (
      SELECT source_id, max(weight) AS weight
      FROM (SELECT source_id, weight FROM weighed
        WHERE weight >= greatest(${least}::float8, ${SHARE_OF_BEST}::float8 * (SELECT max(weight) FROM weighed))
        UNION ALL SELECT source_id, ${IDENTIFIED}::float8 FROM identified) a
      GROUP BY source_id ORDER BY weight DESC, source_id LIMIT ${limits.compared}
    )
    SELECT s.id, s.canonical_id AS "canonicalId", c.key AS "canonicalKey", s.key, s.title, s.title_short AS "titleShort",
      s.original_title AS "originalTitle", s.container, s.container_short AS "containerShort", s.collection, s.publisher,
      s.publisher_place AS "publisherPlace", s.authority, s.genre, s.edition, s.event,
      s.event_place AS "eventPlace", s.archive, s.archive_location AS "archiveLocation", s.medium, s.note, s.volume, s.issue, s.pages, s.issued,
      s.original_date AS "originalDate", s.doi, s.isbn, s.url, coalesce(n.creators, '[]'::json) AS creators
    FROM chosen h JOIN source s ON s.id = h.source_id AND s.deleted_at IS NULL
      JOIN source c ON c.id = s.canonical_id AND c.deleted_at IS NULL
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('role', r.role, 'family', r.family, 'given', r.given,
          'droppingParticle', r.dropping_particle, 'nonDroppingParticle', r.non_dropping_particle, 'suffix', r.suffix,
          'literal', r.literal) ORDER BY r.ordinal) AS creators
        FROM source_creator r WHERE r.source_id = s.id) n ON true`;
}

/** Always the same statements, so that they are planned once: what is not given finds nothing. */
function identifiedParts({
  doi,
  isbn,
  url,
  key,
}: Pick<SoughtReference, 'doi' | 'isbn' | 'url' | 'key'>): Prisma.Sql[] {
  const most = limits.identified;
  return [
    Prisma.sql`(SELECT id AS source_id FROM source WHERE doi = ${doi}::text AND deleted_at IS NULL LIMIT ${most})`,
    Prisma.sql`(SELECT id FROM source WHERE isbn = ${isbn}::text AND deleted_at IS NULL LIMIT ${most})`,
    Prisma.sql`(SELECT id FROM source WHERE url = ANY(${addressesLike(url)}::text[]) AND deleted_at IS NULL LIMIT ${most})`,
    Prisma.sql`(SELECT source_id FROM source_term WHERE term = ${key === null ? null : term.key(key)}::text ORDER BY source_id LIMIT ${most})`,
  ];
}
