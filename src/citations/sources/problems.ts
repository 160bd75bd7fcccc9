import { Problem } from '../../problem.ts';
import type { Source } from './read.ts';

/** The source was changed since the caller read it. */
export class SourceConflict extends Problem {
  override readonly name = 'SourceConflict';
  readonly code = 'SOURCE_CONFLICT';
  readonly current: Source;

  constructor(current: Source) {
    super(
      `The source has changed since: it is at version ${current.version} now. Read it again and repeat the edit on that.`,
    );
    this.current = current;
  }
}

/** Another source has the citation key already, or one that was merged has it. */
export class KeyTaken extends Problem {
  override readonly name = 'KeyTaken';
  readonly code = 'KEY_TAKEN';
  /** The one that has it, or that it leads to. */
  readonly source: Source;

  constructor(key: string, source: Source) {
    super(
      source.key === key
        ? `The key ${key} is that of another source; give another key, or change that source.`
        : `The key ${key} leads to ${source.key}, into which a source of that key was merged; give another key.`,
    );
    this.source = source;
  }
}

/** A source cannot be deleted while something refers to it. */
export class SourceCited extends Problem {
  override readonly name = 'SourceCited';
  readonly code = 'SOURCE_CITED';
  /** How many citations and bodies of annotations refer to it that the caller may see. */
  readonly citations: number;

  /** @param hidden whether others refer to it, too, that the caller may not see. */
  constructor(key: string, citations: number, hidden: boolean) {
    super(
      hidden
        ? `Annotations that you may not see refer to ${key}; merge it into another source instead.`
        : `${citations === 1 ? 'One citation or annotation refers' : `${citations} citations or annotations refer`} to ${key}; delete those first, or merge it into another source.`,
    );
    this.citations = citations;
  }
}
