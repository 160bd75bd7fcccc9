import { afterAll, beforeAll, beforeEach } from 'vitest';
import { exportEntities } from '../../../src/entities/exchange/export.ts';
import type { EntityFormat } from '../../../src/entities/exchange/formats.ts';
import type { ImportSummary, RowOutcome } from '../../../src/entities/exchange/import/outcome.ts';
import { type ImportOptions, importEntities } from '../../../src/entities/exchange/import.ts';
import type { ReadRow } from '../../../src/entities/exchange/row.ts';
import { openScholion, type Scholion } from '../../../src/scholion.ts';
import { createDatabase } from '../../support/test-database.ts';
import { all } from './rows.ts';

/** A registry of a test file's own, which every test finds empty. */
export class Registry {
  #scholion: Scholion | null = null;
  /** The SQL statements that were sent. */
  readonly statements: string[] = [];

  get scholion(): Scholion {
    if (this.#scholion === null) throw new Error('The registry is there only while tests run');
    return this.#scholion;
  }

  async open(): Promise<() => Promise<void>> {
    const database = await createDatabase();
    const scholion = await openScholion(database.location, {
      onStatement: (sql) => this.statements.push(sql),
    });
    this.#scholion = scholion;
    return async () => {
      await scholion.close();
      await database.remove();
    };
  }

  async empty(): Promise<void> {
    await this.scholion.store.prisma
      .$executeRaw`TRUNCATE entity, entity_name, entity_authority, event CASCADE`;
  }

  /** Imports rows, and tells besides what became of each. */
  async import(
    rows: AsyncIterable<ReadRow>,
    options: ImportOptions = {},
  ): Promise<ImportSummary & { outcomes: RowOutcome[] }> {
    const outcomes: RowOutcome[] = [];
    const { store, localAgentId } = this.scholion;
    const onOutcome = (outcome: RowOutcome) => outcomes.push(outcome);
    const summary = await importEntities(store, localAgentId, rows, { ...options, onOutcome });
    return { ...summary, outcomes };
  }

  async export(format: EntityFormat): Promise<string> {
    return (await all(exportEntities(this.scholion.store.prisma, format, { kinds: [] }))).join('');
  }

  /** The slugs of all entities, the oldest first. */
  async slugs(): Promise<string[]> {
    const lines = (await this.export('jsonl')).trimEnd().split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line).slug);
  }
}

export function useRegistry(): Registry {
  const registry = new Registry();
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    close = await registry.open();
  });
  beforeEach(() => registry.empty());
  afterAll(() => close?.());
  return registry;
}

/** What became of rows, in short. */
export function told(outcomes: readonly RowOutcome[]): string[] {
  return outcomes.map((one) => {
    if (one.outcome === 'REFUSED') return `refused: ${one.reason}`;
    if (one.outcome === 'PASSED_OVER') return 'passed over';
    return [`${one.outcome.toLowerCase()} ${one.slug}`, ...one.notes].join('; ');
  });
}
