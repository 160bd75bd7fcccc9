// The limit: prepared statements behind bare node:http. Argument: the database's URL.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { add, addMany, valuesOfAddition, valuesOfAdditions } from './add.ts';
import { article } from './article.ts';
import { concordance } from './concordance.ts';
import { edit, valuesOfEdit } from './edit.ts';
import { page } from './page.ts';
import { passage } from './passage.ts';
import { section } from './section.ts';
import type { Prepared } from './statement.ts';

const [connectionString] = process.argv.slice(2);
// The statements are short, so compiling them or planning them anew for each request would cost more than it gains.
const options = '-c jit=off -c plan_cache_mode=force_generic_plan';
const pool = new pg.Pool({ connectionString, options, max: 10 });

const handlers: Record<string, (body: string) => Promise<string>> = {
  '/add': async (body) => await run(add, valuesOfAddition(JSON.parse(body))),
  '/add-many': async (body) => await run(addMany, valuesOfAdditions(JSON.parse(body))),
  '/edit': async (body) => await run(edit, valuesOfEdit(JSON.parse(body))),
};
// What is asked for comes as the values of the statement's parameters.
for (const statement of [article, section, passage, concordance, page])
  handlers[`/${statement.name}`] = async (body) => await run(statement, JSON.parse(body));

async function run(statement: Prepared, values: unknown[]): Promise<string> {
  const { rows } = await pool.query<{ answer: string }>({ ...statement, values });
  const [row] = rows;
  if (row === undefined) throw new Error(`The statement "${statement.name}" answered nothing`);
  return row.answer;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function answer(request: IncomingMessage): Promise<[status: number, body: string]> {
  try {
    const handler = handlers[request.url ?? ''];
    return handler === undefined ? [404, '{}'] : [200, await handler(await read(request))];
  } catch (error) {
    return [500, JSON.stringify({ error: String(error) })];
  }
}

const server = createServer(async (request, response) => {
  const [status, text] = await answer(request);
  const body = Buffer.from(text);
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
    .end(body);
});
server.listen(0, '127.0.0.1', () => {
  console.error(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => {
  server.close(() => void pool.end());
  server.closeAllConnections();
});
