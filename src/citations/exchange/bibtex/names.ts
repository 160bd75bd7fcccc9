import { z } from 'zod';
import type { CreatorRole } from '../../../store/generated/enums.ts';
import { literalName } from '../../csl/names-from-csl.ts';
import type { SourceCreator } from '../../source.ts';
import { bibtexItem } from '../library.ts';
import { decodeLatex, encodeLatex } from './latex.ts';

const authorShape = z.object({
  author: z
    .array(
      z.object({
        family: z.string().optional(),
        given: z.string().optional(),
        suffix: z.string().optional(),
        'non-dropping-particle': z.string().optional(),
      }),
    )
    .min(1),
});

/** Splits `A and B` where the `and` stands in no braces. */
export function splitNames(latex: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of latex.matchAll(/\\.|[{}]|\sand(?=\s)/gis)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    else if (depth === 0 && !token.startsWith('\\')) {
      names.push(latex.slice(start, index));
      start = index + token.length;
    }
  }
  return [...names, latex.slice(start)].map((name) => name.trim()).filter((name) => name !== '');
}

/**
 * A name in LaTeX: a whole name in braces is that of a body. BibTeX has one kind of particle, which is kept where the family
 * name stands alone; BibLaTeX lets `useprefix=false` say otherwise.
 * @returns null for `others`, and for what is no name.
 */
export function readName(role: CreatorRole, latex: string): SourceCreator | null {
  if (latex === 'others') return null;
  if (isInBraces(latex)) return literalName(role, decodeLatex(latex));
  const { data } = authorShape.safeParse(
    bibtexItem({ type: 'misc', label: 'x', properties: { author: latex } }),
  );
  const name = data?.author[0];
  if (name?.family === undefined) return literalName(role, decodeLatex(latex));
  const isDropped = /,\s*useprefix\s*=\s*false/i.test(latex);
  const particle = name['non-dropping-particle'] ?? null;
  return {
    role,
    family: name.family,
    given: name.given ?? null,
    droppingParticle: isDropped ? particle : null,
    nonDroppingParticle: isDropped ? null : particle,
    suffix: name.suffix ?? null,
    literal: null,
  };
}

/** Whether the brace that opens at the beginning closes at the end. */
function isInBraces(latex: string): boolean {
  if (!latex.startsWith('{')) return false;
  let depth = 0;
  for (const { 0: token, index } of latex.matchAll(/\\.|[{}]/gs)) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0;
    if (depth === 0 && token === '}') return index === latex.length - 1;
  }
  return false;
}

/** As BibTeX has it; where that would be read otherwise, as the parts that BibLaTeX can name (its manual, 3.6). */
export function writeName(name: SourceCreator): string {
  if (name.literal !== null) return `{${encodeLatex(name.literal)}}`;
  const plain = plainName(name);
  return plain !== null && isSame(readName(name.role, plain), name) ? plain : nameInParts(name);
}

function plainName(name: SourceCreator): string | null {
  if (name.droppingParticle !== null) return null;
  const family = [name.nonDroppingParticle, name.family].filter((part) => part !== null).join(' ');
  const parts = name.suffix === null ? [family, name.given ?? ''] : [family, name.suffix, name.given ?? ''];
  const plain = parts.map(encodeLatex).join(', ').replace(/, $/, '');
  return splitNames(plain).length === 1 && !/[={}]/.test(plain) ? plain : null;
}

function nameInParts(name: SourceCreator): string {
  const given = [name.given, name.nonDroppingParticle === null ? null : name.droppingParticle];
  const particle = name.nonDroppingParticle ?? name.droppingParticle;
  const parts: [string, string | null][] = [
    ['family', name.family],
    ['given', given.filter((part) => part !== null).join(' ') || null],
    ['prefix', particle],
    ['suffix', name.suffix],
  ];
  const written = parts.flatMap(([part, value]) =>
    value === null ? [] : [`${part}={${encodeLatex(value)}}`],
  );
  if (particle !== null) written.push(`useprefix=${name.nonDroppingParticle !== null}`);
  return written.join(', ');
}

function isSame(one: SourceCreator | null, other: SourceCreator): boolean {
  return JSON.stringify(one) === JSON.stringify({ ...one, ...other });
}
