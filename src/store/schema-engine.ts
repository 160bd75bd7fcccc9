import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** What there is once in a process, as the bindings have one instance, even where this module is loaded twice. */
interface EngineState {
  loaded?: Promise<void>;
  /** The message of the last panic, after which the engine stops. */
  panic: string;
}

const state = processWide('scholion.schema-engine', (): EngineState => ({ panic: '' }));

function processWide<State>(name: string, make: () => State): State {
  const key = Symbol.for(name);
  const holder: Record<symbol, State> = Object(globalThis);
  const known = holder[key];
  if (known !== undefined) return known;
  const made = make();
  holder[key] = made;
  return made;
}

/** The package imports its WebAssembly as a module, which Node does not do by itself: it is instantiated by hand. */
async function load(): Promise<void> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'));
  const binary = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': { ...bindings, ...timersThatLetGo() },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/** The engine leaves the timers of its time limits running, ten seconds long; they must not keep a process alive. */
function timersThatLetGo(): Record<string, (task: () => void, delay: number) => NodeJS.Timeout> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  return Object.fromEntries(
    names.map((name) => [name, (task: () => void, delay: number) => setTimeout(task, delay >>> 0).unref()]),
  );
}

Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(message: string): void {
      state.panic = message;
    },
  },
});

/**
 * Runs a task with Prisma's schema engine, compiled to WebAssembly, on a database reached through a driver adapter.
 * @param factory gives the engine its connections; its shadow database is what `diff` and `createMigration` play
 *   migrations into.
 * @param datamodels the Prisma schema files, where their preview features matter.
 */
export async function withSchemaEngine<Result>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  task: (engine: SchemaEngine) => Promise<Result>,
  datamodels?: [path: string, content: string][],
): Promise<Result> {
  state.loaded ??= load();
  await state.loaded;
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await task(engine);
  } catch (error) {
    throw error instanceof WebAssembly.RuntimeError ? new Error(state.panic, { cause: error }) : error;
  } finally {
    engine.free();
  }
}
