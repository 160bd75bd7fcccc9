// PostGraphile over the same tables, as its own guide sets it up. Argument: the database's URL.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const [connectionString] = process.argv.slice(2);
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // As many connections as the other servers have.
  pgServices: [makePgService({ connectionString, schemas: ['public'], poolConfig: { max: 10 } })],
  grafserv: { graphiql: false, watch: false, maxRequestLength: 10_000_000 },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.error(`http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', () => {
  server.close(() => void instance.release());
  server.closeAllConnections();
});
