import { requireRole } from '../access/not-allowed.ts';
import type { Principal } from '../access/principal.ts';
import { InputInvalid } from '../problem.ts';
import { read } from '../readers/index.ts';
import type { Document, Revision } from '../store/generated/client.ts';
import type { Statements, Store } from '../store/store.ts';
import { alignUnits } from '../text/align.ts';
import { type Layout, layOut } from '../text/layout.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { carryPositions } from './carry-positions.ts';
import { checkImportInput, checkTitle, type ImportInput } from './import-input.ts';
import { insertRevision } from './insert-revision.ts';
import { documentLimits } from './limits.ts';
import { retryOnConflict } from './retry.ts';
import type { RevisionTexts } from './revision-texts.ts';

/** What an import did: nothing is written twice. */
export type ImportOutcome = 'CREATED' | 'REVISED' | 'DESCRIBED' | 'UNCHANGED';

export interface ImportResult {
  outcome: ImportOutcome;
  document: Document;
  revision: Revision;
  /** How many anchors became orphans with this revision. */
  orphaned: number;
}

/**
 * Publishes a text under a slug, in one transaction: a new document, a new revision of the one that has the slug, or
 * nothing where the text is the same. Units of text that did not change are shared with the revision before.
 * @throws NotAllowed, InputInvalid, TextProblem; nothing is written then.
 */
export async function importDocument(
  store: Store,
  texts: RevisionTexts,
  principal: Principal,
  given: ImportInput,
): Promise<ImportResult> {
  const agentId = requireRole(principal, 'EDITOR');
  const input = checkImportInput(given);
  const article = read(input.format, input.source);
  const layout = layOut(article.blocks);
  if (layout.blocks.length > documentLimits.blocks)
    throw new InputInvalid(
      `The text has ${layout.blocks.length} blocks, more than ${documentLimits.blocks}; publish it as several documents.`,
    );
  const title = checkTitle(input.title ?? (article.title === '' ? null : article.title));
  return await retryOnConflict(() =>
    store.prisma.$transaction(async (transaction) => {
      const publication = { statements: transaction, texts, agentId, input, title, layout };
      const existing = await lockDocument(transaction, input.slug);
      await requireOwnSource(transaction, input);
      return existing === null ? await create(publication) : await revise(publication, existing);
    }),
  );
}

interface Publication {
  statements: Statements;
  texts: RevisionTexts;
  agentId: string;
  input: ImportInput;
  title: string | null;
  layout: Layout;
}

async function lockDocument(statements: Statements, slug: string): Promise<Document | null> {
  const locked = await statements.$queryRaw<
    { id: string }[]
  >`SELECT id FROM document WHERE slug = ${slug} FOR UPDATE`;
  const id = locked[0]?.id;
  return id === undefined ? null : await statements.document.findUnique({ where: { id } });
}

async function requireOwnSource(statements: Statements, { slug, sourceUrl }: ImportInput): Promise<void> {
  if (sourceUrl === null || sourceUrl === undefined) return;
  const other = await statements.document.findUnique({ where: { sourceUrl } });
  if (other !== null && other.slug !== slug)
    throw new InputInvalid(
      `The document ${other.slug} was taken from that source already; import it under that slug, or leave the source out.`,
    );
}

async function create({ statements, agentId, input, title, layout }: Publication): Promise<ImportResult> {
  if (title === null)
    throw new InputInvalid(
      'The text names no title; give one (on the command line with --title), or start the text with a line like "= Title =".',
    );
  const document = await statements.document.create({
    data: {
      slug: input.slug,
      title,
      language: input.language ?? 'und',
      licence: input.licence ?? null,
      attribution: input.attribution ?? null,
      sourceUrl: input.sourceUrl ?? null,
      latestRevision: 1,
    },
  });
  const unitIds = layout.units.map(() => null);
  const revision = await insertRevision(statements, {
    document,
    number: 1,
    agentId,
    layout,
    unitIds,
    note: input.note,
  });
  await statements.event.create({
    data: { kind: 'DOCUMENT_IMPORTED', agentId, documentId: document.id, revisionId: revision.id },
  });
  return { outcome: 'CREATED', document, revision, orphaned: 0 };
}

async function revise(publication: Publication, existing: Document): Promise<ImportResult> {
  const { statements, texts, agentId, input, layout } = publication;
  const latest = await statements.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId: existing.id, number: existing.latestRevision } },
  });
  const before = (await texts.load(statements, [latest.id])).get(latest.id);
  if (before === undefined) throw new Error(`Revision ${latest.id} has gone from the store`);
  const described = describe(publication, existing);
  if (sameArticle(before, layout)) {
    if (described === null)
      return { outcome: 'UNCHANGED', document: existing, revision: latest, orphaned: 0 };
    const document = await statements.document.update({ where: { id: existing.id }, data: described });
    await statements.event.create({
      data: {
        kind: 'DOCUMENT_DESCRIBED',
        agentId,
        documentId: document.id,
        state: { ...described, updatedAt: undefined },
      },
    });
    return { outcome: 'DESCRIBED', document, revision: latest, orphaned: 0 };
  }
  const number = existing.latestRevision + 1;
  const alignment = alignUnits(
    before.units.map((unit) => unit.text),
    layout.units,
  );
  const unitIds = alignment.map((index) => (index === null ? null : (before.units[index]?.id ?? null)));
  const document = await statements.document.update({
    where: { id: existing.id },
    data: { ...described, latestRevision: number, updatedAt: new Date() },
  });
  const revision = await insertRevision(statements, {
    document,
    number,
    agentId,
    layout,
    unitIds,
    note: input.note,
  });
  const orphaned = await carryPositions(statements, before, number, unitIds);
  await statements.event.create({
    data: {
      kind: 'REVISION_PUBLISHED',
      agentId,
      documentId: document.id,
      revisionId: revision.id,
      state: { orphaned },
    },
  });
  return { outcome: 'REVISED', document, revision, orphaned };
}

/** What of the document's description the import changes, or null. */
function describe({ input, title }: Publication, existing: Document) {
  const wanted = {
    title: title ?? existing.title,
    language: input.language ?? existing.language,
    licence: input.licence ?? existing.licence,
    attribution: input.attribution ?? existing.attribution,
    sourceUrl: input.sourceUrl ?? existing.sourceUrl,
  };
  const same =
    wanted.title === existing.title &&
    wanted.language === existing.language &&
    wanted.licence === existing.licence &&
    wanted.attribution === existing.attribution &&
    wanted.sourceUrl === existing.sourceUrl;
  return same ? null : { ...wanted, updatedAt: new Date() };
}

function sameArticle(before: RevisionText, layout: Layout): boolean {
  return (
    before.text === layout.text &&
    before.blocks.length === layout.blocks.length &&
    before.blocks.every((block, index) => {
      const other = layout.blocks[index];
      return (
        other !== undefined &&
        block.kind === other.kind &&
        block.ref === other.ref &&
        block.level === other.level &&
        block.ordered === other.ordered
      );
    })
  );
}
