import { expect, it } from 'vitest';
import { connectionOfPlaces, type Page } from '../../schema/page.ts';

/** Places of which some are empty; of each its number. */
function connected(page: Partial<Page<number>>, places: readonly [number, string | null][]) {
  const whole = { size: 2, backward: false, after: null, before: null, ...page };
  return connectionOfPlaces(
    whole,
    places,
    ([, node]) => node,
    ([number]) => `${number}`,
    () => 9,
  );
}

it('A page ends where its places do, also where nothing is at them any more', () => {
  const { edges, pageInfo } = connected({}, [
    [1, 'a'],
    [2, null],
    [3, null],
  ]);
  expect(edges.map(({ node, cursor }) => [node, cursor])).toEqual([['a', '1']]);
  expect({ ...pageInfo }).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: '1',
    endCursor: '2',
  });
});

it('So does one that is read from the end', () => {
  const { edges, pageInfo } = connected({ backward: true, before: 9 }, [
    [6, null],
    [7, null],
    [8, 'h'],
  ]);
  expect(edges.map(({ node, cursor }) => [node, cursor])).toEqual([['h', '8']]);
  expect({ ...pageInfo }).toEqual({
    hasNextPage: true,
    hasPreviousPage: true,
    startCursor: '7',
    endCursor: '8',
  });
});
