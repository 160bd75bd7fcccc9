import type { TextRange } from '../../text/range.ts';
import { nameKey } from '../names/name-key.ts';
import { wordsOf } from '../names/words.ts';

/** What the words around a name say of the kind of what it names. */
export type Cue = 'PERSON' | 'PLACE' | null;

/** How many UTF-16 code units before and after a name are looked at. */
const AROUND = 32;

/** What stands before a person's name. */
const TITLES = keysOf(
  'mr mrs ms miss sir lord lady dr prof professor president premier comrade general marshal colonel major captain admiral ' +
    'chairman leader commissar commander lieutenant sergeant captain judge justice mayor ambassador director count countess duke baron ' +
    'cardinal rabbi father brother sister uncle aunt tsar czar king queen emperor prince princess pope bishop saint minister secretary chancellor senator governor ' +
    'herr frau genosse genossin präsident kanzler könig kaiser doktor monsieur madame mme camarade président roi reine ' +
    'señor señora presidente compañero camarada rey reina signor signora compagno papa ' +
    'товарищ тов господин госпожа генерал маршал президент царь король императрица император академик профессор',
);
/** What a person does, after the name. */
const DEEDS = keysOf(
  'said says wrote told argued died married spoke replied asked announced сказал сказала писал писала родился родилась умер ' +
    'умерла sagte schrieb starb écrivit dijo escribió disse scrisse',
);
const PREPOSITIONS = keysOf(
  'in at from near to of into across throughout outside im aus nach bei à en dans vers depuis desde hacia em в во из под около близ на',
);

/** What stands around a range of a text tells of it; a title before a name weighs more than a preposition. */
export function cueAt(text: string, { start, end }: TextRange): Cue {
  const before = wordsOf(text.slice(Math.max(0, start - AROUND), start)).at(-1)?.key ?? '';
  if (TITLES.has(before)) return 'PERSON';
  const [after] = wordsOf(text.slice(end, end + AROUND));
  if (after !== undefined && DEEDS.has(after.key)) return 'PERSON';
  return PREPOSITIONS.has(before) ? 'PLACE' : null;
}

/** Whether a word of this key is a title, as it stands before a person's name. */
export function isTitle(key: string): boolean {
  return TITLES.has(key);
}

function keysOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(nameKey));
}
