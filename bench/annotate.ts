import { localPrincipal } from '../src/access/principal.ts';
import { addAnnotations } from '../src/annotations/add.ts';
import type { NewAnnotation } from '../src/annotations/input.ts';
import { annotationLimits } from '../src/annotations/limits.ts';
import { isAnnotationProblem } from '../src/annotations/problems.ts';
import type { Scholion } from '../src/scholion.ts';
import type { TextRange } from '../src/text/range.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import { integerBelow, pick, type Random } from './random.ts';
import { someWords, wordsAcrossUnits } from './words.ts';

const MOTIVATIONS = ['COMMENTING', 'COMMENTING', 'DESCRIBING', 'IDENTIFYING', 'QUESTIONING'] as const;
const TAGS = ['people', 'places', 'dates', 'claims', 'sources', 'style', 'translation', 'to check'];

/** Of so many annotations one has no body, one two targets, one a target that reaches into the next block. */
const EVERY = { highlight: 6, discontinuous: 20, across: 25 };

/** Puts annotations on words from all over a revision. Some overlap, since nothing keeps them apart. */
export async function annotate(
  { store, texts, localAgentId }: Scholion,
  revision: RevisionText,
  count: number,
  random: Random,
): Promise<void> {
  const given = Array.from({ length: count }, (_, index) => makeAnnotation(revision, index, random));
  for (let from = 0; from < given.length; from += annotationLimits.batch) {
    const batch = given.slice(from, from + annotationLimits.batch);
    const added = await addAnnotations(store, texts, localPrincipal(localAgentId), batch);
    const refused = added.find(isAnnotationProblem);
    if (refused !== undefined) throw refused;
  }
}

function makeAnnotation(revision: RevisionText, index: number, random: Random): NewAnnotation {
  const isHighlight = index % EVERY.highlight === 0;
  return {
    documentId: revision.documentId,
    revision: revision.number,
    targets: targetsOf(revision, index, random).map(({ start, end }) => ({
      kind: 'range',
      range: { start, end, unit: 'UTF16' },
    })),
    motivation: isHighlight ? 'HIGHLIGHTING' : pick(random, MOTIVATIONS),
    bodies: isHighlight ? [] : [textualBody(remark(revision, random))],
    tags: [...new Set(Array.from({ length: integerBelow(random, 3) }, () => pick(random, TAGS)))],
    visibility: 'PUBLIC',
    replyToId: null,
    idempotencyKey: null,
  };
}

function targetsOf(revision: RevisionText, index: number, random: Random): TextRange[] {
  if (index % EVERY.across === 1) return [wordsAcrossUnits(random, revision)];
  const words = someWords(random, revision);
  return index % EVERY.discontinuous === 1 ? [words, someWords(random, revision)] : [words];
}

export function textualBody(text: string): NewAnnotation['bodies'][number] {
  return { kind: 'TEXTUAL', text, format: 'MARKDOWN', language: null, purpose: null };
}

/** A remark that reads like one, made of words of the text. */
function remark(revision: RevisionText, random: Random): string {
  const quoted = Array.from({ length: 1 + integerBelow(random, 3) }, () => {
    const { start, end } = someWords(random, revision);
    return `“${revision.text.slice(start, end)}”`;
  });
  return `Compare ${quoted.join(' and ')}.`;
}
