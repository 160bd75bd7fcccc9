// Writes in a transaction on the database whose socket is in the folder given, and leaves it open.
import pg from 'pg';

const client = new pg.Client({ host: process.argv[2], port: 5432, user: 'postgres', database: 'postgres' });
await client.connect();
await client.query('BEGIN');
await client.query(
  `INSERT INTO agent (id, key, kind, name) VALUES (gen_random_uuid(), 'dead', 'PERSON', 'Dead')`,
);
console.log('written');
setInterval(() => undefined, 1000);
