import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localPrincipal } from '../src/access/principal.ts';
import { importSample } from '../src/cli/sample.ts';
import { importDocument } from '../src/documents/import.ts';
import { nothingLinked, type UnitLinker } from '../src/documents/unit-linker.ts';
import type { Scholion } from '../src/scholion.ts';
import { seedFolder } from '../src/store/paths.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { annotate } from './annotate.ts';
import { createRandom } from './random.ts';
import { markBook } from './store/marks.ts';

/** The sample article as a first start imports it, with its mentions and citations. */
export const SAMPLE = { slug: 'secret-speech', annotations: 100 };
export const BOOK = {
  slug: 'book',
  paragraphs: 2_000,
  paragraphsPerChapter: 20,
  annotations: 20_000,
  entities: 200,
  mentions: 5_000,
  sources: 50,
  citations: 500,
};
/** The sample once more, with room for one annotation that is edited between reads. */
export const DRAFT = { slug: 'draft', annotations: 99 };
/** And once more, for annotations to be added to: the others stay as they are while they are read. */
export const MARGIN = { slug: 'margin' };

/** Nothing is looked for in the book: its mentions are given. */
const linksNothing: UnitLinker = { link: async () => nothingLinked };

/** Fills an empty store with the texts that the questions are about, but for the library. */
export async function fillStore(scholion: Scholion): Promise<void> {
  await importSample(scholion);
  const sample = await readLatest(scholion, SAMPLE.slug);
  await annotate(scholion, sample, SAMPLE.annotations, createRandom(1));
  const book = await publish(scholion, BOOK.slug, writeBook(sample), linksNothing);
  await annotate(scholion, book, BOOK.annotations, createRandom(2));
  await markBook(scholion, book, createRandom(4));
  const source = await readFile(join(seedFolder, 'secret-speech.txt'), 'utf8');
  const draft = await publish(scholion, DRAFT.slug, source, linksNothing);
  await annotate(scholion, draft, DRAFT.annotations, createRandom(5));
  await publish(scholion, MARGIN.slug, source, linksNothing);
}

/** The latest text of a document that is there. */
export async function readLatest({ store, texts }: Scholion, slug: string): Promise<RevisionText> {
  const { id: documentId, latestRevision: number } = await store.prisma.document.findUniqueOrThrow({
    where: { slug },
  });
  const { id } = await store.prisma.revision.findUniqueOrThrow({
    where: { documentId_number: { documentId, number } },
  });
  const text = (await texts.load(store.prisma, [id])).get(id);
  if (text === undefined) throw new Error(`The document ${slug} has no text`);
  return text;
}

async function publish(
  scholion: Scholion,
  slug: string,
  source: string,
  linker: UnitLinker,
): Promise<RevisionText> {
  const { store, texts, localAgentId } = scholion;
  const input = { slug, source, format: 'PLAIN_WIKI', language: 'en' } as const;
  await importDocument(store, texts, linker, localPrincipal(localAgentId), input);
  return await readLatest(scholion, slug);
}

/** The sample's paragraphs over and over, in chapters. */
function writeBook(sample: RevisionText): string {
  const paragraphs = sample.blocks.flatMap(({ kind, unit }) =>
    // After a colon the next paragraph would be a block quote.
    kind === 'PARAGRAPH' && unit?.text.endsWith(':') === false ? [unit.text] : [],
  );
  const lines = ['= A book ='];
  for (let index = 0; index < BOOK.paragraphs; index += 1) {
    if (index % BOOK.paragraphsPerChapter === 0)
      lines.push(`== Chapter ${index / BOOK.paragraphsPerChapter + 1} ==`);
    lines.push(paragraphs[index % paragraphs.length] ?? '');
  }
  return lines.join('\n\n');
}
