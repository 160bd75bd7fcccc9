import { carriedPassage, sameUnitsIn } from '../src/documents/carry-passage.ts';
import { type Passage, passageAt } from '../src/documents/passages.ts';
import { rangeOfReference } from '../src/documents/places.ts';
import { NotFound } from '../src/problem.ts';
import { parseReference } from '../src/text/reference.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';
import { textOf } from './revision-text.ts';

/**
 * What a canonical reference points at.
 * @throws TextProblem for a malformed reference, or offsets that do not fit; NotFound, saying what is not there.
 */
export async function findPassage(given: string, context: Context): Promise<Passage> {
  const reference = parseReference(given);
  const { slug, revision: number } = reference;
  const document = await context.loaders.documentBy.read({ slug });
  if (document === null)
    throw new NotFound(`There is no document ${slug} here; check how its name is spelt.`);
  const row = await context.loaders.revisionByNumber.read({ documentId: document.id, number });
  if (row === null)
    throw new NotFound(
      document.latestRevision === 1
        ? `There is no revision ${number} of ${slug}; it has only revision 1.`
        : `There is no revision ${number} of ${slug}; its revisions are 1 to ${document.latestRevision}.`,
    );
  const revision = await textOf(row, context);
  const range = rangeOfReference(revision, reference);
  if (reference.range !== null || reference.lastRef !== null) return passageAt(revision, range);
  const block = reference.ref === null ? null : (revision.blockByRef(reference.ref) ?? null);
  return { revision, range, block };
}

/** The very words of a passage where they stand in the latest revision; null where they do not stand there any more. */
export async function latestOf(passage: Passage, context: Context): Promise<Passage | null> {
  const { documentId } = passage.revision;
  const latest = found(await context.loaders.revisionByNumber.read({ documentId, number: null }));
  if (latest.id === passage.revision.id) return passage;
  const revision = await textOf(latest, context);
  const standing = sameUnitsIn(revision, passage);
  if (standing !== null) return passageAt(revision, standing);
  context.budget.compare(passage.revision, revision);
  await context.breathe();
  const alignment = context.scholion.texts.align(passage.revision, revision, latest.language);
  return carriedPassage(alignment, revision, passage);
}
