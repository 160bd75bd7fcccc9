import { readFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { packageFolder } from '../src/store/paths.ts';
import type { Stores } from './store/fill.ts';
import { BOOK, SAMPLE } from './texts.ts';

/** Where figures were taken, as lines of a Markdown list. */
export async function describeMachine(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ version: string; fsync: string; buffers: string }>(
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
      current_setting('fsync') AS fsync, current_setting('shared_buffers') AS buffers`,
  );
  const [postgres] = rows;
  const processors = cpus();
  return [
    `Processor: ${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores`,
    `Memory: ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Operating system: ${type()} ${release().split('-')[0]}`,
    `PostgreSQL: ${postgres?.version}, its own defaults (shared_buffers ${postgres?.buffers}) with fsync ${postgres?.fsync}`,
    `Load average of the last minute when it began: ${loadavg()[0]?.toFixed(2)}`,
  ];
}

/** What was measured, as lines of a Markdown list. */
export async function versionsOf({ large, small }: Stores): Promise<string[]> {
  const versionOf = async (file: string): Promise<string> =>
    JSON.parse(await readFile(join(packageFolder, file, 'package.json'), 'utf8')).version;
  return [
    `Node of all servers: v${await versionOf('bench/node_modules/node')}, NODE_ENV production`,
    `Scholion ${await versionOf('.')}, PostGraphile ${await versionOf('bench/node_modules/postgraphile')} (its preset Amber)`,
    `Stores: the sample with ${number(SAMPLE.annotations)} annotations; a book of ${number(BOOK.paragraphs)} paragraphs with ${number(BOOK.annotations)}, ${number(BOOK.mentions)} mentions of ${BOOK.entities} entities and ${BOOK.citations} citations of ${BOOK.sources} sources; a library of ${await sizeOf(large)}, and for growth one of ${await sizeOf(small)}`,
  ];
}

async function sizeOf(url: string): Promise<string> {
  const database = new pg.Client(url);
  await database.connect();
  const { rows } = await database.query<{ documents: number; annotations: number }>(
    `SELECT count(DISTINCT d.id)::int AS documents, count(*)::int AS annotations
     FROM document d JOIN annotation a ON a.document_id = d.id WHERE d.slug LIKE 'library-%'`,
  );
  await database.end();
  return `${number(rows[0]?.documents ?? 0)} documents with ${number(rows[0]?.annotations ?? 0)} annotations`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
