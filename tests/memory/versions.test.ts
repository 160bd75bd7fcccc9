import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dependency } from '../../src/memory/dependencies.ts';
import { type Entry, Kept } from '../../src/memory/kept.ts';
import { Shelves } from '../../src/memory/shelves.ts';
import { Versions } from '../../src/memory/versions.ts';

const dependency = fc.integer({ min: 0, max: 12 }).map((number): Dependency => `annotation:${number}`);

type Step =
  | { kind: 'change'; dependencies: Dependency[] }
  | { kind: 'all' }
  | { kind: 'keep'; key: string; dependencies: Dependency[] }
  | { kind: 'look'; key: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    dependencies: fc.array(dependency, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('all' as const) }),
  fc.record({
    kind: fc.constant('keep' as const),
    key: fc.constantFrom('a', 'b', 'c'),
    dependencies: fc.array(dependency, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('look' as const), key: fc.constantFrom('a', 'b', 'c') }),
);

interface Keeping {
  get(key: string): Entry<unknown> | undefined;
  set(key: string, entry: Entry<string>): void;
}

/** The two ways in which things are kept. */
const ways: Record<string, (versions: Versions, maxBytes: number) => Keeping> = {
  Kept: (versions, maxBytes) => new Kept<string>(versions, maxBytes, (text) => 2 * text.length),
  Shelves: (versions, maxBytes) => {
    const shelves = new Shelves(versions, maxBytes);
    const kindOf = (key: string) => `kind ${key.length}`;
    return {
      get: (key) => shelves.get(kindOf(key), key),
      set: (key, entry) => shelves.set(kindOf(key), key, entry),
    };
  },
};

/** What was kept must be there as long as none of its dependencies changed, and never afterwards. */
function follow(
  open: (versions: Versions) => Keeping,
  steps: readonly Step[],
  remembered: number,
  check: (kept: boolean, holds: boolean) => void,
) {
  const versions = new Versions(remembered);
  const kept = open(versions);
  const model = new Map<string, { holds: boolean; dependencies: Dependency[] }>();
  steps.forEach((one, index) => {
    if (one.kind === 'change') {
      versions.change(one.dependencies);
      for (const entry of model.values())
        if (entry.dependencies.some((on) => one.dependencies.includes(on))) entry.holds = false;
    } else if (one.kind === 'all') {
      versions.changeAll();
      for (const entry of model.values()) if (entry.dependencies.length > 0) entry.holds = false;
    } else if (one.kind === 'keep') {
      const { key, dependencies } = one;
      kept.set(key, { value: `${index}`, time: versions.now, dependencies });
      model.set(key, { holds: true, dependencies });
    } else check(kept.get(one.key) !== undefined, model.get(one.key)?.holds === true);
  });
}

describe.each(Object.entries(ways))('%s', (_name, make) => {
  const open = (versions: Versions) => make(versions, 1_000_000);

  it('holds what is kept until something changes that it depends on', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) =>
        follow(open, steps, 1_000, (kept, holds) => expect(kept).toBe(holds)),
      ),
    );
  });

  it('takes nothing to hold that does not, where more has changed than is remembered', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, remembered) =>
        follow(open, steps, remembered, (kept, holds) => expect(kept && !holds).toBe(false)),
      ),
    );
  });

  it('does not take to hold what was read before a change that came meanwhile', () => {
    const versions = new Versions();
    const kept = open(versions);
    const begun = versions.now;
    versions.change(['annotations']);
    kept.set('key', { value: 'read', time: begun, dependencies: ['annotations'] });
    expect(kept.get('key')).toBeUndefined();
  });

  it('keeps no more than there is room for, and what was used last', () => {
    const entry = () => ({ value: 'x'.repeat(1_000), time: 0, dependencies: [] });
    const kept = make(new Versions(), 20_000);
    for (let index = 0; index < 100; index += 1) {
      kept.set(`key ${index}`, entry());
      expect(kept.get('key 0')).toBeDefined();
    }
    const left = Array.from({ length: 100 }, (_, index) => kept.get(`key ${index}`)).filter(Boolean).length;
    expect(left).toBeGreaterThan(2);
    expect(left).toBeLessThanOrEqual(10);
    kept.set('huge', { value: 'x'.repeat(20_000), time: 0, dependencies: [] });
    expect(kept.get('huge')).toBeUndefined();
    const none = make(new Versions(), 0);
    none.set('key', entry());
    expect(none.get('key')).toBeUndefined();
  });
});

it('What is of another kind is another thing, and all is dropped together', () => {
  const shelves = new Shelves(new Versions(), 10_000);
  const entry = (value: string) => ({ value, time: 0, dependencies: [] });
  shelves.set('one', 'key', entry('1'));
  shelves.set('other', 'key', entry('2'));
  shelves.set('one', 'key', entry('3'));
  expect([shelves.get('one', 'key')?.value, shelves.get('other', 'key')?.value]).toEqual(['3', '2']);
  shelves.clear();
  expect([shelves.get('one', 'key'), shelves.get('other', 'key')]).toEqual([undefined, undefined]);
});
