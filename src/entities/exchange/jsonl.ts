import { z } from 'zod';
import { InputInvalid, Problem } from '../../problem.ts';
import { AuthorityScheme, NameKind } from '../../store/generated/enums.ts';
import { excerpt } from '../../text/excerpt.ts';
import { readKind } from './given-kind.ts';
import { type Line, linesOf, TOO_LONG } from './lines.ts';
import type { KnownEntity } from './registry-entry.ts';
import type { ReadRow, RowEntity } from './row.ts';

const text = (key: string) => z.string({ error: `"${key}" must be text` });
const textOrNull = (key: string) => text(key).nullish();
const oneOf = <Word extends string>(key: string, words: Record<string, Word>) =>
  z.enum(words, { error: `"${key}" must be one of ${Object.values(words).join(', ')}` });

const nameShape = z.strictObject(
  {
    text: text('text'),
    language: textOrNull('language'),
    kind: oneOf('kind', NameKind).optional(),
  },
  { error: (issue) => unless(issue, 'a name must be an object with "text", "language" and "kind"') },
);

const authorityShape = z.strictObject(
  { scheme: oneOf('scheme', AuthorityScheme), value: text('value') },
  { error: (issue) => unless(issue, 'an authority must be an object with "scheme" and "value"') },
);

const entityShape = z.strictObject({
  slug: textOrNull('slug'),
  kind: text('kind'),
  names: z
    .array(nameShape, { error: '"names" must be a list of names' })
    .min(1, '"names" must have a name in it'),
  description: textOrNull('description'),
  authorities: z.array(authorityShape, { error: '"authorities" must be a list of authorities' }).nullish(),
  startDate: textOrNull('startDate'),
  endDate: textOrNull('endDate'),
});

/** Says what is wrong with an object; of an unknown key zod says it. */
function unless({ code }: { code?: string }, message: string): string | undefined {
  return code === 'unrecognized_keys' ? undefined : message;
}

/** Reads entities from JSON Lines: an object a line, as `writeJsonLine` writes them. */
export async function* readJsonLines(chunks: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  for await (const line of linesOf(chunks)) if (line.text?.trim() !== '') yield readLine(line);
}

function readLine({ number, text: line }: Line): ReadRow {
  const place = `line ${number}`;
  if (line === null) return { place, label: '', refused: TOO_LONG };
  const label = excerpt(line);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { place, label, refused: 'The line is not JSON; write one object on it.' };
  }
  try {
    const given = toEntity(value);
    return { place, label: excerpt(given.name.text), given };
  } catch (error) {
    if (error instanceof Problem) return { place, label, refused: error.message };
    throw error;
  }
}

function toEntity(value: unknown): RowEntity {
  const checked = entityShape.safeParse(value);
  if (!checked.success) throw new InputInvalid(describe(checked.error.issues[0]));
  const { slug = null, kind, names, description = null, authorities, startDate, endDate } = checked.data;
  const [first, ...rest] = names;
  if (first === undefined || (first.kind ?? 'PREFERRED') !== 'PREFERRED')
    throw new InputInvalid('The first name must be the preferred one; put that first.');
  return {
    slug,
    kind: readKind(kind),
    name: { text: first.text, language: first.language ?? null },
    names: rest.map(({ text, language = null, kind = 'VARIANT' }) => ({ text, language, kind })),
    description,
    authorities: authorities ?? [],
    startDate: startDate ?? null,
    endDate: endDate ?? null,
  };
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys')
    return `The key "${excerpt(issue.keys[0] ?? '')}" is unknown; the keys of an entity are ${Object.keys(entityShape.shape).join(', ')}.`;
  if (issue === undefined || issue.path.length === 0)
    return `The line must be an object with the keys ${Object.keys(entityShape.shape).join(', ')}.`;
  return `In the object ${issue.message}; correct it.`;
}

/** An entity as a line of JSON Lines. */
export function writeJsonLine({
  slug,
  kind,
  names,
  description,
  authorities,
  startDate,
  endDate,
}: KnownEntity): string {
  const line = {
    slug,
    kind,
    names: names.map(({ text, language, kind }) => ({ text, language, kind })),
    description,
    authorities: authorities.map(({ scheme, value }) => ({ scheme, value })),
    startDate,
    endDate,
  };
  return `${JSON.stringify(line)}\n`;
}
