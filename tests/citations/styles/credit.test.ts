import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { citationCredit } from '../../../src/citations/styles/credit.ts';
import { localesFolder, shippedStyles, stylesFolder } from '../../../src/citations/styles/shipped-styles.ts';
import { packageFolder } from '../../../src/store/paths.ts';

it('credits the processor and the CSL project, with its address', () => {
  expect(citationCredit).toEqual({
    text: 'Citations by CSL (citeproc-js)',
    url: 'https://citationstyles.org/',
  });
});

it('every folder of files that are not ours has their licence, and is in the package', async () => {
  const { files }: { files: string[] } = JSON.parse(
    await readFile(join(packageFolder, 'package.json'), 'utf8'),
  );
  for (const folder of [stylesFolder, localesFolder]) {
    const licence = await readFile(join(folder, 'LICENCE.md'), 'utf8');
    expect(licence).toContain('CC BY-SA 3.0');
    expect(licence).toContain('https://citationstyles.org/');
    expect(files.map((file) => join(packageFolder, file))).toContain(folder);
  }
});

it('every style names its authors and its licence', async () => {
  for (const { file } of shippedStyles) {
    const style = await readFile(join(stylesFolder, `${file}.csl`), 'utf8');
    expect(style).toMatch(/<author>\s*<name>/);
    expect(style).toContain('http://creativecommons.org/licenses/by-sa/3.0/');
  }
});
