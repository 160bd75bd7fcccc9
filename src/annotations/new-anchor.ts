import type { AnchorToCarry, Home } from '../documents/carry-anchor.ts';
import type { Target } from './targets.ts';

/** An anchor as it stands where it is made. */
export function madeAt(target: Target): AnchorToCarry {
  const { span, quote } = target;
  return {
    standing: { status: 'EXACT', score: 1, span },
    exact: quote.exact,
    home: homeOf(target),
    released: false,
  };
}

function homeOf({ revision, span }: Target): Home {
  const start = revision.unitById(span.startUnitId);
  const end = revision.unitById(span.endUnitId);
  if (start === undefined || end === undefined) throw new Error('A target is in units of another revision');
  return { span, startLineageId: start.lineageId, endLineageId: end.lineageId };
}
