import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CslItem } from '../../../src/citations/csl/item.ts';
import { toCsl } from '../../../src/citations/csl/to-csl.ts';
import { emptyContent } from '../../../src/citations/source.ts';
import { CreatorRole, SourceType } from '../../../src/store/generated/enums.ts';

const part = z.string().nullable().default(null);
const creator = z.strictObject({
  role: z.enum(CreatorRole),
  family: part,
  given: part,
  droppingParticle: part,
  nonDroppingParticle: part,
  suffix: part,
  literal: part,
});
const known = new Set(Object.keys(emptyContent('BOOK')));

/** A source with what is known of it alone. */
const source = z
  .object({ type: z.enum(SourceType), creators: z.array(creator).default([]) })
  .catchall(z.string())
  .refine((fields) => Object.keys(fields).every((field) => known.has(field)));
type Source = z.infer<typeof source>;

const byStyle = z.record(z.string(), z.string());
const examples = z.array(
  z.strictObject({
    name: z.string(),
    source,
    references: byStyle,
    citations: byStyle,
    departures: byStyle.optional(),
  }),
);
const printed = { published: z.string(), printed: z.string().optional(), why: z.string().optional() };
const published = z.array(
  z.strictObject({
    style: z.string(),
    guide: z.string(),
    sources: z.array(source),
    reference: z.strictObject(printed).optional(),
    citation: z.strictObject({ ...printed, locator: z.string().optional() }).optional(),
  }),
);

/** What the styles print of the same sources. */
export function readExamples(): z.infer<typeof examples> {
  return examples.parse(read('examples.yaml'));
}

/** What guides to the styles publish. */
export function readPublished(): z.infer<typeof published> {
  return published.parse(read('published.yaml'));
}

export function itemOf({ type, creators, ...fields }: Source, key = 'source'): CslItem {
  return toCsl({ key, content: { ...emptyContent(type), ...fields, creators } });
}

/** Without a schema of types, as all values are texts. */
function read(file: string): unknown {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8'), { schema: 'failsafe' });
}
