import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolder, seedFolder } from '../../src/store/paths.ts';
import { dataDirectory, refusal, scholion, useSharedDirectory } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary.ts';

const library = `@string{ocp = "Oxford"}
@book{getty1985,
  author = {Getty, J. Arch},
  title = {Origins of the Great Purges},
  publisher = ocp,
  year = 1985,
  keywords = {purges},
}
@article{rogovin1998, author = {Rogovin, Vadim}, title = {{1937}}, journal = {Pravda}, year = 1998}
`;

/** Writes a file into a folder of a test's own. @returns its path. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

const shared = useSharedDirectory();

/** Runs `scholion sources` on a store that is empty when a test begins. */
const run = (command: string, ...args: string[]) => scholion('sources', command, ...args, '--data', shared());

describe('scholion sources import', () => {
  it('imports a file, tells what it did, and changes nothing the second time', async () => {
    const path = await file('library.bib', library);
    expect(await run('import', path, '--verbose')).toEqual({
      code: 0,
      out: `${path}, line 2 (getty1985): added
${path}, line 2 (getty1985): left out keywords.
${path}, line 9 (rogovin1998): added
2 records: 2 added, 0 changed, 0 unchanged, 0 refused
`,
      err: '',
    });
    const before = (await run('export')).out;
    expect(await run('import', path)).toEqual({
      code: 0,
      out: '2 records: 0 added, 0 changed, 2 unchanged, 0 refused\n',
      err: '',
    });
    expect((await run('export')).out).toBe(before);
  });

  it('tells of possible duplicates and leaves them two', async () => {
    await run('import', await file('library.bib', library));
    const path = await file(
      'other.ris',
      'TY  - BOOK\nID  - other\nAU  - Getty, J. Arch\nTI  - Origins of the Great Purges\nPY  - 1985\nER  - \n',
    );
    const { code, out, err } = await run('import', path);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^.*other\.ris, line 1 \(other\): may be the same work as getty1985 \(author, year and title agree\); merge them if so\.\n1 records: 1 added, 0 changed, 0 unchanged, 0 refused; 1 may be the same work as others that were there\n$/,
    );
    expect(JSON.parse((await run('export')).out)).toHaveLength(3);
  });

  it('reports bad records by line and lets the good ones in, or none with --strict', async () => {
    const path = await file(
      'bad.bib',
      `@book{a, title = {A\n${library}@book{b, title = {B}, doi = {nonsense}}\n`,
    );
    const reasons = [
      'line 1: refused. The entry that starts here does not end before the next one or the end of the file; close its braces.',
      'line 11 (b): refused. "nonsense" is not a DOI; give one such as 10.2307/2499177.',
    ];
    const err = reasons.map((reason) => `${path}, ${reason}\n`).join('');
    const undone =
      'Nothing was written, as a record was refused; correct it, or import the others without --strict.\n';
    const strict = await run('import', path, '--strict');
    expect([strict.code, strict.err]).toEqual([1, err + undone]);
    expect((await run('export', '--format', 'bibtex')).out).toBe('');
    const dry = await run('import', path, '--dry-run');
    expect([dry.code, dry.err]).toEqual([1, err]);
    expect(dry.out).toContain('Nothing was written, as this was a dry run.\n');
    expect((await run('export', '--format', 'ris')).out).toBe('');
    const { code, out } = await run('import', path);
    expect([code, out.split('\n').at(-2)]).toEqual([
      1,
      '4 records: 2 added, 0 changed, 0 unchanged, 2 refused',
    ]);
  });

  it('says in a sentence what it cannot read', async () => {
    const text = await file('library.txt', library);
    expect(await run('import', text)).toEqual(
      refusal(
        `The name of ${text} does not tell its format; let it end in .bib or .bibtex (bibtex), .ris (ris), .json (csl-json), or give --format.`,
      ),
    );
    expect((await run('import', text, '--format', 'bibtex')).code).toBe(0);
    const bytes = await file('bytes.bib', Uint8Array.of(0x40, 0xff));
    expect(await run('import', bytes)).toEqual(
      refusal(`${bytes} is not UTF-8 text; convert it, for instance with iconv.`),
    );
    expect(await run('import', 'nowhere.bib')).toEqual(
      refusal('nowhere.bib does not exist; check its name.'),
    );
    const { code, out, err } = await run('import', text, '--nope');
    expect([code, out, err.split('\n')[0]]).toEqual([1, '', "error: unknown option '--nope'"]);
  });
});

it('scholion sources import makes a store where there is none', async () => {
  const data = await dataDirectory();
  const imported = await scholion('sources', 'import', await file('library.bib', library), '--data', data);
  expect(imported).toMatchObject({ code: 0, err: '' });
  const exported = await scholion('sources', 'export', '--data', data);
  expect(JSON.parse(exported.out)).toHaveLength(2);
});

describe('scholion sources export', () => {
  it.each(['sources.bib', 'sources.ris', 'sources.json'])(
    'writes %s, which changes nothing',
    async (name) => {
      await run('import', await file('library.bib', library));
      const path = join(await temporaryFolder(), name);
      expect(await run('export', path)).toEqual({ code: 0, out: `${path}: 2 sources\n`, err: '' });
      const written = await readFile(path, 'utf8');
      const format = { bib: 'bibtex', ris: 'ris', json: 'csl-json' }[name.split('.')[1] ?? ''] ?? '';
      expect((await run('export', '--format', format)).out).toBe(written);
      const { code, out } = await run('import', path);
      expect([code, out]).toEqual([0, '2 records: 0 added, 0 changed, 2 unchanged, 0 refused\n']);
    },
  );

  it('gives the seed data back', async () => {
    const seed = join(seedFolder, 'sources.json');
    expect((await run('import', seed)).code).toBe(0);
    const again = await file('again.json', (await run('export')).out);
    expect((await run('import', again)).out).toMatch(/ 0 added, 0 changed, \d+ unchanged, 0 refused\n$/);
  });

  it('says in a sentence what it cannot write', async () => {
    const path = join(await temporaryFolder(), 'no', 'sources.bib');
    expect(await run('export', path)).toEqual(
      refusal(`${path} cannot be written (it does not exist); choose another file.`),
    );
  });
});

it('The commands in docs/citations-exchange.md run', async () => {
  const docs = await readFile(join(packageFolder, 'docs/citations-exchange.md'), 'utf8');
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(docs) ?? [];
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'library.bib'), library);
  const commands = block.trim().split('\n');
  expect(commands.length).toBeGreaterThan(2);
  for (const command of commands) {
    const [, ...args] = command
      .split(' ')
      .map((word) => (/^library\./.test(word) ? join(folder, word) : word));
    expect(await scholion(...args, '--data', shared())).toMatchObject({ code: 0, err: '' });
  }
});
