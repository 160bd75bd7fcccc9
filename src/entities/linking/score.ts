import type { Candidate } from './candidates.ts';
import { formOf } from './confidence.ts';
import type { DocumentContext } from './context.ts';
import type { Cue } from './cues.ts';

/**
 * What each sign weighs: logarithms of how many times likelier it makes an entity. Chosen by hand, so that one strong sign
 * decides, or two weak ones.
 */
const WEIGHT = {
  /** Another name of it stands in the document without doubt. */
  named: 2.5,
  /** For the logarithm of how often it stands elsewhere with those that the document names, or the paragraph. */
  neighbours: 0.7,
  nearNeighbours: 0.7,
  /** For each word of its description that the paragraph has, or the document elsewhere; up to so many. */
  nearWord: 0.6,
  word: 0.2,
  words: 4,
  /** What stands before the name. */
  title: 2,
  preposition: 1.2,
  /** Against somebody whose surname it is and whom the document does not name. */
  surname: -1.5,
} as const;

/** How well an entity fits where one of its names stands, as a logarithm; only differences mean anything. */
export function scoreOf(
  { entityId, kind, nameKind, ...form }: Candidate,
  context: DocumentContext,
  unit: number,
  cue: Cue,
): number {
  let score = Math.log(formOf(form));
  if (context.named.has(entityId)) score += WEIGHT.named;
  else if (nameKind === 'SURNAME') score += WEIGHT.surname;
  if (cue === 'PERSON' && kind === 'PERSON') score += WEIGHT.title;
  if (cue === 'PLACE' && kind === 'PLACE') score += WEIGHT.preposition;
  const neighbours = context.about(entityId)?.neighbours;
  if (neighbours !== undefined) {
    const near = context.namedIn(unit);
    let [inDocument, inUnit] = [0, 0];
    for (const [id, count] of neighbours) {
      if (context.named.has(id)) inDocument += count;
      if (near.has(id)) inUnit += count;
    }
    score += WEIGHT.neighbours * Math.log1p(inDocument) + WEIGHT.nearNeighbours * Math.log1p(inUnit);
  }
  return score + wordScore(entityId, context, unit);
}

/** Words that all candidates have, such as those of the name itself, make no difference. */
function wordScore(entityId: string, context: DocumentContext, unit: number): number {
  const near = context.wordsIn(unit);
  let [inUnit, inDocument] = [0, 0];
  for (const word of context.wordsAbout(entityId)) {
    if (near.has(word)) inUnit += 1;
    else if (context.words.has(word)) inDocument += 1;
  }
  return WEIGHT.nearWord * Math.min(WEIGHT.words, inUnit) + WEIGHT.word * Math.min(WEIGHT.words, inDocument);
}
