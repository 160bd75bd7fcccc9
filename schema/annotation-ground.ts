import { type Scope, textScope } from '../src/annotations/scope.ts';
import { InputInvalid, NotFound } from '../src/problem.ts';
import { resolveRange, type TextRange } from '../src/text/range.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import type { FilterGiven } from './annotation-filter.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';
import { decodeIdOfType } from './global-id.ts';
import { blockTypes } from './node-types.ts';

/** A stretch of a revision's text that a list is about, and the scope that it makes. */
interface Stretch {
  scope: Extract<Scope, { kind: 'text' }>;
  revision: RevisionText;
  range: TextRange;
}

/** Where a list stands before its filter narrows it. */
export type Ground = { scope: Exclude<Scope, { kind: 'text' }> } | Stretch;

/** The part of a ground that a filter by place leaves; null where that is nothing. @throws InputInvalid, NotFound */
export async function narrow(ground: Ground, given: FilterGiven, context: Context): Promise<Ground | null> {
  const { within, overlaps } = given ?? {};
  const inside = typeof within === 'string' ? await narrowTo(ground, within, context) : ground;
  if (inside === null || !overlaps) return inside;
  const revision = await revisionOf(inside, context);
  const range = resolveRange(revision.offsets, overlaps);
  return stretchOf(revision, 'range' in inside ? intersection(inside.range, range) : range);
}

async function revisionOf(ground: Ground, { loaders }: Context): Promise<RevisionText> {
  if ('revision' in ground) return ground.revision;
  if (ground.scope.kind === 'document') return found(await loaders.text.read(ground.scope.revisionId));
  throw new InputInvalid(
    '`overlaps` needs a text to count in; give `within` with the id of a document or block too.',
  );
}

/** The ground of a range of a revision's text, in UTF-16 code units; null where it holds no words. */
export function stretchOf(revision: RevisionText, { start, end }: TextRange): Stretch | null {
  const scope = start < end ? textScope(revision, { start, end }) : null;
  return scope === null ? null : { scope, revision, range: { start, end } };
}

function intersection(a: TextRange, b: TextRange): TextRange {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

async function narrowTo(ground: Ground, within: string, context: Context): Promise<Ground | null> {
  const { typename, id } = decodeIdOfType(within, ['Document', ...blockTypes], 'filter.within');
  const there = typename === 'Document' ? await documentGround(id, context) : await blockGround(id, context);
  if (there === null) throw new NotFound('There is nothing with the id in `filter.within`.');
  if (ground.scope.kind === 'store') return there;
  if (!('documentId' in ground.scope) || !('documentId' in there.scope))
    throw new InputInvalid('`within` does not apply to replies; leave it out.');
  if (ground.scope.documentId !== there.scope.documentId) return null;
  if (!('range' in there)) return ground;
  if (!('range' in ground)) return there;
  if (ground.revision.id !== there.revision.id) return null;
  return stretchOf(there.revision, intersection(ground.range, there.range));
}

/** The ground of a document as its latest revision has it; null where there is none. */
export async function documentGround(documentId: string, { loaders }: Context): Promise<Ground | null> {
  const latest = await loaders.revisionByNumber.read({ documentId, number: null });
  if (latest === null) return null;
  return { scope: { kind: 'document', documentId, revisionId: latest.id, number: latest.number } };
}

async function blockGround(blockId: string, { loaders }: Context): Promise<Ground | null> {
  const revisionId = await loaders.revisionOfBlock.read(blockId);
  const revision = revisionId === null ? null : await loaders.text.read(revisionId);
  const block = revision?.blockById(blockId);
  return block === undefined ? null : stretchOf(block.revision, block);
}
