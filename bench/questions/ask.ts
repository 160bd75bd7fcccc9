import { type Answer, askOnce, type Exchange } from '../load.ts';
import { BenchmarkProblem } from '../problem.ts';

/** Asks once, outside the rounds, and reads the answer. @throws BenchmarkProblem when it is none. */
export async function read<Data>(
  origin: string,
  exchange: Omit<Exchange, 'accepts'>,
): Promise<{ data: Data; length: number }> {
  const { status, body } = await askOnce(origin, exchange);
  const data: Data & { errors?: object[] } = JSON.parse(body.toString());
  if (status !== 200 || data.errors !== undefined)
    throw new BenchmarkProblem(
      `An answer to ${exchange.path} is wrong: ${status} ${body.toString('utf8', 0, 300)}`,
    );
  return { data, length: body.length };
}

export function toBody(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** A request whose answer was looked at before and is the same every time, so that its length tells enough. */
export function repeatable(exchange: Omit<Exchange, 'accepts'>, length: number): Exchange {
  return { ...exchange, accepts: ({ status, body }: Answer) => status === 200 && body.length === length };
}
