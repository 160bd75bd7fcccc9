import type { Statements } from '../store/store.ts';
import type { RevisionText } from '../text/revision-text.ts';

/** What linking texts did. */
export interface Linked {
  /** How many mentions were suggested. */
  suggested: number;
  /** How many of the linker's own suggestions were withdrawn, as it would not make them now. */
  withdrawn: number;
  /** How many places were left out because a document has too many. */
  omitted: number;
}

export const nothingLinked: Linked = { suggested: 0, withdrawn: 0, omitted: 0 };

/** Units of a document's latest revision in which mentions of entities are to be looked for. */
export interface LinkTask {
  revision: RevisionText;
  /** Of the document, a BCP 47 tag. */
  language: string;
  /** Indices of units. */
  units: readonly number[];
}

/** Finds mentions of entities in text. What publishes a text calls it, in its own transaction. */
export interface UnitLinker {
  /** The number of statements does not depend on the tasks, but for very many mentions. */
  link(statements: Statements, agentId: string, tasks: readonly LinkTask[]): Promise<Linked>;
}
