import { CreatorRole, SourceType } from '../../store/generated/enums.ts';
import { dateVariables, type SourceDateField, type SourceTextField, textVariables } from '../source.ts';
import { cslRoles, cslTypes } from './terms.ts';

/** What a variable of CSL is of a source. */
export type SourcePart =
  | { kind: 'text'; field: SourceTextField }
  | { kind: 'date'; field: SourceDateField }
  | { kind: 'names'; role: CreatorRole };

function* partsByVariable(): Generator<[string, SourcePart]> {
  for (const field in textVariables)
    if (isTextField(field)) yield [textVariables[field], { kind: 'text', field }];
  for (const field in dateVariables)
    if (isDateField(field)) yield [dateVariables[field], { kind: 'date', field }];
  for (const role of Object.values(CreatorRole)) yield [cslRoles[role], { kind: 'names', role }];
}

function isTextField(field: string): field is SourceTextField {
  return field in textVariables;
}

function isDateField(field: string): field is SourceDateField {
  return field in dateVariables;
}

/** Every variable of CSL that sources have. */
export const sourceParts: ReadonlyMap<string, SourcePart> = new Map(partsByVariable());

/** The types of sources by their names in CSL. */
export const typesByCsl: ReadonlyMap<string, SourceType> = new Map(
  Object.values(SourceType).map((type) => [cslTypes[type], type]),
);
