import { isDeepStrictEqual } from 'node:util';
import { type Answer, type Ask, bytesOf, type Exchange } from '../load.ts';
import { BenchmarkProblem } from '../problem.ts';
import { eachSide, type Question, type Side, type Sides } from '../rounds.ts';
import type { Ground } from './ground.ts';

/** One thing that is asked of each server; this one is asked the same with and without its cache. */
export type Asked = Omit<Sides<Ask>, 'cold'>;

/** How to read what the servers answer, so that it can be compared. What is read differs from server to server. */
export interface Reading<Scholion, PostGraphile, Limit = Scholion> {
  scholion(data: Scholion): unknown;
  postgraphile(data: PostGraphile): unknown;
  /** Left out where the limit answers the very bytes that this server does. */
  limit?(data: Limit): unknown;
}

/** Asks once, outside the rounds. @throws BenchmarkProblem when what comes is no answer. */
export async function read<Data>(
  origin: string,
  { path, body }: Ask,
): Promise<{ data: Data; text: string /** In bytes. */; length: number }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(new URL(path, origin), {
    method: 'POST',
    headers,
    body: bytesOf(body).toString(),
  });
  const text = await response.text();
  const answer: { data: Data; errors?: object[] } = JSON.parse(text);
  if (!response.ok || answer.errors !== undefined)
    throw new BenchmarkProblem(`An answer to ${path} is wrong: ${response.status} ${text.slice(0, 600)}`);
  return { data: answer.data, text, length: Buffer.byteLength(text) };
}

export function toBody(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** A request of GraphQL. */
export function graphql(query: string, variables: object): Ask {
  return { path: '/graphql', body: toBody({ query, variables }) };
}

/** A request of the limit: the values of a statement's parameters. */
export function statement(name: string, values: unknown[]): Ask {
  return { path: `/${name}`, body: toBody(values) };
}

/** A request whose answer was looked at before and is the same every time, so that its length tells enough. */
export function withLength(ask: Ask, expected: number): Exchange {
  return { ...ask, expected, accepts: ({ status, length }: Answer) => status === 200 && length === expected };
}

/** A request whose answers change as annotations are added, but stay about as long. */
export function aboutAsLong({ expected = 0, ...ask }: Exchange): Exchange {
  const begin = Buffer.from('{"data":{');
  return {
    ...ask,
    accepts: (answer) =>
      answer.status === 200 &&
      answer.length > 0.8 * expected &&
      answer.begin.subarray(0, begin.length).equals(begin),
  };
}

/** A request whose answers differ, but begin alike. */
export function withBegin(ask: Ask, begin: string): Exchange {
  const expected = Buffer.from(begin);
  return {
    ...ask,
    accepts: (answer) => answer.status === 200 && answer.begin.subarray(0, expected.length).equals(expected),
  };
}

/**
 * A question that is asked in several ways in turn, whose answers stay the same.
 * @throws BenchmarkProblem where the servers do not answer the same information.
 */
export async function readQuestion<Scholion, PostGraphile, Limit>(
  { id, name }: Pick<Question, 'id' | 'name'>,
  asked: readonly Asked[],
  reading: Reading<Scholion, PostGraphile, Limit>,
  { servers }: Ground,
): Promise<Question> {
  const exchanges = await eachSide<Exchange[]>(servers, async () => []);
  for (const [index, asks] of asked.entries()) {
    const scholion = await read<Scholion>(servers.scholion.origin, asks.scholion);
    const postgraphile = await read<PostGraphile>(servers.postgraphile.origin, asks.postgraphile);
    const limit = await read<Limit>(servers.limit.origin, asks.limit);
    const information = reading.scholion(scholion.data);
    if (isEmpty(information)) throw new BenchmarkProblem(`There is nothing in the answer to "${name}".`);
    const where = `"${name}", the way ${index + 1} to ask it`;
    requireSame(information, reading.postgraphile(postgraphile.data), `postgraphile to ${where}`);
    if (reading.limit !== undefined) requireSame(information, reading.limit(limit.data), `limit to ${where}`);
    else requireSame(scholion.text, limit.text, `limit to ${where}`);
    const lengths: Record<Side, number> = {
      scholion: scholion.length,
      cold: scholion.length,
      postgraphile: postgraphile.length,
      limit: limit.length,
    };
    for (const side of ['scholion', 'cold', 'postgraphile', 'limit'] as const)
      exchanges[side]?.push(withLength(side === 'cold' ? asks.scholion : asks[side], lengths[side]));
  }
  return { id, name, exchanges };
}

function isEmpty(information: unknown): boolean {
  return information === null || (Array.isArray(information) && information.length === 0);
}

function requireSame(scholion: unknown, other: unknown, whose: string): void {
  if (isDeepStrictEqual(scholion, other)) return;
  const [one, two] = [toText(scholion), toText(other)];
  const differs = [...one].findIndex((character, index) => character !== two[index]);
  const around = (text: string): string => text.slice(Math.max(0, differs - 80), differs + 120);
  throw new BenchmarkProblem(
    `The answers of scholion and ${whose} differ:\n… ${around(one)}\n… ${around(two)}`,
  );
}

function toText(information: unknown): string {
  return typeof information === 'string' ? information : JSON.stringify(information);
}
