import { canonicalLanguage } from '../../../documents/import-input.ts';
import { InputInvalid } from '../../../problem.ts';
import { excerpt } from '../../../text/excerpt.ts';

/** A name as a cell holds it. */
export interface CellName {
  text: string;
  language: string | null;
}

/**
 * The names in a cell: `|` stands between two, and `@` before the language of one, as in `Сталин@ru`. A backslash before
 * one of these or before another backslash takes its meaning away.
 * @throws InputInvalid where no language follows an `@`.
 */
export function readNames(cell: string): CellName[] {
  if (cell.trim() === '') return [];
  const names: CellName[] = [];
  let text = '';
  let at: number | null = null;
  const end = (): void => {
    names.push(at === null ? { text, language: null } : withLanguage(text.slice(0, at), text.slice(at + 1)));
    text = '';
    at = null;
  };
  for (const [token] of cell.matchAll(/\\[\\|@]|[\s\S]/g)) {
    if (token === '|') {
      end();
      continue;
    }
    if (token === '@') at = text.length;
    text += token.length === 2 ? token.slice(1) : token;
  }
  end();
  return names;
}

function withLanguage(text: string, tag: string): CellName {
  const language = canonicalLanguage(tag.trim());
  if (language !== null) return { text, language };
  throw new InputInvalid(
    `"${excerpt(tag)}" after the @ in "${excerpt(`${text}@${tag}`)}" is not a language tag; give a BCP 47 tag such as en, ru or pt-BR, or write \\@ where the @ belongs to the name.`,
  );
}

/** The inverse of `readNames`. */
export function writeNames(names: readonly CellName[]): string {
  return names
    .map(({ text, language }) => text.replace(/[\\|@]/g, '\\$&') + (language === null ? '' : `@${language}`))
    .join('|');
}

/** The values in a cell that holds numbers of a registry. */
export function readValues(cell: string): string[] {
  return cell.trim() === '' ? [] : cell.split('|').map((value) => value.trim());
}

/**
 * A spreadsheet takes a cell that begins so for a formula, and runs it. An apostrophe before makes it text; so that it can be
 * told from one that was there, a cell that begins with apostrophes and then so gets another one.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell's text in the form that no spreadsheet runs. */
export function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The inverse of `guard`; what it would not have written stays as it is. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
