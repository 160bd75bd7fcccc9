import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../src/store/paths.ts';
import { scholion } from '../support/command-line.ts';

const COMMANDS = ['serve', 'import', 'list', 'show', 'link', 'migrate', 'backup', 'restore'];

describe('scholion', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    expect(await scholion('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('lists its commands', async () => {
    const { code, out, err } = await scholion('--help');
    expect([code, err]).toEqual([0, '']);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ +${command} \\[options\\]`, 'm'));
  });

  it('lists its commands when it is given none, as an error', async () => {
    const { code, out, err } = await scholion();
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Commands:');
  });

  it.each(COMMANDS)('explains %s with examples', async (command) => {
    const { code, out, err } = await scholion(command, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Usage: scholion ${command} \\[options\\]`));
    expect(out).toMatch(new RegExp(`\\nExamples:\\n +\\$ .*scholion ${command}.* # \\S`));
    expect(out).toContain('--data <directory>');
    expect(out.split('\n').every((line) => line.length < 200)).toBe(true);
  });
});

describe('scholion, used wrongly,', () => {
  const HINT = 'Run it with --help for what it takes.';

  it.each<[string, string[], string]>([
    [
      'an unknown command',
      ['sevre'],
      "error: unknown command 'sevre'\n(Did you mean serve?)\nRun scholion --help for the commands that there are.",
    ],
    ['an unknown option', ['list', '--nope'], `error: unknown option '--nope'\n${HINT}`],
    ['a missing argument', ['show'], `error: missing required argument 'slug'\n${HINT}`],
    ['no file to import', ['import'], `error: missing required argument 'files'\n${HINT}`],
    [
      'too many arguments',
      ['list', 'all'],
      `error: too many arguments for 'list'. Expected 0 arguments but got 1.\n${HINT}`,
    ],
    [
      'a port that is none',
      ['serve', '--port', '70000'],
      `error: option '--port <port>' argument '70000' is invalid. Give a number from 0 to 65535.\n${HINT}`,
    ],
    [
      'an unknown level of logging',
      ['serve', '--log-level', 'loud'],
      `error: option '--log-level <level>' argument 'loud' is invalid. Allowed choices are debug, info, warn, error, silent.\n${HINT}`,
    ],
  ])('says so of %s', async (_what, args, message) => {
    expect(await scholion(...args)).toEqual({ code: 1, out: '', err: `${message}\n` });
  });
});
