import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localPrincipal } from '../src/access/principal.ts';
import { importDocument } from '../src/documents/import.ts';
import type { Scholion } from '../src/scholion.ts';
import { seedFolder } from '../src/store/paths.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { annotate } from './annotate.ts';
import { createRandom } from './random.ts';

export const SAMPLE = { slug: 'sample', annotations: 200 };
export const BOOK = { slug: 'book', paragraphs: 2_000, paragraphsPerChapter: 20, annotations: 20_000 };
/** The sample once more, for annotations to be added to: the other two stay as they are while they are read. */
export const MARGIN = { slug: 'margin' };

export interface Texts {
  sample: RevisionText;
  book: RevisionText;
  margin: RevisionText;
}

/** Fills an empty store with what the questions are about. */
export async function fillStore(scholion: Scholion): Promise<Texts> {
  const source = await readFile(join(seedFolder, 'secret-speech.txt'), 'utf8');
  const sample = await publish(scholion, SAMPLE.slug, source);
  await annotate(scholion, sample, SAMPLE.annotations, createRandom(1));
  const book = await publish(scholion, BOOK.slug, writeBook(sample));
  await annotate(scholion, book, BOOK.annotations, createRandom(2));
  const margin = await publish(scholion, MARGIN.slug, source);
  return { sample, book, margin };
}

async function publish(
  { store, texts, linker, localAgentId }: Scholion,
  slug: string,
  source: string,
): Promise<RevisionText> {
  const input = { slug, source, format: 'PLAIN_WIKI', language: 'en' } as const;
  const { revision } = await importDocument(store, texts, linker, localPrincipal(localAgentId), input);
  const text = (await texts.load(store.prisma, [revision.id])).get(revision.id);
  if (text === undefined) throw new Error(`The document ${slug} is not there after it was imported`);
  return text;
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
