import type { SourceCreator } from '../../src/citations/source.ts';

/** A person who wrote something. */
export function author(family: string, given: string | null): SourceCreator {
  return { ...nobody, family, given };
}

/** A body that wrote something. */
export function body(literal: string): SourceCreator {
  return { ...nobody, literal };
}

const nobody: SourceCreator = {
  role: 'AUTHOR',
  family: null,
  given: null,
  droppingParticle: null,
  nonDroppingParticle: null,
  suffix: null,
  literal: null,
};
