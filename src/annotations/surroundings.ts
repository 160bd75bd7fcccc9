import type { Principal } from '../access/principal.ts';
import type { RevisionSought } from '../documents/find-revisions.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import type { Annotation } from './annotation.ts';
import { attempt } from './attempt.ts';
import { knownEntities } from './body-entities.ts';
import { knownSources } from './body-sources.ts';
import type { NewAnnotation } from './input.ts';
import { isAnnotationProblem } from './problems.ts';
import { readAnnotations } from './read.ts';
import { revisionNamedBy } from './targets.ts';

/** What is to be known before annotations can be prepared. */
export interface Surroundings {
  /** Document id to the number of its latest revision. */
  latest: Map<string, number>;
  /** By `revisionKey`. */
  revisions: Map<string, RevisionText>;
  /** Document id to its language, a BCP 47 tag. */
  languages: Map<string, string>;
  repliedTo: Map<string, Annotation>;
  /** The ids of entities that bodies name and that are there. */
  entities: ReadonlySet<string>;
  /** The same of sources. */
  sources: ReadonlySet<string>;
  /** Whether the latest revisions are what they were when last looked at, and others may have come. */
  isGuess: boolean;
  /** How many more characters the targets of this call may hold. */
  textLeft: number;
}

export function revisionKey(documentId: string, number: number): string {
  return `${documentId}@${number}`;
}

/**
 * Reads it for any number of annotations, in a constant number of statements.
 * @param mayGuess what the latest revisions are.
 * @param textLeft how many characters the targets may hold.
 */
export async function readSurroundings(
  statements: Statements,
  texts: RevisionTexts,
  principal: Principal,
  inputs: NewAnnotation[],
  { mayGuess, textLeft }: { mayGuess: boolean; textLeft: number },
): Promise<Surroundings> {
  const sought = new Map<string, RevisionSought>();
  for (const { documentId, revision, targets } of inputs)
    for (const number of [null, revision, ...targets.map(namedOrNull)])
      sought.set(`${documentId}@${number}`, { documentId, number });
  const { revisions, isGuess } = await texts.latest.find(statements, [...sought.values()], mayGuess);
  const rows = revisions.filter((row) => row !== null);
  const loaded = await texts.load(
    statements,
    rows.map((row) => row.id),
  );
  const bodies = inputs.flatMap((input) => input.bodies);
  const replyIds = inputs.flatMap((input) => input.replyToId ?? []);
  return {
    latest: new Map(rows.map((row) => [row.documentId, row.latestRevision])),
    languages: new Map(rows.map((row) => [row.documentId, row.language])),
    revisions: new Map(
      [...loaded.values()].map((revision) => [revisionKey(revision.documentId, revision.number), revision]),
    ),
    repliedTo: replyIds.length === 0 ? new Map() : await readAnnotations(statements, principal, replyIds),
    entities: await knownEntities(statements, bodies),
    sources: await knownSources(statements, bodies),
    isGuess,
    textLeft,
  };
}

function namedOrNull(selector: NewAnnotation['targets'][number]): number | null {
  const named = attempt(() => revisionNamedBy(selector));
  return isAnnotationProblem(named) ? null : named;
}
