import { unitIdsOf } from '../anchors/span.ts';
import { createBreath } from '../breath.ts';
import { type Position, positionsOf, STEP_LIMIT, Steps } from '../documents/carry-through.ts';
import { findRevisions } from '../documents/find-revisions.ts';
import type { RevisionTexts } from '../documents/revision-texts.ts';
import { ORPHANED, type Standing } from '../documents/standing.ts';
import type { Statements } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';
import { type Followers, holdsIn, readFollowers } from './followers.ts';
import type { ReadyAnnotation, ReadyTarget } from './insert.ts';
import { madeAt } from './new-anchor.ts';
import { revisionKey } from './surroundings.ts';

/** How many revisions are read for one call, to follow anchors through them. */
const REVISION_LIMIT = 128;

/**
 * Annotations with, for each target made on a revision that is not the latest, how it stands in the revisions since:
 * EXACT as long as its units do as they did, and after that as if it had been there when the next revisions were
 * published. Over more than `STEP_LIMIT` revisions it is carried at once, and ORPHANED in between. Three statements; one
 * when all hold, none when all are made on the latest.
 */
export async function withPositions<Ready extends Pick<ReadyAnnotation, 'targets' | 'latestRevision'>>(
  statements: Statements,
  texts: RevisionTexts,
  ready: readonly Ready[],
): Promise<Ready[]> {
  const old = ready.flatMap(({ targets, latestRevision }) =>
    targets.filter(({ revision }) => revision.number < latestRevision),
  );
  if (old.length === 0) return [...ready];
  const followers = await readFollowers(statements, old);
  const lost = ready.flatMap(({ targets, latestRevision }) =>
    targets.flatMap((target) => lossOf(target, latestRevision, followers) ?? []),
  );
  const walk = await readWalk(statements, texts, lost);
  const breathe = createBreath();
  const positions = new Map<string, Position[]>();
  for (const loss of lost) {
    await breathe();
    const { anchorId, revision } = loss.target;
    positions.set(anchorId, positionsOf(revision.number, standingsOf(walk, loss, followers)));
  }
  return ready.map((one) => ({
    ...one,
    targets: one.targets.map((target) => ({
      ...target,
      positions: positions.get(target.anchorId) ?? target.positions,
    })),
  }));
}

/** A target whose units do not stand as they did in all revisions since. */
interface Loss {
  target: ReadyTarget;
  /** The number of the first revision in which they do not. */
  first: number;
  latest: number;
}

function lossOf(target: ReadyTarget, latest: number, followers: Followers): Loss | null {
  for (let number = target.revision.number + 1; number <= latest; number += 1)
    if (!holdsIn(target, number, followers)) return { target, first: number, latest };
  return null;
}

interface Walk {
  steps: Steps;
  revisions: Map<string, RevisionText>;
  languages: Map<string, string>;
}

async function readWalk(statements: Statements, texts: RevisionTexts, lost: readonly Loss[]): Promise<Walk> {
  const steps = new Steps(texts);
  const sought = new Map<string, { documentId: string; number: number }>();
  const seek = (documentId: string, number: number) =>
    sought.set(revisionKey(documentId, number), { documentId, number });
  for (const { target, first, latest } of lost) {
    const { documentId } = target.revision;
    for (const id of unitIdsOf(target.revision, target.span))
      steps.knowHome(id, target.revision.unitById(id)?.text ?? '');
    seek(documentId, latest);
    if (latest - first >= STEP_LIMIT || sought.size + latest - first > REVISION_LIMIT) continue;
    for (let number = first - 1; number < latest; number += 1) seek(documentId, number);
  }
  const rows = (await findRevisions(statements, [...sought.values()])).filter((row) => row !== null);
  const loaded = await texts.load(
    statements,
    rows.map(({ id }) => id),
  );
  return {
    steps,
    revisions: new Map(
      [...loaded.values()].map((revision) => [revisionKey(revision.documentId, revision.number), revision]),
    ),
    languages: new Map(rows.map(({ documentId, language }) => [documentId, language])),
  };
}

/** How a target stands in the revision that it was made on and in each one since. */
function standingsOf({ steps, revisions, languages }: Walk, loss: Loss, followers: Followers): Standing[] {
  const { target, first, latest } = loss;
  const { revision, span } = target;
  const anchor = madeAt(target);
  const inRevision = (number: number) => revisions.get(revisionKey(revision.documentId, number));
  const language = languages.get(revision.documentId) ?? 'und';
  const holding = new Array<Standing>(first - revision.number).fill(anchor.standing);
  const path = numbers(first - 1, latest).map(inRevision);
  if (latest - first < STEP_LIMIT && path.every((one) => one !== undefined))
    return [...holding, ...steps.through(path, anchor, language)];
  const last = inRevision(latest);
  if (last === undefined) throw new Error(`Revision ${latest} of ${revision.slug} was not read`);
  const exact: Standing = { status: 'EXACT', score: 1, span };
  const between = numbers(first, latest - 1).map((number) =>
    holdsIn(target, number, followers) ? exact : ORPHANED,
  );
  return [...holding, ...between, ...steps.through([revision, last], anchor, language)];
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
