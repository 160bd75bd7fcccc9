import type { Command } from 'commander';
import { findRevisions } from '../documents/find-revisions.ts';
import { InputInvalid, NotFound } from '../problem.ts';
import type { Scholion } from '../scholion.ts';
import { excerpt } from '../text/excerpt.ts';
import { parseReference } from '../text/reference.ts';
import type { RevisionBlock } from '../text/revision-text.ts';
import { examples, requireStore, type StoreGiven, storeCommand, withScholion } from './options.ts';

export function showCommand(): Command {
  return storeCommand(
    'show',
    'Show a document as a tree: the ref of each block, what it is, and how it begins.',
  )
    .argument('<slug>', 'the document, such as secret-speech, or one revision of it: secret-speech@1')
    .addHelpText(
      'after',
      examples(
        ['scholion show secret-speech', 'the latest revision'],
        ['scholion show secret-speech@1', 'the first one'],
      ),
    )
    .action((slug: string, given: StoreGiven) => {
      requireStore(given);
      return withScholion(given, (scholion) => show(scholion, slug));
    });
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
