/**
 * The check character that follows the digits of an ISBN-10 (ISO 2108:1992) and of an ISSN (ISO 3297): modulo 11, the
 * digits weighing 2, 3, 4, … from the last one on.
 * @param digits 0 to 9 only.
 * @returns a digit, or X for ten.
 */
export function mod11CheckCharacter(digits: string): string {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (digits.length - index + 1),
    0,
  );
  const value = (11 - (sum % 11)) % 11;
  return value === 10 ? 'X' : String(value);
}

/**
 * The check digit that follows the twelve digits of an ISBN-13 (ISO 2108:2017, as that of an EAN): modulo 10, the digits
 * weighing 1 and 3 in turn.
 * @param digits 0 to 9 only.
 */
export function mod10CheckDigit(digits: string): string {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}
