import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { XmlNode } from 'citeproc';
import { InputInvalid } from '../../problem.ts';
import { checkStyle } from './check-style.ts';
import { readXml, Unusable } from './read-xml.ts';
import { describeStyle, parentId, type Style, styleId } from './style.ts';

const EXTENSION = '.csl';
/** In bytes; the largest official style has 0.1 MB. */
const LARGEST = 1_000_000;
const MOST_STYLES = 200;

interface Found {
  name: string;
  xml: XmlNode;
}

/**
 * The styles of a folder, every file `NAME.csl` in it: checked, and those that stand for another one (dependent styles)
 * with what that one says.
 * @param shipped which a dependent style may stand for too.
 * @throws InputInvalid in one sentence with the file and what to do.
 */
export async function readUserStyles(folder: string, shipped: readonly Style[]): Promise<Style[]> {
  const found: Found[] = [];
  for (const file of await filesOf(folder)) {
    found.push(
      await inFile(file, async () => ({
        name: nameOf(file),
        xml: readXml(await read(join(folder, file)), 'style'),
      })),
    );
  }
  const styles: Style[] = [];
  for (const { name, xml } of found) {
    const style = await inFile(`${name}${EXTENSION}`, () => {
      const independent = withParent(xml, found, shipped);
      checkStyle(independent);
      return { ...describeStyle(name, independent), title: describeStyle(name, xml).title, independent };
    });
    const { independent, ...info } = style;
    const id = styleId(xml);
    styles.push({ info, aliases: id === null ? [] : [id], read: () => independent });
  }
  return styles;
}

/** Says of which file an error tells. @throws InputInvalid */
export async function inFile<T>(file: string, use: () => T | Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    throw new InputInvalid(`The citation style ${file} ${error.message}.`);
  }
}

function nameOf(file: string): string {
  return basename(file, EXTENSION);
}

async function filesOf(folder: string): Promise<string[]> {
  let files: string[];
  try {
    files = (await readdir(folder)).filter((file) => file.endsWith(EXTENSION)).sort();
  } catch (error) {
    throw new InputInvalid(
      `The folder of citation styles ${folder} cannot be read (${codeOf(error)}); create it, or leave it out.`,
    );
  }
  if (files.length > MOST_STYLES) {
    throw new InputInvalid(
      `The folder of citation styles ${folder} has more than ${MOST_STYLES} styles; take some out.`,
    );
  }
  return files;
}

async function read(path: string): Promise<string> {
  try {
    const { size, ...stats } = await stat(path).then((found) => ({
      size: found.size,
      isFile: found.isFile(),
    }));
    if (!stats.isFile) throw new Unusable('is not a file; take it out of the folder');
    if (size > LARGEST) throw new Unusable(`is larger than ${LARGEST / 1_000_000} MB; make it smaller`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`cannot be read (${codeOf(error)}); check the file and its permissions`);
  }
}

function withParent(xml: XmlNode, found: readonly Found[], shipped: readonly Style[]): XmlNode {
  const parent = parentId(xml);
  if (parent === null) return xml;
  const user = found.find(({ xml: other }) => styleId(other) === parent && parentId(other) === null);
  if (user !== undefined) return user.xml;
  const official = shipped.find(({ aliases }) => aliases.includes(parent));
  if (official !== undefined) return official.read();
  throw new Unusable(
    `stands for the style ${parent}, which is not there; put the file of that one beside it`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
