import { EntityKind } from '../../../store/generated/enums.ts';

/** What our kinds are called. */
export const kindNames: Record<EntityKind, string> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  PLACE: 'Place',
  EVENT: 'Event',
  WORK: 'Work',
  CONCEPT: 'Concept',
};

/** Classes of Wikidata that things are commonly said to be instances of. */
const wikidataClasses: Record<EntityKind, readonly string[]> = {
  // Human; fictional human; fictional character.
  PERSON: ['Q5', 'Q15632617', 'Q95074'],
  // Organization; business; enterprise; political party; university; publisher; government agency; armed forces.
  ORGANIZATION: ['Q43229', 'Q4830453', 'Q6881511', 'Q7278', 'Q3918', 'Q2085381', 'Q327333', 'Q772547'],
  // Geographic location; geographic region; human settlement; city; big city; capital; town; village; country; sovereign
  // state; former country; river; mountain; building.
  PLACE: [
    'Q2221906',
    'Q82794',
    'Q486972',
    'Q515',
    'Q1549591',
    'Q5119',
    'Q3957',
    'Q532',
    'Q6256',
    'Q3624078',
    'Q3024240',
    'Q4022',
    'Q8502',
    'Q41176',
  ],
  // Event; occurrence; war; battle; election; conference; revolution.
  EVENT: ['Q1656682', 'Q1190554', 'Q198', 'Q178561', 'Q40231', 'Q2020153', 'Q10931'],
  // Written work; literary work; creative work; book; newspaper; film; painting; speech; scholarly article.
  WORK: [
    'Q47461344',
    'Q7725634',
    'Q17537576',
    'Q571',
    'Q11032',
    'Q11424',
    'Q3305213',
    'Q861911',
    'Q13442814',
  ],
  // Concept; ideology; political ideology; term.
  CONCEPT: ['Q151885', 'Q7257', 'Q12909644', 'Q1969448'],
};

const kindsByClass = new Map(
  Object.values(EntityKind).flatMap((kind) => wikidataClasses[kind].map((id) => [id, kind] as const)),
);

/** The kind that a type of the reconciliation API stands for: one of ours, or a class of Wikidata; null for another. */
export function kindOfType(id: string): EntityKind | null {
  const own = Object.values(EntityKind).find((kind) => kind === id.toUpperCase());
  return own ?? kindsByClass.get(id.replace(/^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\//, '')) ?? null;
}
