/** The part of the WebAssembly interface that Node has and that its type definitions leave to those of browsers. */
declare namespace WebAssembly {
  class RuntimeError extends Error {}
  type Exports = Record<string, unknown>;
  function instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Exports } }>;
}
