import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { InputInvalid } from '../problem.ts';
import type { Revision } from '../store/generated/client.ts';
import type { Client, Store } from '../store/store.ts';
import { nothingCarried } from './anchor-report.ts';
import { newUnits } from './choose-units.ts';
import { checkImportInput, type ImportInput } from './import-input.ts';
import { insertRevision, newRevision } from './insert-revision.ts';
import { latestRevisionOf } from './latest-revision.ts';
import { lockDocument } from './lock.ts';
import { type Publication, type Published, publish } from './publish.ts';
import { readText } from './ready-text.ts';
import { retryOnConflict } from './retry.ts';
import type { RevisionTexts } from './revision-texts.ts';
import type { UnitLinker } from './unit-linker.ts';

/** What an import did. */
export interface ImportResult extends Published {
  revision: Revision;
}

/**
 * Publishes a text under a slug, in one transaction: a new document, a new revision of the one that has the slug, or
 * nothing where the text is the same. Units of text that did not change are shared with the revision before.
 * @throws NotAllowed, InputInvalid, TextProblem; nothing is written then.
 */
export async function importDocument(
  store: Store,
  texts: RevisionTexts,
  linker: UnitLinker,
  principal: Principal,
  given: ImportInput,
): Promise<ImportResult> {
  const agentId = requireRole(principal, 'EDITOR');
  const input = checkImportInput(given);
  const { layout, title } = readText(input.format, input.source, input.title ?? null);
  const { slug, language, licence, attribution, sourceUrl, note = null } = input;
  const description = { title, language, licence, attribution, sourceUrl };
  const publication = { principal, agentId, layout, description, note, linker, dryRun: false };
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      const existing = await lockDocument(transaction, { slug }, 'to-publish');
      await requireOwnSource(transaction, slug, sourceUrl ?? null);
      if (existing === null) return await create(transaction, slug, publication);
      const latest = await latestRevisionOf(transaction, existing);
      const published = await publish(transaction, texts, publication, existing, latest);
      return { ...published, revision: published.revision ?? latest };
    }),
  );
}

async function requireOwnSource(statements: Client, slug: string, sourceUrl: string | null): Promise<void> {
  if (sourceUrl === null) return;
  const other = await statements.document.findUnique({ where: { sourceUrl } });
  if (other !== null && other.slug !== slug)
    throw new InputInvalid(
      `The document ${other.slug} was taken from that source already; import it under that slug, or leave the source out.`,
    );
}

async function create(
  statements: Client,
  slug: string,
  { agentId, description, layout, note, linker }: Publication,
): Promise<ImportResult> {
  const { title, language, licence = null, attribution = null, sourceUrl = null } = description;
  if (title === null || title === undefined)
    throw new InputInvalid(
      'The text names no title; give one (on the command line with --title), or start the text with a line like "= Title =".',
    );
  const document = await statements.document.create({
    data: { slug, title, language: language ?? 'und', licence, attribution, sourceUrl, latestRevision: 1 },
  });
  const units = newUnits(layout.units);
  const text = newRevision({ documentId: document.id, slug, number: 1 }, layout, units);
  const revision = await insertRevision(statements, text, units, { agentId, note });
  await statements.event.create({
    data: { kind: 'DOCUMENT_IMPORTED', agentId, documentId: document.id, revisionId: revision.id },
  });
  const task = { revision: text, language: document.language, units: text.units.map(({ index }) => index) };
  const linked = await linker.link(statements, agentId, [task]);
  return { outcome: 'CREATED', document, revision, anchors: nothingCarried(), linked, dryRun: false };
}
