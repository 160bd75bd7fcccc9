import { cslTypes } from '../../../src/citations/csl/terms.ts';
import { type SourcePart, sourceParts } from '../../../src/citations/csl/variables.ts';
import type { SourceFormat } from '../../../src/citations/exchange/formats.ts';
import { readSources } from '../../../src/citations/exchange/read.ts';
import { writeSource } from '../../../src/citations/exchange/write.ts';
import { emptyContent, type SourceContent } from '../../../src/citations/source.ts';
import { SourceType } from '../../../src/store/generated/enums.ts';

export const formats: readonly SourceFormat[] = ['bibtex', 'ris', 'csl-json'];
export const types: readonly SourceType[] = Object.values(SourceType);

/** What becomes of a source that is written in a format and read again. */
export function thereAndBack(content: SourceContent, format: SourceFormat, key = 'key1'): SourceContent {
  const [read, ...others] = readSources(writeSource({ key, content }, format), format);
  if (read === undefined || others.length > 0 || 'refused' in read)
    throw new Error(`Not one source: ${JSON.stringify(read)}`);
  if (read.key !== key || read.dropped.length > 0) throw new Error(`Not as it was: ${JSON.stringify(read)}`);
  return read.content;
}

const SAMPLES: Record<string, string> = {
  doi: '10.2307/2499177',
  isbn: '9780521335706',
  issn: '0037-6779',
  language: 'ru',
  pages: '12-15',
  pmid: '12345',
  pmcid: 'PMC12345',
  url: 'https://example.org/a_b?c=%20#d',
};

/** A source of which one thing is known. */
export function sourceWith(type: SourceType, part: SourcePart): SourceContent {
  const content = emptyContent(type);
  const noPart = { droppingParticle: null, nonDroppingParticle: null, suffix: null, literal: null };
  if (part.kind === 'names')
    content.creators = [{ role: part.role, family: 'Getty', given: 'J. Arch', ...noPart }];
  else content[part.field] = part.kind === 'date' ? '1956-02-25' : (SAMPLES[part.field] ?? '12 Words');
  return content;
}

function isKept(type: SourceType, part: SourcePart, format: SourceFormat): boolean {
  const content = sourceWith(type, part);
  const back = thereAndBack(content, format);
  return JSON.stringify({ ...back, type }) === JSON.stringify(content);
}

/** The types in which each variable is lost, by format. */
export function computeLosses(): Map<string, Record<SourceFormat, SourceType[]>> {
  const losses = new Map<string, Record<SourceFormat, SourceType[]>>();
  for (const [variable, part] of sourceParts) {
    const lost = (format: SourceFormat) => types.filter((type) => !isKept(type, part, format));
    losses.set(variable, { bibtex: lost('bibtex'), ris: lost('ris'), 'csl-json': lost('csl-json') });
  }
  return losses;
}

/** As what a type comes back. */
export function typeBack(type: SourceType, format: SourceFormat): SourceType {
  return thereAndBack(emptyContent(type), format).type;
}

/** The losses as the tables of the documentation. */
export function lossTables(): string {
  const fields = [...computeLosses()]
    .filter(([, lost]) => formats.some((format) => lost[format].length > 0))
    .map(
      ([variable, lost]) =>
        `| \`${variable}\` | ${formats.map((format) => cell(lost[format])).join(' | ')} |`,
    );
  const changed = types
    .map((type) => ({ type, back: formats.map((format) => typeBack(type, format)) }))
    .filter(({ type, back }) => back.some((one) => one !== type))
    .map(
      ({ type, back }) =>
        `| \`${cslTypes[type]}\` | ${back.map((one) => (one === type ? 'kept' : `\`${cslTypes[one]}\``)).join(' | ')} |`,
    );
  return [
    '| Variable | BibTeX | RIS | CSL-JSON |',
    '| --- | --- | --- | --- |',
    ...fields,
    '',
    '| Type | BibTeX | RIS | CSL-JSON |',
    '| --- | --- | --- | --- |',
    ...changed,
  ].join('\n');
}

function cell(lost: readonly SourceType[]): string {
  if (lost.length === 0) return 'kept';
  if (lost.length === types.length) return 'lost';
  const kept = types.filter((type) => !lost.includes(type));
  const named = (list: readonly SourceType[]) => list.map((type) => cslTypes[type]).join(', ');
  return kept.length < lost.length ? `lost but in ${named(kept)}` : `lost in ${named(lost)}`;
}
