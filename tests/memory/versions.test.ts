import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Dependency } from '../../src/memory/dependencies.ts';
import { Kept } from '../../src/memory/kept.ts';
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

/** What was kept must be there as long as none of its dependencies changed, and never afterwards. */
function follow(steps: readonly Step[], remembered: number, check: (kept: boolean, holds: boolean) => void) {
  const versions = new Versions(remembered);
  const kept = new Kept<number>(versions, 1_000_000);
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
      kept.set(key, { value: index, time: versions.now, dependencies });
      model.set(key, { holds: true, dependencies });
    } else check(kept.get(one.key) !== undefined, model.get(one.key)?.holds === true);
  });
}

it('What is kept holds until something changes that it depends on', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) =>
      follow(steps, 1_000, (kept, holds) => expect(kept).toBe(holds)),
    ),
  );
});

it('Where more has changed than is remembered, nothing is taken to hold that does not', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, remembered) =>
      follow(steps, remembered, (kept, holds) => expect(kept && !holds).toBe(false)),
    ),
  );
});

it('What was read before a change that came meanwhile is not taken to hold', () => {
  const versions = new Versions();
  const kept = new Kept<string>(versions, 1_000_000);
  const begun = versions.now;
  versions.change(['annotations']);
  kept.set('key', { value: 'read', time: begun, dependencies: ['annotations'] });
  expect(kept.get('key')).toBeUndefined();
});

it('No more is kept than there is room for', () => {
  const kept = new Kept<string>(new Versions(), 10_000);
  for (let index = 0; index < 100; index += 1)
    kept.set(`key ${index}`, { value: 'x'.repeat(1_000), time: 0, dependencies: [] });
  const left = Array.from({ length: 100 }, (_, index) => kept.has(`key ${index}`)).filter(Boolean).length;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(5);
  const none = new Kept<string>(new Versions(), 0);
  none.set('key', { value: 'x', time: 0, dependencies: [] });
  expect(none.has('key')).toBe(false);
});
