import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { ADD_MANY, documentId, importText, note } from '../../support/annotations.ts';
import { Service } from '../../support/service.ts';
import { type Serving, startServing } from '../../support/serving.ts';
import { createDatabase } from '../../support/test-database.ts';

const PARAGRAPHS = 1_000;
const PER_PARAGRAPH = 10;
const EDITS = 10;

const FIRST = Array.from(
  { length: PARAGRAPHS },
  (_, index) =>
    `Paragraph ${index} tells how the ship left the harbour of Bergen in the ${index}th year, with a crew of ${index % 30} men who had never been at sea, and what became of them.`,
);

const WORDS = ['old', 'small', 'busy', 'grey', 'quiet', 'windy', 'cold', 'crowded', 'sleepy', 'northern'];

/** The text with ten of its paragraphs edited, otherwise in every round. */
function edited(round: number): string[] {
  return FIRST.map((text, index) => {
    if (index % (PARAGRAPHS / EDITS) !== 7) return text;
    return index % 200 === 7
      ? `Nothing is known of round ${round}.`
      : text.replace('the harbour', `the ${WORDS[round % WORDS.length]} harbour`);
  });
}

/** A store on the server with a document of 1,000 paragraphs and 10,000 annotations. */
async function filled(): Promise<{ url: string; document: string }> {
  const own = await createDatabase();
  onTestFinished(own.remove);
  const service = await Service.open(own);
  await importText(service, 'long', FIRST.join('\n\n'), { title: 'Long', language: 'en' });
  const document = await documentId(service, 'long');
  for (let half = 0; half < 2; half += 1) {
    const annotations = Array.from({ length: (PARAGRAPHS * PER_PARAGRAPH) / 2 }, (_, index) => {
      const ref = `${half * (PARAGRAPHS / 2) + Math.floor(index / PER_PARAGRAPH) + 1}`;
      const start = 8 * (index % PER_PARAGRAPH);
      return note(document, [{ block: { ref, range: { start, end: start + 40 } } }]);
    });
    await service.data(ADD_MANY, { input: { annotations } });
  }
  await service.scholion.close();
  return { url: own.location.kind === 'server' ? own.location.url : '', document };
}

const REVISE = `mutation ($input: ReviseDocumentInput!) { reviseDocument(input: $input) {
  __typename ... on ReviseDocumentPayload { revision { number } anchors { exact moved edited ambiguous orphaned } } } }`;

/** When to kill: so many milliseconds after the request, or as soon as the database runs such a statement. */
type Moment = number | string;

async function waitFor(moment: Moment, client: pg.Client, done: () => boolean): Promise<void> {
  if (typeof moment === 'number') return await new Promise((resolve) => setTimeout(resolve, moment));
  while (!done()) {
    const { rows } = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
         AND state <> 'idle' AND query LIKE $1`,
      [`%${moment}%`],
    );
    if (rows.length > 0) return;
  }
}

/** Waits until nobody else is connected to the database: what the killed process had asked for has come to its end. */
async function alone(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      'SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    if (rows[0].count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What there is of revisions, and how many things do not fit together: none must. */
async function audit(client: pg.Client): Promise<{ latest: number; text: string; faults: object }> {
  const { rows } = await client.query(`
    WITH latest AS (
      SELECT d.id AS document_id, d.latest_revision AS number, r.id FROM document d
        JOIN revision r ON r.document_id = d.id AND r.number = d.latest_revision
    )
    SELECT l.number AS latest,
      (SELECT string_agg(u.text, E'\\n\\n' ORDER BY b.ordinal) FROM block b JOIN text_unit u ON u.id = b.unit_id
        WHERE b.revision_id = l.id) AS text,
      (SELECT count(*)::int FROM revision WHERE number > l.number) AS "newerRevisions",
      (SELECT count(*)::int FROM revision r WHERE (SELECT count(*) FROM block WHERE revision_id = r.id) <> ${PARAGRAPHS})
        AS "partialRevisions",
      (SELECT count(*)::int FROM text_unit u WHERE NOT EXISTS (SELECT 1 FROM block WHERE unit_id = u.id)) AS "looseUnits",
      (SELECT count(*)::int FROM anchor n
        WHERE (SELECT count(*) FROM anchor_position p WHERE p.anchor_id = n.id AND p.last_revision IS NULL) <> 1)
        AS "anchorsAdrift",
      (SELECT count(*)::int FROM anchor_position p WHERE p.last_revision IS NULL AND p.start_unit_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM block b WHERE b.revision_id = l.id AND b.unit_id = p.start_unit_id))
        AS "anchorsInOldText",
      (SELECT count(*)::int FROM anchor_position p WHERE p.first_revision > l.number OR p.last_revision >= l.number)
        AS "positionsAhead",
      (SELECT ${PARAGRAPHS * PER_PARAGRAPH} - count(*)::int FROM anchor) AS "lostAnchors",
      (SELECT l.number - 1 - count(*)::int FROM event WHERE kind = 'REVISION_PUBLISHED') AS "untoldRevisions",
      (SELECT count(*)::int FROM event e WHERE e.kind = 'ANCHORS_CARRIED'
        AND NOT EXISTS (SELECT 1 FROM revision WHERE id = e.revision_id)) AS "eventsOfNothing"
    FROM latest l`);
  const { latest, text, ...faults } = rows[0];
  return { latest, text, faults };
}

it('A server killed while it publishes leaves the old revision whole, or the new one', async () => {
  const { url, document } = await filled();
  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  let served: Serving = await startServing([], { DATABASE_URL: url });
  const publish = async (round: number, baseRevision: number) => {
    const input = { document, baseRevision, text: edited(round).join('\n\n') };
    return (await served.data(REVISE, { input })).reviseDocument;
  };
  const started = performance.now();
  expect(await publish(0, 1)).toMatchObject({
    revision: { number: 2 },
    anchors: { exact: expect.any(Number), edited: expect.any(Number), orphaned: 50 },
  });
  const whole = performance.now() - started;

  const moments: Moment[] = [
    ...[0.1, 0.4, 0.7, 1.3].map((share) => share * whole),
    'INSERT INTO "block"',
    'closed AS',
  ];
  let before = await audit(client);
  const outcomes: string[] = [];
  for (const [index, moment] of moments.entries()) {
    const round = index + 1;
    let done = false;
    const publishing = publish(round, before.latest)
      .then(({ revision }) => `acknowledged ${revision.number}`)
      .catch(() => 'cut off')
      .finally(() => {
        done = true;
      });
    await waitFor(moment, client, () => done);
    served.process.kill('SIGKILL');
    const answered = await publishing;
    await served.process.end();
    await alone(client);
    const after = await audit(client);
    expect(Object.entries(after.faults).filter(([, count]) => count !== 0)).toEqual([]);
    if (after.latest === before.latest) {
      expect(answered).toBe('cut off');
      expect(after.text).toBe(before.text);
      outcomes.push('old');
    } else {
      expect(after.latest).toBe(before.latest + 1);
      expect(after.text).toBe(edited(round).join('\n\n'));
      outcomes.push('new');
    }
    before = after;
    served = await startServing([], { DATABASE_URL: url });
  }
  expect(outcomes).toContain('old');
  const { revision } = await publish(99, before.latest);
  expect(revision.number).toBe(before.latest + 1);
  expect((await audit(client)).text).toBe(edited(99).join('\n\n'));
});
