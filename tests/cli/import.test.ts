import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { note } from '../support/annotations.ts';
import { dataDirectory, refusal, scholion, useSharedDirectory } from '../support/command-line.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary.ts';

const shared = useSharedDirectory();

/** Writes files into a folder of a test's own. */
async function files(contents: Record<string, string | Uint8Array>): Promise<(name: string) => string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(contents)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return (name) => join(folder, name);
}

const list = async (data: string) => (await scholion('list', '--data', data)).out;

describe('scholion import', () => {
  it('imports a file, tells what it did, and does nothing the second time', async () => {
    // Nobody has this one open, so that each command starts its database.
    const data = await dataDirectory();
    const at = await files({ 'A Speech.txt': '= A speech =\n\nWords.' });
    const name = at('A Speech.txt');
    const run = (...options: string[]) => scholion('import', name, '--data', data, ...options);
    expect(await run()).toEqual({ code: 0, out: `${name}: new document a-speech@1\n`, err: '' });
    expect(await run()).toEqual({ code: 0, out: `${name}: unchanged a-speech@1\n`, err: '' });
    expect((await run('--language', 'en')).out).toBe(`${name}: same text, new description a-speech@1\n`);
    await writeFile(name, '= A speech =\n\nOther words.');
    expect((await run('--note', 'Mended.')).out).toBe(`${name}: new revision a-speech@2\n`);
    expect(await list(data)).toBe('a-speech\t@2\ten\tA speech\n');
  });

  it('tells how annotated places in changed text fared', async () => {
    const data = await dataDirectory();
    const at = await files({ 'a.txt': '= A =\n\nThe old ship sailed.\n\nWords.\n\nNothing changes.' });
    await scholion('import', at('a.txt'), '--data', data, '--language', 'en');
    const served = await startServing(['--data', data]);
    const { document } = await served.data('{ document(by: { slug: "a" }) { id } }');
    for (const exact of ['old ship', 'Words', 'Nothing'])
      await served.data(
        'mutation ($input: AddAnnotationInput!) { addAnnotation(input: $input) { __typename } }',
        { input: note(document.id, [{ quote: { exact } }]) },
      );
    served.process.kill('SIGTERM');
    await served.process.end();
    await writeFile(at('a.txt'), '= A =\n\nAnd the old ship sailed.\n\nSilence.\n\nNothing changes.');
    expect(await scholion('import', at('a.txt'), '--data', data)).toEqual({
      code: 0,
      out: `${at('a.txt')}: new revision a@2; annotated places in changed text: 1 exact, 1 orphaned\n`,
      err: '',
    });
  });

  it('takes options, front matter, and options over front matter', async () => {
    const data = shared();
    const at = await files({
      'one.txt': 'Words.',
      'two.txt': '\uFEFF---\r\nslug: zwei\r\ntitle: 1984\r\nlanguage: de\r\n---\r\nWorte.',
      'three.txt': '---\n---\n= Three =\n\n---\n\nWords.',
    });
    await scholion(
      'import',
      at('one.txt'),
      '--data',
      data,
      '--slug',
      'uno',
      '--title',
      'Uno',
      '--language',
      'it',
    );
    const more = await scholion(
      'import',
      at('two.txt'),
      at('three.txt'),
      '--data',
      data,
      '--language',
      'pt-br',
    );
    expect([more.code, more.err]).toEqual([0, '']);
    expect(await list(data)).toBe('uno\t@1\tit\tUno\nzwei\t@1\tpt-BR\t1984\nthree\t@1\tpt-BR\tThree\n');
  });

  it('imports the texts of a folder in order, however deep, and leaves other files alone', async () => {
    const data = shared();
    const at = await files({
      'b.txt': '= B =\n\nWords.',
      'a/c.txt': '= C =\n\nWords.',
      'a/readme.md': '# No text',
      'a/d/b.txt': '= Another B =\n\nWords.',
    });
    expect(await scholion('import', at('.'), '--data', data)).toEqual({
      code: 1,
      out: `${at('a/c.txt')}: new document c@1\n${at('a/d/b.txt')}: new document b@1\n`,
      err: `${at('b.txt')}: not imported. ${at('a/d/b.txt')} was imported as b already; give this one a slug of its own in front matter.\n`,
    });
  });

  it('imports what it can, and says of each other text why not', async () => {
    const data = shared();
    const deep = Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- item`).join('\n');
    const at = await files({
      'good.txt': '= Good =\n\nWords.',
      'bytes.txt': Uint8Array.of(0xff, 0xfe, 0x41),
      'empty.txt': '',
      'big.txt': new Uint8Array(50_000_000).fill(0x61),
      'deep.txt': `= Deep =\n\nWords.\n\n${deep}`,
      'untitled.txt': 'Words.',
      'nul.txt': '= NUL =\n\nW\0rds.',
      'yaml.txt': '---\ntitle: [a\n---\nWords.',
      'key.txt': '---\ntitel: A\n---\nWords.',
      'value.txt': '---\ntitle: A\nnote: { a: 1 }\n---\nWords.',
      'keyless.txt': '---\nA\n---\nWords.',
      'slug.txt': '---\nslug: Not A Slug\ntitle: A\n---\nWords.',
      'escape.txt': '---\ntitle: "A\\0"\n---\nWords.',
      'Текст.txt': '= Текст =\n\nСлова.',
    });
    const reasons: Record<string, string> = {
      'bytes.txt': `${at('bytes.txt')} is not UTF-8 text; convert it, for instance with iconv.`,
      'empty.txt': 'The text has no words besides its title; give it a paragraph.',
      'big.txt': `${at('big.txt')} has 47.7 MiB, more than 8; split it into several documents.`,
      'deep.txt': 'Line 69 nests this list more than 64 levels deep; put it on an outer level.',
      'untitled.txt':
        'The text names no title; give one (on the command line with --title), or start the text with a line like "= Title =".',
      'nul.txt': expect.stringContaining('NUL'),
      'yaml.txt': expect.stringMatching(
        /^The front matter of \S+ is not YAML \([^\n]+\); mend it or remove it\.$/,
      ),
      'key.txt': `The front matter of ${at('key.txt')} has the unknown key titel; the keys are slug, title, language, licence, attribution, source, note.`,
      'value.txt': `The front matter of ${at('value.txt')} gives no plain text for note; write words there, in quotes if need be.`,
      'keyless.txt': `The front matter of ${at('keyless.txt')} has no keys; write lines such as "title: My text", with the keys slug, title, language, licence, attribution, source, note.`,
      'slug.txt':
        'A slug is lower-case letters a to z and digits, in groups joined by single hyphens, at most 100 characters, such as secret-speech.',
      'escape.txt': expect.stringMatching(/^The title has a character that cannot be stored; [^\n]+\.$/),
      'Текст.txt': 'Its name gives no slug; give one with --slug or in front matter.',
    };
    const names = ['good.txt', ...Object.keys(reasons)];
    const { code, out, err } = await scholion('import', ...names.map(at), '--data', data);
    expect([code, out]).toEqual([1, `${at('good.txt')}: new document good@1\n`]);
    const said = Object.fromEntries(
      err
        .trimEnd()
        .split('\n')
        .map((line) => {
          const [, name = '', reason = ''] = /^.*\/([^/]+\.txt): not imported\. (.*)$/.exec(line) ?? [];
          return [name, reason];
        }),
    );
    expect(said).toEqual(reasons);
    expect(await list(data)).toBe('good\t@1\tund\tGood\n');
  });

  it('refuses a bad language tag, and a slug or title for several texts', async () => {
    const data = shared();
    const at = await files({ 'a.txt': '= A =\n\nWords.', 'b.txt': '= B =\n\nWords.' });
    const tag = await scholion('import', at('a.txt'), '--data', data, '--language', 'xx-');
    expect(tag).toEqual({
      code: 1,
      out: '',
      err: `${at('a.txt')}: not imported. "xx-" is not a language tag; give a BCP 47 tag such as en, ru or pt-BR.\n`,
    });
    expect(await scholion('import', at('.'), '--data', data, '--slug', 'one')).toEqual(
      refusal('A slug or title is for one text only; import one file, or say it in front matter.'),
    );
    expect(await list(data)).toBe('');
  });

  it('refuses a file that is not there and a folder without texts before it opens a store', async () => {
    const folder = await temporaryFolder();
    const missing = join(folder, 'missing.txt');
    const data = join(folder, 'data');
    expect(await scholion('import', missing, '--data', data)).toEqual(
      refusal(`${missing} does not exist; check its name.`),
    );
    expect(await scholion('import', folder, '--data', data)).toEqual(
      refusal(`There are no .txt files in ${folder}; name the files to import.`),
    );
  });
});
