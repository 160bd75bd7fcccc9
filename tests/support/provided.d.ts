import type { TestDatabase } from './test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: TestDatabase;
  }
}
