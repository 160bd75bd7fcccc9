import { z } from 'zod';
import { InputInvalid } from '../src/problem.ts';
import { builder } from './builder.ts';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE } from './page-size.ts';

const size = (name: string) =>
  z
    .number()
    .min(0, `\`${name}\` is negative; give a number from 0 to ${LARGEST_PAGE_SIZE}.`)
    .max(
      LARGEST_PAGE_SIZE,
      `\`${name}\` is more than ${LARGEST_PAGE_SIZE}, the most that one page has; read on with cursors.`,
    )
    .nullish();

const first = () =>
  builder.args((t) => ({
    first: t.int({
      description: `The size of the page, from the start; ${DEFAULT_PAGE_SIZE} unless given, at most ${LARGEST_PAGE_SIZE}.`,
      validate: size('first'),
    }),
    after: t.string({ description: 'Read on after this cursor.' }),
  }));

const last = () =>
  builder.args((t) => ({
    last: t.int({
      description: `The size of the page, from the end; at most ${LARGEST_PAGE_SIZE}.`,
      validate: size('last'),
    }),
    before: t.string({ description: 'Read up to this cursor.' }),
  }));

/** The arguments of a list that can be read from its start only. */
export const forwardArguments = first;

/** The arguments of a list that can be read from both ends. */
export const pageArguments = () => ({ ...first(), ...last() });

/** The arguments as a client gives them. */
export interface PageGiven {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** Which page is asked for. */
export interface Page<Cursor> {
  size: number;
  backward: boolean;
  after: Cursor | null;
  before: Cursor | null;
}

/** @throws InputInvalid when both ends are asked for, or a cursor is none of this list. */
export function readPage<Cursor>(given: PageGiven, decode: (cursor: string) => Cursor): Page<Cursor> {
  const { first, last, after, before } = given;
  if (typeof first === 'number' && typeof last === 'number')
    throw new InputInvalid('Both `first` and `last` are given; give the one that you mean.');
  return {
    size: first ?? last ?? DEFAULT_PAGE_SIZE,
    backward: typeof last === 'number',
    after: typeof after === 'string' ? decode(after) : null,
    before: typeof before === 'string' ? decode(before) : null,
  };
}

export interface Connection<Item> {
  edges: { cursor: string; node: Item }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** An item of a page. Its cursor is made when it is asked for, which most queries do once a page. */
class Edge<Item, Node> {
  readonly node: Node;
  readonly #item: Item;
  readonly #cursorOf: (item: Item) => string;

  constructor(node: Node, item: Item, cursorOf: (item: Item) => string) {
    this.node = node;
    this.#item = item;
    this.#cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.#cursorOf(this.#item);
  }
}

type Count = () => Promise<number> | number;

/** How to count the whole list of a connection, which is done only where it is asked for. */
const counts = new WeakMap<object, Count>();

/**
 * Makes a connection of what was read for a page: one item more than the page holds, where there is one, tells
 * whether the list goes on.
 */
export function connectionOf<Item, Cursor>(
  page: Page<Cursor>,
  read: readonly Item[],
  cursorOf: (item: Item) => string,
  totalCount: Count,
): Connection<Item> {
  return connectionOfPlaces(page, read, (item) => item, cursorOf, totalCount);
}

/**
 * The same of places in a list, some of which may be empty by now: they count for where the page ends.
 * @param nodeOf what is at a place; null where there is nothing any more.
 */
export function connectionOfPlaces<Place, Node, Cursor>(
  page: Page<Cursor>,
  read: readonly Place[],
  nodeOf: (place: Place) => Node | null,
  cursorOf: (place: Place) => string,
  totalCount: Count,
): Connection<Node> {
  const goesOn = read.length > page.size;
  const places = goesOn
    ? page.backward
      ? read.slice(read.length - page.size)
      : read.slice(0, page.size)
    : read;
  const edges = places.flatMap((place) => {
    const node = nodeOf(place);
    return node === null ? [] : [new Edge(node, place, cursorOf)];
  });
  const [first, last] = [places[0], places.at(-1)];
  const connection = {
    edges,
    pageInfo: {
      hasNextPage: page.backward ? page.before !== null : goesOn,
      hasPreviousPage: page.backward ? goesOn : page.after !== null,
      get startCursor() {
        return first === undefined ? null : cursorOf(first);
      },
      get endCursor() {
        return last === undefined ? null : cursorOf(last);
      },
    },
  };
  counts.set(connection, totalCount);
  return connection;
}

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many there are in the whole list.',
    resolve: async (connection) => {
      const count = counts.get(connection);
      if (count === undefined) throw new Error('A connection was not made by connectionOf');
      return await count();
    },
  }),
);
