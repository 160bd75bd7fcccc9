import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMarkup } from '../../../src/citations/csl/markup.ts';
import { sourceParts } from '../../../src/citations/csl/variables.ts';
import type { SourceFormat } from '../../../src/citations/exchange/formats.ts';
import { readSources } from '../../../src/citations/exchange/read.ts';
import { writeSources } from '../../../src/citations/exchange/write.ts';
import type { SourceContent, SourceCreator } from '../../../src/citations/source.ts';
import { checkSource } from '../../../src/citations/sources/source-input.ts';
import { packageFolder } from '../../../src/store/paths.ts';
import { anySource } from './arbitrary.ts';
import { computeLosses, formats, lossTables, thereAndBack, typeBack } from './losses.ts';

const losses = computeLosses();

/** What the documentation says comes back of a source. */
function told(content: SourceContent, format: SourceFormat): SourceContent {
  const back = { ...content, type: typeBack(content.type, format) };
  const isLost = (variable: string) => losses.get(variable)?.[format].includes(content.type) ?? false;
  for (const [variable, part] of sourceParts) {
    if (part.kind === 'names') {
      if (isLost(variable)) back.creators = back.creators.filter(({ role }) => role !== part.role);
    } else if (isLost(variable)) back[part.field] = null;
  }
  return prose[format](back);
}

const OTHER_EDITORS = 3;
const FIELDED = new Set(['AUTHOR', 'EDITOR', 'TRANSLATOR', 'CONTAINER_AUTHOR']);

const oneLine = (text: string | null) => text?.replace(/\s+/g, ' ') ?? null;

/** What the documentation tells beside its tables. */
const prose: Record<SourceFormat, (content: SourceContent) => SourceContent> = {
  bibtex: (content) => {
    const others = [...new Set(content.creators.map(({ role }) => role))].filter(
      (role) => !FIELDED.has(role),
    );
    const lost = new Set(others.slice(OTHER_EDITORS));
    return {
      ...content,
      abstract: oneLine(content.abstract),
      note: oneLine(content.note),
      creators: content.creators.filter(({ role }) => !lost.has(role)).map(oneParticle),
    };
  },
  ris: (content) => ({
    ...content,
    abstract: oneLine(content.abstract),
    note: oneLine(content.note),
    creators: content.creators.map(inTwoParts),
  }),
  'csl-json': (content) => {
    const back = { ...content };
    for (const part of sourceParts.values()) {
      const value = part.kind === 'names' ? null : content[part.field];
      if (part.kind === 'text') back[part.field] = value === null ? null : withoutMarkup(value);
      if (part.kind === 'date') back[part.field] = value === null ? null : (DATES_IN_CSL[value] ?? value);
    }
    const parts = (name: SourceCreator) =>
      Object.entries(name).map(([part, value]) => [part, value === null ? null : withoutMarkup(value)]);
    back.creators = content.creators.map((name) => Object.fromEntries(parts(name)));
    return checkSource(back);
  },
};

/** Dates of which CSL has no more to say. */
const DATES_IN_CSL: Record<string, string> = {
  '1956?': '1956~',
  '1956%': '1956~',
  '1956~/1958': '1956~/1958~',
  '1956-XX': '1956',
};

function inTwoParts(name: SourceCreator): SourceCreator {
  const whole = { ...name, droppingParticle: null, nonDroppingParticle: null };
  if (name.literal !== null)
    return /\s/.test(name.literal) ? name : { ...whole, family: name.literal, literal: null };
  const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' ') || null;
  const family = joined(name.nonDroppingParticle, name.family);
  const given = joined(name.given, name.droppingParticle);
  if (given === null && name.suffix === null && /\s/.test(family ?? ''))
    return { ...whole, family: null, literal: family };
  return { ...whole, family, given };
}

const hasNoComma = ({ creators }: SourceContent) =>
  creators.every((name) => !Object.values(name).some((part) => part?.includes(',')));

function oneParticle(name: SourceCreator): SourceCreator {
  if (name.droppingParticle === null || name.nonDroppingParticle === null) return name;
  const given = [name.given, name.droppingParticle].filter((part) => part !== null).join(' ');
  return { ...name, given, droppingParticle: null };
}

describe('A source that is written and read again', () => {
  it('comes back from BibTeX but for what the documentation names', () => {
    fc.assert(
      fc.property(anySource, (content) => {
        expect(checkSource(thereAndBack(content, 'bibtex'))).toEqual(told(content, 'bibtex'));
      }),
      { numRuns: 150 },
    );
  });

  it('comes back from RIS but for what the documentation names', () => {
    fc.assert(
      fc.property(anySource.filter(hasNoComma), (content) => {
        expect(checkSource(thereAndBack(content, 'ris'))).toEqual(told(content, 'ris'));
      }),
      { numRuns: 150 },
    );
  });

  it('comes back from CSL-JSON but for what the documentation names', () => {
    fc.assert(
      fc.property(anySource, (content) => {
        expect(checkSource(thereAndBack(content, 'csl-json'))).toEqual(told(content, 'csl-json'));
      }),
      { numRuns: 150 },
    );
  });

  it.each(formats)('comes back the same the second time, as %s', (format) => {
    fc.assert(
      fc.property(anySource, (content) => {
        const once = checkSource(thereAndBack(content, format));
        expect(checkSource(thereAndBack(once, format))).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });

  it.each(formats)('comes back beside others, as %s', (format) => {
    fc.assert(
      fc.property(fc.array(anySource, { maxLength: 4 }), (contents) => {
        const sources = contents.map((content, at) => ({ key: `key${at}`, content }));
        const back = readSources(writeSources(sources, format), format);
        expect(back.map(({ key }) => key)).toEqual(sources.map(({ key }) => key));
        expect(back).toEqual(
          sources.map(({ content }, at) => ({
            ...back[at],
            content: thereAndBack(content, format),
            dropped: [],
          })),
        );
      }),
      { numRuns: 40 },
    );
  });
});

it('The tables of losses in the documentation are what is computed', () => {
  const docs = readFileSync(join(packageFolder, 'docs/citations-exchange.md'), 'utf8');
  expect(docs).toContain(lossTables());
});
