import type { Answer, Ask, Exchange } from '../load.ts';
import { BenchmarkProblem } from '../problem.ts';

/** Asks once, outside the rounds, and reads the answer. @throws BenchmarkProblem when it is none. */
export async function read<Data>(
  origin: string,
  { path, body }: Ask,
): Promise<{ data: Data /** In bytes. */; length: number }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(new URL(path, origin), { method: 'POST', headers, body: body.toString() });
  const text = await response.text();
  const data: Data & { errors?: object[] } = JSON.parse(text);
  if (!response.ok || data.errors !== undefined)
    throw new BenchmarkProblem(`An answer to ${path} is wrong: ${response.status} ${text.slice(0, 300)}`);
  return { data, length: Buffer.byteLength(text) };
}

export function toBody(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** A request whose answer was looked at before and is the same every time, so that its length tells enough. */
export function withLength(ask: Ask, expected: number): Exchange {
  return { ...ask, accepts: ({ status, length }: Answer) => status === 200 && length === expected };
}

/** A request whose answers differ, but begin alike. */
export function withBegin(ask: Ask, begin: string): Exchange {
  const expected = Buffer.from(begin);
  return {
    ...ask,
    accepts: (answer) => answer.status === 200 && answer.begin.subarray(0, expected.length).equals(expected),
  };
}
