// The limit: prepared statements behind bare node:http. Arguments: the database's URL, the id of the local agent.
import './child.ts';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { newId } from '../src/store/new-id.ts';
import { add, type Prepared, page, tree } from './limit-statements.ts';

const [connectionString, agentId] = process.argv.slice(2);
// The statements are short, so compiling them or planning them anew for each request would cost more than it gains.
const options = '-c jit=off -c plan_cache_mode=force_generic_plan';
const pool = new pg.Pool({ connectionString, options, max: 10 });

/** Where the annotation goes and what it says: what this server would otherwise have to find out. */
export interface LimitAddition {
  documentId: string;
  revisionId: string;
  number: number;
  unitId: string;
  /** In code points from the start of the unit. */
  start: number;
  end: number;
  quote: { exact: string; prefix: string; suffix: string };
  motivation: string;
  tags: string[];
  text: string;
}

const handlers: Record<string, (body: string) => Promise<string>> = {
  '/tree': (body) => {
    const { slug }: { slug: string } = JSON.parse(body);
    return run(tree, [slug, agentId]);
  },
  '/page': (body) => {
    const after: { slug: string; ordinal: number; offset: number; id: string } = JSON.parse(body);
    return run(page, [after.slug, after.ordinal, after.offset, after.id, agentId]);
  },
  '/add': (body) => addAnnotation(JSON.parse(body)),
};

async function addAnnotation(given: LimitAddition): Promise<string> {
  const { documentId, revisionId, number, unitId, start, end, quote, motivation, tags, text } = given;
  const body = { kind: 'TEXTUAL', text, format: 'MARKDOWN', language: null, purpose: null };
  const state = { version: 1, motivation, bodies: [body], tags, visibility: 'PUBLIC' };
  return await run(add, [
    ...[newId(), documentId, agentId, motivation, tags, new Date()],
    ...[newId(), text],
    ...[newId(), revisionId, quote.exact, quote.prefix, quote.suffix],
    ...[newId(), number, unitId, start, end],
    ...[newId(), JSON.stringify(state)],
  ]);
}

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
