/** The parts of Citation.js that are used; it has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    input: {
      /** Parses data as exactly the type that is named, one step, without a look at what else they may be. */
      data(data: unknown, type: string): unknown;
    };
    output: {
      format(name: string, items: readonly object[], options: { format: 'object' }): unknown;
    };
  };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';

declare module '@citation-js/date' {
  /** @returns the text itself as `raw` where it is no date that is known. */
  export function parse(text: string): { 'date-parts'?: number[][]; raw?: unknown };
}
