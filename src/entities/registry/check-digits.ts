/**
 * The check character of ISO 7064 MOD 11-2 that follows digits, as that of an ISNI (ISO 27729, annex A) does.
 * @param digits 0 to 9 only.
 * @returns a digit, or X for ten.
 */
export function mod112CheckCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit) => (total + Number(digit)) * 2, 0);
  return character((12 - (sum % 11)) % 11);
}

/**
 * The check character that follows the digits of a number of the Gemeinsame Normdatei. Of a number without hyphen it is
 * (11 - sum mod 11) mod 11; of one with a hyphen, which dates from the files of subject headings and of corporate bodies
 * before 2012, sum mod 11; the digits weighing 2, 3, 4, … from the last one on.
 * Source: https://wiki.dnb.de/pages/viewpage.action?pageId=48139522 (Deutsche Nationalbibliothek, IDs).
 * @param digits 0 to 9 only.
 * @returns a digit, or X for ten.
 */
export function gndCheckCharacter(digits: string, hyphenated: boolean): string {
  const sum = [...digits].reduceRight(
    (total, digit, index) => total + Number(digit) * (digits.length - index + 1),
    0,
  );
  return character(hyphenated ? sum % 11 : (11 - (sum % 11)) % 11);
}

function character(value: number): string {
  return value === 10 ? 'X' : String(value);
}
