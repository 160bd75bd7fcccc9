/** The part of citeproc-js that is used; it has no types of its own. */
declare module 'citeproc' {
  /** An element of a style or of a locale, as the processor takes it in place of XML. */
  export interface XmlNode {
    name: string;
    attrs: Record<string, string>;
    children: (XmlNode | string)[];
  }

  /** What a format makes of a string that has been formatted; without a string, of what stands for it. */
  type Decorate = (this: { system_id?: string }, engine: Engine, text?: string) => string;

  /** How an output format writes each kind of formatting, such as `@font-style/italic`. */
  export type OutputFormat = Record<string, false | Decorate | ((text: string) => string)>;

  export interface CitationItem {
    id: string;
    locator?: string;
    label?: string;
  }

  export class Engine {
    constructor(
      system: { retrieveLocale(tag: string): XmlNode | false; retrieveItem(id: string): object },
      style: XmlNode,
      locale: string,
      forceLocale: boolean,
    );
    opt: { development_extensions: Record<string, boolean> };
    setOutputFormat(name: string): void;
    updateItems(ids: string[]): string[];
    /** False where the style has no bibliography. */
    makeBibliography(): [{ 'second-field-align': string | false }, string[]] | false;
    makeCitationCluster(items: CitationItem[]): string;
    /** With nothing given, back to a state without items. */
    restoreProcessorState(citations: []): unknown;
    getTerm(name: string): string;
  }

  const processor: {
    Engine: typeof Engine;
    Output: { Formats: Record<string, OutputFormat> };
    debug: (message: string) => void;
  };
  export default processor;
}
