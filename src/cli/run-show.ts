import { findRevisions } from '../documents/find-revisions.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { Scholion } from '../scholion.ts';
import { excerpt } from '../text/excerpt.ts';
import { parseReference } from '../text/reference.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import { requireStore, type StoreGiven } from './options.ts';
import { withScholion } from './with-scholion.ts';

/** Prints a revision as a tree. @throws StoreProblem, InputInvalid, NotFound */
export async function runShow(reference: string, given: StoreGiven): Promise<void> {
  requireStore(given);
  await withScholion(given, (scholion) => show(scholion, reference));
}

async function show({ store, texts }: Scholion, reference: string): Promise<void> {
  const { slug, revision: number, ref } = parseReference(reference);
  if (ref !== null)
    throw new InputInvalid(`Only whole revisions are shown; leave the block ${ref} out of ${reference}.`);
  const document = await store.prisma.document.findUnique({ where: { slug } });
  if (document === null)
    throw new NotFound(`There is no document ${slug}; scholion list shows those that there are.`);
  const [found] = await findRevisions(store.prisma, [{ documentId: document.id, number }]);
  const id = found?.id;
  const revision = id === undefined ? undefined : (await texts.load(store.prisma, [id])).get(id);
  if (revision === undefined)
    throw new NotFound(
      `There is no revision ${number} of ${slug}; its revisions are 1 to ${document.latestRevision}.`,
    );
  console.log(`${document.title} (${slug}@${revision.number})\n`);
  const width = Math.max(...revision.blocks.map((block) => block.ref.length + 2 * block.depth));
  for (const block of revision.blocks) console.log(line(block, width));
}

function line(block: RevisionBlock, width: number): string {
  const ref = `${'  '.repeat(block.depth)}${block.ref}`.padEnd(width);
  const kind = block.kind.toLowerCase().replace('_', ' ').padEnd(11);
  return `${ref}  ${kind}  ${excerpt(block.unit?.text ?? '')}`.trimEnd();
}
