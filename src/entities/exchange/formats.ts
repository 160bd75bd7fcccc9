import { extname } from 'node:path';
import { InputInvalid } from '../../problem.ts';

/** The formats in which entities come and go, each with the endings of its files. */
const EXTENSIONS = {
  csv: ['.csv'],
  jsonl: ['.jsonl', '.ndjson'],
  reconciliation: ['.json'],
} as const;

export type EntityFormat = keyof typeof EXTENSIONS;

export const entityFormats: readonly EntityFormat[] = ['csv', 'jsonl', 'reconciliation'];

/** The format that a file's name tells. @throws InputInvalid */
export function formatOfFile(path: string): EntityFormat {
  const extension = extname(path).toLowerCase();
  const found = entityFormats.find((format) => EXTENSIONS[format].some((one) => one === extension));
  if (found !== undefined) return found;
  const known = entityFormats.map((format) => `${EXTENSIONS[format].join(' or ')} (${format})`).join(', ');
  throw new InputInvalid(
    `The name of ${path} does not tell its format; let it end in ${known}, or give --format.`,
  );
}
