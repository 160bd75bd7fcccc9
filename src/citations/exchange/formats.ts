import { extname } from 'node:path';
import { InputInvalid } from '../../problem.ts';

/** The formats in which sources come and go, each with the endings of its files. */
const EXTENSIONS = {
  bibtex: ['.bib', '.bibtex'],
  ris: ['.ris'],
  'csl-json': ['.json'],
} as const;

export type SourceFormat = keyof typeof EXTENSIONS;

export const sourceFormats: readonly SourceFormat[] = ['bibtex', 'ris', 'csl-json'];

/** The format that a file's name tells. @throws InputInvalid */
export function sourceFormatOfFile(path: string): SourceFormat {
  const extension = extname(path).toLowerCase();
  const found = sourceFormats.find((format) => EXTENSIONS[format].some((one) => one === extension));
  if (found !== undefined) return found;
  const known = sourceFormats.map((format) => `${EXTENSIONS[format].join(' or ')} (${format})`).join(', ');
  throw new InputInvalid(
    `The name of ${path} does not tell its format; let it end in ${known}, or give --format.`,
  );
}
