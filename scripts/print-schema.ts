import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../schema/index.ts';
import { packageFolder } from '../src/store/paths.ts';

await writeFile(
  join(packageFolder, 'schema', 'schema.graphql'),
  `${printSchema(lexicographicSortSchema(schema))}\n`,
);
