import type { Principal } from '../access/principal.ts';
import { alignRevisions } from '../anchors/alignment/align-revisions.ts';
import type { Document, Revision } from '../store/generated/client.ts';
import type { Client } from '../store/store.ts';
import type { Layout } from '../text/layout.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { readAffectedAnchors } from './affected-anchors.ts';
import { type AnchorReport, countByStatus, nothingCarried, reportOf } from './anchor-report.ts';
import { type CarriedAnchor, carryAnchors } from './carry-anchors.ts';
import type { ChosenUnit } from './choose-units.ts';
import { changedDescription, type Description } from './description.ts';
import { insertRevision, newRevision } from './insert-revision.ts';
import { chooseUnitsOfPast } from './past-units.ts';
import type { RevisionTexts } from './revision-texts.ts';
import { type Linked, nothingLinked, type UnitLinker } from './unit-linker.ts';
import { writeCarried } from './write-carried.ts';

/** What publishing a text did: nothing is written twice. */
export type ImportOutcome = 'CREATED' | 'REVISED' | 'DESCRIBED' | 'UNCHANGED';

/** What publishing a text did, or would do. */
export interface Published {
  outcome: ImportOutcome;
  document: Document;
  /** The latest one; null when a dry run found that there would be another. */
  revision: Revision | null;
  anchors: AnchorReport;
  linked: Linked;
  dryRun: boolean;
}

/** A text to publish for a document that is there. */
export interface Publication {
  principal: Principal;
  agentId: string;
  layout: Layout;
  description: Description;
  note: string | null;
  linker: UnitLinker;
  /** Finds out what would happen, and writes nothing. */
  dryRun: boolean;
}

/** What a new revision will be. */
interface Plan {
  before: RevisionText;
  after: RevisionText;
  units: ChosenUnit[];
  carried: CarriedAnchor[];
}

/**
 * Publishes a text for a document, in the caller's transaction: a new revision with all its anchors carried, a new
 * description, or nothing where all is the same. The number of statements does not depend on blocks or anchors.
 * @param existing the document, locked.
 * @param latest its latest revision.
 */
export async function publish(
  statements: Client,
  texts: RevisionTexts,
  publication: Publication,
  existing: Document,
  latest: Revision,
): Promise<Published> {
  const { layout, dryRun } = publication;
  const before = (await texts.load(statements, [latest.id])).get(latest.id);
  if (before === undefined) throw new Error(`Revision ${latest.id} has gone from the store`);
  const described = changedDescription(publication.description, existing);
  if (sameArticle(before, layout)) {
    const done = { revision: latest, anchors: nothingCarried(), linked: nothingLinked, dryRun };
    if (described === null) return { outcome: 'UNCHANGED', document: existing, ...done };
    const document = dryRun ? existing : await describe(statements, publication, existing, described);
    return { outcome: 'DESCRIBED', document, ...done };
  }
  const language = described?.language ?? existing.language;
  const plan = await planRevision(statements, texts, publication, before, language);
  const anchors = reportOf(plan.carried, plan.before, plan.after);
  if (dryRun)
    return {
      outcome: 'REVISED',
      document: existing,
      revision: null,
      anchors,
      linked: nothingLinked,
      dryRun,
    };
  const written = await writeRevision(statements, publication, existing, described, plan);
  return { outcome: 'REVISED', ...written, anchors, dryRun };
}

type ChangedDescription = NonNullable<ReturnType<typeof changedDescription>>;

async function describe(
  statements: Client,
  { agentId }: Publication,
  { id }: Document,
  described: ChangedDescription,
): Promise<Document> {
  const document = await statements.document.update({
    where: { id },
    data: { ...described, updatedAt: new Date() },
  });
  await statements.event.create({
    data: { kind: 'DOCUMENT_DESCRIBED', agentId, documentId: id, state: { ...described } },
  });
  return document;
}

async function planRevision(
  statements: Client,
  texts: RevisionTexts,
  { principal, layout }: Publication,
  before: RevisionText,
  language: string,
): Promise<Plan> {
  const alignment = alignRevisions(
    before.units.map(({ text }) => text),
    layout.units,
    language,
  );
  const units = await chooseUnitsOfPast(statements, texts, before, alignment, layout.text);
  const { documentId, slug } = before;
  const after = newRevision({ documentId, slug, number: before.number + 1 }, layout, units);
  const affected = await readAffectedAnchors(statements, principal, before, after);
  return { before, after, units, carried: await carryAnchors(affected, before, after, alignment) };
}

async function writeRevision(
  statements: Client,
  { agentId, note, linker }: Publication,
  { id }: Document,
  described: ChangedDescription | null,
  { before, after, units, carried }: Plan,
): Promise<{ document: Document; revision: Revision; linked: Linked }> {
  const document = await statements.document.update({
    where: { id },
    data: { ...described, latestRevision: after.number, updatedAt: new Date() },
  });
  const revision = await insertRevision(statements, after, units, { agentId, note });
  await writeCarried(statements, carried, before, after, agentId);
  const state = { anchors: countByStatus(carried) };
  await statements.event.create({
    data: { kind: 'REVISION_PUBLISHED', agentId, documentId: id, revisionId: revision.id, state },
  });
  const arrived = after.units.filter((unit) => before.unitById(unit.id) === undefined);
  const { language } = document;
  const task = { revision: after, language, units: arrived.map(({ index }) => index) };
  return { document, revision, linked: await linker.link(statements, agentId, [task]) };
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
