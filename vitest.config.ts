import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { findPostgres } from './tests/support/cluster.ts';

const pure = [
  'tests/{text,readers,anchors,bench}/**/*.test.ts',
  'tests/entities/{names,linking,registry}/**/*.test.ts',
  'tests/entities/*.test.ts',
  'tests/mentions/**/*.test.ts',
  'tests/memory/*.test.ts',
  'tests/citations/{csl,exchange,passages,quoting,styles}/**/*.test.ts',
  'tests/citations/*.test.ts',
  'tests/citations/{matching,sources}/*.test.ts',
];
const onDatabase = [
  'tests/{store,schema,server}/**/*.test.ts',
  'tests/entities/exchange/**/*.test.ts',
  'tests/citations/in-texts/**/*.test.ts',
  'tests/memory/{store,server}/**/*.test.ts',
  'tests/citations/{matching,sources}/store/**/*.test.ts',
];
const onEmbedded = ['tests/store/embedded/**/*.test.ts'];
const onServer = ['tests/{store,citations/matching,memory}/server/**/*.test.ts'];
const whole = ['tests/{cli,docs}/**/*.test.ts', 'tests/*.test.ts'];

const hasPostgres = findPostgres() !== null;
if (!hasPostgres) {
  const message = 'PostgreSQL is not installed here, so the tests run on the embedded database only.';
  if (process.env.CI !== undefined) throw new Error(`${message} In CI they must run on both.`);
  console.warn(message);
}

export default defineConfig({
  // The package has an ES module build too; two instances of it in one process refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Test files keep nothing in modules, and loading all of them for each file took half of the time.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      {
        extends: true,
        test: {
          name: 'embedded',
          include: [...onDatabase, ...whole],
          exclude: onServer,
          globalSetup: 'tests/support/setup-embedded.ts',
        },
      },
      ...(hasPostgres
        ? [
            {
              extends: true as const,
              test: {
                name: 'postgres',
                include: [...onDatabase, ...onServer],
                exclude: onEmbedded,
                globalSetup: 'tests/support/setup-server.ts',
              },
            },
          ]
        : []),
    ],
  },
});
