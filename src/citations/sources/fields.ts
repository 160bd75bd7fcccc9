import { dateVariables, type SourceDateField, type SourceTextField, textVariables } from '../source.ts';

/** The fields of a source that hold a text, in the order of CSL's variables. */
export const textFields = Object.keys(textVariables).filter(
  (name): name is SourceTextField => name in textVariables,
);

/** The fields of a source that hold a date. */
export const dateFields = Object.keys(dateVariables).filter(
  (name): name is SourceDateField => name in dateVariables,
);

/** All fields of a source but for its type and its creators, in the order in which they are written down. */
export const sourceFields: readonly (SourceTextField | SourceDateField)[] = [...textFields, ...dateFields];

/** The parts of a creator's name. */
export const nameParts = [
  'family',
  'given',
  'droppingParticle',
  'nonDroppingParticle',
  'suffix',
  'literal',
] as const;

/** The column of a field or a part of a name, in the tables `source` and `source_creator`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
