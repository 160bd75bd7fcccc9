import { setFlagsFromString } from 'node:v8';

/** How much work a function has to do first. V8's own measure is a five-hundredth of that. */
const BUDGET = 1_000_000_000;

/**
 * Has V8 compile functions of WebAssembly anew, optimized, only after far more work than usual. Otherwise it compiles
 * much of the embedded database as soon as that has started, for two seconds where starting takes half of one, and much
 * of Prisma's query compiler for a command that runs three statements. Call it before any WebAssembly is loaded.
 */
export function optimizeLate(): void {
  setFlagsFromString(`--wasm-tiering-budget=${BUDGET}`);
}
