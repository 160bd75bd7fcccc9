import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../schema/index.ts';
import { packageFolder } from '../src/store/paths.ts';

it('schema/schema.graphql is what the code makes; npm run schema writes it', () => {
  const committed = readFileSync(join(packageFolder, 'schema', 'schema.graphql'), 'utf8');
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
});
