import { InputInvalid } from '../../problem.ts';
import { EntityKind } from '../../store/generated/enums.ts';
import { excerpt } from '../../text/excerpt.ts';

/** The kind that a word names, in capitals or not. @throws InputInvalid */
export function readKind(word: string): EntityKind {
  const name = word.trim().toUpperCase();
  const found = Object.values(EntityKind).find((kind) => kind === name);
  if (found !== undefined) return found;
  const said = name === '' ? 'The kind is empty' : `"${excerpt(word)}" is not a kind`;
  throw new InputInvalid(`${said}; give one of ${Object.values(EntityKind).join(', ')}.`);
}
