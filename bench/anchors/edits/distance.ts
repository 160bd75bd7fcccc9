import { pick, type Random } from '../../random.ts';
import type { Draft, Paragraph } from '../draft/draft.ts';
import { isProse } from './prose.ts';

/** From how many paragraphs away a place is elsewhere. */
const ELSEWHERE = 3;

/** A paragraph that is elsewhere and may be edited, or null where there is none. */
export function distantParagraph(
  { paragraphs, locked }: Draft,
  random: Random,
  paragraph: Paragraph,
): Paragraph | null {
  const at = paragraphs.indexOf(paragraph);
  const distant = paragraphs.filter(
    (one, index) => Math.abs(index - at) >= ELSEWHERE && !locked.has(one) && isProse(one),
  );
  return distant.length === 0 ? null : pick(random, distant);
}

/** Puts a paragraph in after another. */
export function insertParagraph({ paragraphs }: Draft, previous: Paragraph, paragraph: Paragraph): void {
  paragraphs.splice(paragraphs.indexOf(previous) + 1, 0, paragraph);
}
