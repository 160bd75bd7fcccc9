import { parse } from '@citation-js/name';
import type { SoughtName } from './sought.ts';

/** How much of a reference is looked through for names: those that it begins with. */
const HEAD = 300;
const MOST_NAMES = 10;
const LONGEST_NAME = 80;
/** Names end where the year, a title or a sentence begins; a period after an initial ends none. */
const END = /[\u2003([:"“„«*_\d?!]|(?<=\p{Ll}{2})\.(?=\s|$)/u;
const JOINTS = /\s*(?:;|&|(?<!\p{L})(?:and|und|et(?!\s+al)|и|y|og|och|en)(?!\p{L}))\s*/iu;
const OTHERS = /(?<!\p{L})(?:et\s+al|u\.\s?a|и\s+др|eds?|hrsg|hg|dir|ред|trans|übers)\b\.?/giu;
/** Initials before or after a family name: `J. A.`, `J.-P.`, `JA`. */
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[-\s]?){1,4}$|^\p{Lu}{1,3}$/u;
const BEGINS_WITH_INITIAL = /^\p{Lu}\.[-\s]?\p{Lu}/u;
const AFTER_FAMILY = /^(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)\s((?:\p{Lu}\.[-\s]?){1,4}|\p{Lu}{1,3})$/u;

/** Where that part of a reference ends that names may stand in. */
export function headEnd(text: string): number {
  const at = text.slice(0, HEAD).search(END);
  return at >= 0 ? at : Math.min(text.length, HEAD);
}

/** The names that a reference begins with: "Getty, J. A., & Roberts, G.", "J. Arch Getty", "Marx and Engels". */
export function namesIn(text: string): SoughtName[] {
  const head = text.slice(0, headEnd(text)).replace(OTHERS, ' ');
  return head
    .split(JOINTS)
    .flatMap(partsOf)
    .slice(0, MOST_NAMES)
    .map(readName)
    .filter((name) => name !== null);
}

/** Names between commas, some of which part a family name from a given name. */
function partsOf(text: string): string[] {
  const pieces = text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const parts: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const family = parts.at(-1);
    const isGiven = /^\S+(?:\s\p{Lu}\.?)*$/u.test(piece) || BEGINS_WITH_INITIAL.test(piece);
    const mayTake = family !== undefined && !family.includes(',') && !/\p{Lu}\.?$/u.test(family);
    if (family !== undefined && mayTake && (INITIALS.test(piece) || (index === 1 && isGiven)))
      parts[parts.length - 1] = `${family}, ${piece}`;
    else parts.push(piece);
  }
  return parts;
}

/** The parts of a name; of what is but a suffix, such as V, on which the library fails, the whole. */
function partsOfName(text: string): ReturnType<typeof parse> {
  try {
    return parse(text);
  } catch {
    return { literal: text };
  }
}

function readName(text: string): SoughtName | null {
  if (text.length > LONGEST_NAME || !/\p{L}/u.test(text)) return null;
  const [, surname, initials] = AFTER_FAMILY.exec(text) ?? [];
  if (surname !== undefined && initials !== undefined) return { text, family: surname, given: initials };
  const { family, given = null, literal, 'non-dropping-particle': particle } = partsOfName(text);
  const whole = [particle, family].filter((part) => part !== undefined).join(' ');
  return { text, family: whole === '' ? (literal ?? text) : whole, given };
}
