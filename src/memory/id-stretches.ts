/**
 * How many hexadecimal digits of an id name the stretches of ids that it is in. Ids are of version 7 (RFC 9562), which
 * begin with the time in milliseconds: stretches of about a minute, five hours and fifty days.
 */
const DIGITS = [8, 6, 4];

/** How many stretches are named at most for what lies between two ids. */
const STRETCHES = 16;

/** The stretches that an id is in. */
export function stretchesOf(id: string): string[] {
  return DIGITS.map((digits) => beginOf(id, digits));
}

/** The stretches that hold all ids from one to another, both included; null when that would be too many. */
export function stretchesBetween(lowest: string, highest: string): string[] | null {
  for (const digits of DIGITS) {
    const first = Number.parseInt(beginOf(lowest, digits), 16);
    const last = Number.parseInt(beginOf(highest, digits), 16);
    if (last - first < STRETCHES)
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
        (first + index).toString(16).padStart(digits, '0'),
      );
  }
  return null;
}

function beginOf(id: string, digits: number): string {
  return id.slice(0, digits);
}
