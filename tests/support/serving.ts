import { onTestFinished } from 'vitest';
import { type Running, start } from './processes.ts';
import type { Data } from './service.ts';

/** A server in a process of its own. */
export interface Serving {
  process: Running;
  url: string;
  data(query: string, variables?: object): Promise<Data>;
}

/** Starts `scholion serve` on a free port, and waits until it says where it is. */
export async function startServing(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Serving> {
  const process = start('dist/scholion.js', ['serve', '--port', '0', ...args], env);
  onTestFinished(() => process.kill('SIGKILL'));
  const [, url = ''] = await process.says(/GraphQL +(\S+)\/graphql/);
  const data = async (query: string, variables: object = {}): Promise<Data> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = JSON.parse(await response.text());
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  return { process, url, data };
}
