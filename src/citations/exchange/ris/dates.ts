import { dateInWords } from '../../csl/date-in-words.ts';

/**
 * Dates in RIS are `YYYY/MM/DD/other information`, each part but the year perhaps empty. An EDTF date that is more than these
 * is written as other information.
 */
export function writeRisDate(edtf: string): string {
  const plain = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?$/.exec(edtf);
  if (plain !== null) return `${plain[1]}/${plain[2] ?? ''}/${plain[3] ?? ''}/`;
  return `${/^\d{4}/.exec(edtf)?.[0] ?? ''}///${edtf}`;
}

/** @returns null for what is no date, or may be read in two ways. */
export function readRisDate(text: string): string | null {
  const parts = /^(\d{4}|)\/(\d{0,2})(?:\/(\d{0,2})(?:\/(.*))?)?$/.exec(text.trim());
  if (parts === null) return dateInWords(text.trim());
  const [, year = '', month = '', day = '', other = ''] = parts;
  const date = [year, ...[month, day].filter((one) => one !== '').map((one) => one.padStart(2, '0'))].join(
    '-',
  );
  return (other === '' ? null : dateInWords(other)) ?? dateInWords(date);
}
