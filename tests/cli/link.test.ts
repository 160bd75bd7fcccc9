import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusal, scholion, useSharedDirectory } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary.ts';

const shared = useSharedDirectory();

describe('scholion link', () => {
  it('goes over documents, and importing entities does so where their names may stand', async () => {
    const folder = await temporaryFolder();
    const at = (name: string) => join(folder, name);
    await writeFile(at('first.txt'), '= First =\n\nMarie Curie worked with Irène Joliot-Curie in Paris.');
    await writeFile(at('second.txt'), '= Second =\n\nNobody is named here.');
    await writeFile(at('names.csv'), 'kind,name,surnames\nPERSON,Marie Curie,Curie\nPLACE,Paris,\n');
    const run = (...args: string[]) => scholion(...args, '--data', shared());
    await run('import', folder, '--language', 'en');
    const found = await run('link', '--discover', 'first');
    expect(found.out).toContain('\tPERSON\tMarie Curie\n');
    expect(await run('entities', 'import', at('names.csv'))).toEqual({
      code: 0,
      out: '2 rows: 2 new, 0 merged, 0 unchanged, 0 refused\nLinked 1 document where the names may stand: 3 suggested, 0 withdrawn\n',
      err: '',
    });
    expect((await run('link', '--discover', 'first')).out).not.toContain('Marie Curie');
    expect(await run('link')).toEqual({
      code: 0,
      out: 'first: 0 suggested, 0 withdrawn\nsecond: 0 suggested, 0 withdrawn\n',
      err: '',
    });
    expect(await run('link', 'third')).toEqual(
      refusal('There is no document third; scholion list shows those that there are.'),
    );
    await writeFile(
      at('first.txt'),
      '= First =\n\nMarie Curie worked alone.\n\nThen she left Paris, Marie Curie.',
    );
    expect((await run('import', at('first.txt'))).out).toBe(
      `${at('first.txt')}: new revision first@2; mentions suggested: 1\n`,
    );
  });
});
