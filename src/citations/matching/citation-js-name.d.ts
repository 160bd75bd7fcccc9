/** The library has no types of its own. */
declare module '@citation-js/name' {
  import type { CslName } from '../csl/item.ts';

  /** A name in whichever order it is written, in its parts. Throws for the empty text. */
  export function parse(name: string): CslName;
}
