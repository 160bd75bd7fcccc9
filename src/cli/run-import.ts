import { localPrincipal } from '../access/principal.ts';
import type { AnchorCounts } from '../documents/anchor-report.ts';
import { type ImportResult, importDocument } from '../documents/import.ts';
import { InputInvalid, Problem } from '../problem.ts';
import type { Scholion } from '../scholion.ts';
import type { ImportGiven } from './import.ts';
import { createProgress } from './progress.ts';
import { type Description, findSourceFiles, readSourceFile, slugOfFile } from './source-file.ts';
import { withScholion } from './with-scholion.ts';

/** Imports text files and folders of them. @throws StoreProblem, InputInvalid */
export async function runImport(names: string[], given: ImportGiven): Promise<void> {
  const files = await findSourceFiles(names);
  if (files.length > 1 && (given.slug !== undefined || given.title !== undefined))
    throw new InputInvalid(
      'A slug or title is for one text only; import one file, or say it in front matter.',
    );
  await withScholion(given, (scholion) => importFiles(scholion, files, given));
}

async function importFiles(scholion: Scholion, files: string[], given: ImportGiven): Promise<void> {
  const progress = createProgress(files.length);
  const taken = new Map<string, string>();
  let failed = 0;
  for (const file of files) {
    try {
      progress.step(describe(file, await importFile(scholion, file, given, taken)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed += 1;
      progress.step(`${file}: not imported. ${error.message}`, 'error');
    }
  }
  progress.stop();
  if (failed > 0) process.exitCode = 1;
}

/** @param taken slugs of this run, and the files that have them: two texts must not become revisions of one document. */
async function importFile(
  scholion: Scholion,
  file: string,
  given: ImportGiven,
  taken: Map<string, string>,
): Promise<ImportResult> {
  const { text, description } = await readSourceFile(file);
  const of = (key: keyof Description): string | undefined => given[key] ?? description[key];
  const slug = of('slug') ?? slugOfFile(file);
  if (slug === null)
    throw new InputInvalid('Its name gives no slug; give one with --slug or in front matter.');
  const other = taken.get(slug);
  if (other !== undefined)
    throw new InputInvalid(
      `${other} was imported as ${slug} already; give this one a slug of its own in front matter.`,
    );
  const result = await importDocument(
    scholion.store,
    scholion.texts,
    scholion.linker,
    localPrincipal(scholion.localAgentId),
    {
      slug,
      format: 'PLAIN_WIKI',
      source: text,
      title: of('title') ?? null,
      language: of('language') ?? null,
      licence: of('licence') ?? null,
      attribution: of('attribution') ?? null,
      sourceUrl: of('source') ?? null,
      note: of('note') ?? null,
    },
  );
  taken.set(slug, file);
  return result;
}

const OUTCOMES = {
  CREATED: 'new document',
  REVISED: 'new revision',
  DESCRIBED: 'same text, new description',
  UNCHANGED: 'unchanged',
} as const;

function describe(file: string, { outcome, document, anchors, linked }: ImportResult): string {
  const mentions = linked.suggested === 0 ? '' : `; mentions suggested: ${linked.suggested}`;
  return `${file}: ${OUTCOMES[outcome]} ${document.slug}@${document.latestRevision}${describeAnchors('annotated', anchors.counts)}${describeAnchors('citing or quoted', anchors.citationCounts)}${mentions}`;
}

/** Says how places in changed text fared; nothing where there are none. */
function describeAnchors(what: string, counts: AnchorCounts): string {
  const fared = Object.entries(counts).filter(([, count]) => count > 0);
  if (fared.length === 0) return '';
  return `; ${what} places in changed text: ${fared.map(([status, count]) => `${count} ${status.toLowerCase()}`).join(', ')}`;
}
