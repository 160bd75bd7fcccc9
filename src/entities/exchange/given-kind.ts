import { InputInvalid } from '../../problem.ts';
import { EntityKind } from '../../store/generated/enums.ts';

/** The kind that a word names, in capitals or not. @throws InputInvalid */
export function readKind(word: string): EntityKind {
  const name = word.trim().toUpperCase();
  const found = Object.values(EntityKind).find((kind) => kind === name);
  if (found !== undefined) return found;
  const said = name === '' ? 'The kind is empty' : `"${excerpt(word)}" is not a kind`;
  throw new InputInvalid(`${said}; give one of ${Object.values(EntityKind).join(', ')}.`);
}

/** The beginning of a text, on one line, for a message. */
export function excerpt(text: string, length = 60): string {
  const characters = [...text.slice(0, 2 * length + 2).replace(/\s+/gu, ' ')];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
