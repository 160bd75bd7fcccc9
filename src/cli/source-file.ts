import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { documentLimits } from '../documents/limits.ts';
import { InputInvalid } from '../problem.ts';
import { slugify } from '../text/slug.ts';

/** What front matter or options may say of a document. */
export interface Description {
  slug?: string | undefined;
  title?: string | undefined;
  language?: string | undefined;
  licence?: string | undefined;
  attribution?: string | undefined;
  source?: string | undefined;
  note?: string | undefined;
}

export interface SourceFile {
  text: string;
  description: Description;
}

/** The text files that names stand for: files as they are, of folders all `.txt` files in them, however deep. @throws InputInvalid */
export async function findSourceFiles(names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map(findIn));
  return found.flat();
}

async function findIn(name: string): Promise<string[]> {
  const about = await stat(name).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  if (!about.isDirectory()) return [name];
  const entries = await readdir(name, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && extname(entry.name) === '.txt')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0)
    throw new InputInvalid(`There are no .txt files in ${name}; name the files to import.`);
  return files;
}

/** Reads a text with the front matter that it may begin with: YAML between two lines of `---`. @throws InputInvalid */
export async function readSourceFile(name: string): Promise<SourceFile> {
  const whole = decode(name, await readBytes(name));
  const match = /^\uFEFF?---\r?\n(?<yaml>(?:[\s\S]*?\n)??)---\r?(?:\n|$)/.exec(whole);
  if (match === null) return { text: whole, description: {} };
  return { text: whole.slice(match[0].length), description: readFrontMatter(name, match.groups?.yaml ?? '') };
}

/** The slug that a file's name gives, or null when nothing of it is left. */
export function slugOfFile(name: string): string | null {
  const stem = basename(name, extname(name));
  const slug = slugify(stem);
  return slug === 'document' && stem.toLowerCase() !== 'document' ? null : slug;
}

async function readBytes(name: string): Promise<Buffer> {
  try {
    const { size } = await stat(name);
    const limit = documentLimits.sourceBytes;
    if (size > limit)
      throw new InputInvalid(
        `${name} has ${(size / 1024 / 1024).toFixed(1)} MiB, more than ${limit / 1024 / 1024}; split it into several documents.`,
      );
    return await readFile(name);
  } catch (error) {
    throw error instanceof InputInvalid ? error : unreadable(name, error);
  }
}

function decode(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputInvalid(`${name} is not UTF-8 text; convert it, for instance with iconv.`);
  }
}

const word = z.string().or(z.number().transform(String)).optional();
const frontMatter = z.strictObject({
  slug: word,
  title: word,
  language: word,
  licence: word,
  attribution: word,
  source: word,
  note: word,
});

function readFrontMatter(name: string, yaml: string): Description {
  let parsed: unknown;
  try {
    parsed = parse(yaml, { logLevel: 'error' }) ?? {};
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new InputInvalid(`The front matter of ${name} is not YAML (${reason}); mend it or remove it.`);
  }
  const checked = frontMatter.safeParse(parsed);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const [key] = issue?.code === 'unrecognized_keys' ? issue.keys : (issue?.path ?? []);
  const known = Object.keys(frontMatter.shape).join(', ');
  const fault =
    issue?.code === 'unrecognized_keys'
      ? `has the unknown key ${String(key)}; the keys are ${known}`
      : key === undefined
        ? `has no keys; write lines such as "title: My text", with the keys ${known}`
        : `gives no plain text for ${String(key)}; write words there, in quotes if need be`;
  throw new InputInvalid(`The front matter of ${name} ${fault}.`);
}

const READING_FAULTS: Record<string, string> = {
  ENOENT: 'does not exist; check its name',
  EACCES: 'may not be read by this user; change its permissions',
  EISDIR: 'is a folder',
};

function unreadable(name: string, error: unknown): InputInvalid {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason =
    READING_FAULTS[code] ?? `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  return new InputInvalid(`${name} ${reason}.`);
}
