import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedFolder } from '../../src/store/paths.ts';
import { dataDirectory, refusal, scholion } from '../support/command-line.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary.ts';

const sample = join(seedFolder, 'secret-speech.txt');

describe('scholion show', () => {
  it('shows a document as a tree, or one revision of it, and says what is wrong with what it is asked for', async () => {
    const data = await dataDirectory();
    // The commands go through this server's socket, which is faster than opening the database each time.
    await startServing(['--data', data]);
    const text = join(await temporaryFolder(), 'small.txt');
    await writeFile(
      text,
      `= Small =\n\nOne.\n\n== Two ==\n\n- three\n  - four\n\nHe said:\n\n${'long '.repeat(20)}`,
    );
    await scholion('import', sample, text, '--data', data);
    await writeFile(text, '= Small =\n\nOnly this.');
    await scholion('import', text, '--data', data);
    const show = (reference: string) => scholion('show', reference, '--data', data);
    expect(await show('small')).toEqual({
      code: 0,
      out: 'Small (small@2)\n\n1  paragraph    Only this.\n',
      err: '',
    });
    const { out } = await show('small@1');
    expect(out.split('\n')).toEqual(
      [
        'Small (small@1)',
        '',
        '1                paragraph    One.',
        '2                section      Two',
        '  2.1            list',
        '    2.1.1        list item    three',
        '      2.1.1.1    list',
        '        2.1.1.1.1  list item    four',
        '  2.2            paragraph    He said:',
        '  2.3            block quote  long long long long long long long long long long long long…',
        '',
      ].map((line, index) => (index > 1 ? expect.stringMatching(loosely(line)) : line)),
    );
    expect((await show('secret-speech')).out.split('\n').length).toBeGreaterThan(55);

    const known = 'scholion list shows those that there are.';
    const form =
      'write one like secret-speech@1:5.2@17-42, secret-speech@1:5.2@17-5.4@3, secret-speech@1:5.2-5.4, secret-speech@1:5.2 or secret-speech.';
    expect(await show('unknown')).toEqual(refusal(`There is no document unknown; ${known}`));
    expect(await show('small@3')).toEqual(
      refusal('There is no revision 3 of small; its revisions are 1 to 2.'),
    );
    expect(await show('small@99999999999')).toEqual(
      refusal('There is no revision 99999999999 of small; its revisions are 1 to 2.'),
    );
    expect(await show('small@0')).toEqual(refusal(`The reference has the wrong form; ${form}`));
    expect(await show('Two Words')).toEqual(
      refusal(`The reference does not start with the slug of a document; ${form}`),
    );
    expect(await show('small:1')).toEqual(
      refusal('Only whole revisions are shown; leave the block 1 out of small:1.'),
    );
    expect(await scholion('list', '--data', data)).toEqual({
      code: 0,
      out: 'secret-speech\t@1\tund\tOn the Cult of Personality and Its Consequences\nsmall\t@2\tund\tSmall\n',
      err: '',
    });
  });
});

/** The same words in the same order, however far apart they stand. */
function loosely(line: string): RegExp {
  const words = line
    .trim()
    .split(/ {2,}/)
    .map((word) => word.replace(/[.]/g, '\\.').replace('…', '.*…'));
  return new RegExp(`^ *${words.join(' +')}$`);
}
