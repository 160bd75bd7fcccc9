import { emptyContent, type SourceContent, type SourceCreator } from '../../../src/citations/source.ts';

/** A creator of whom a family name and perhaps a given one is known. */
export function person(family: string, given: string | null = null): SourceCreator {
  return {
    role: 'AUTHOR',
    family,
    given,
    droppingParticle: null,
    nonDroppingParticle: null,
    suffix: null,
    literal: null,
  };
}

export function body(literal: string): SourceCreator {
  return { ...person(''), family: null, literal };
}

/** A source of which a little is known. */
export function content(known: Partial<SourceContent> = {}): SourceContent {
  return { ...emptyContent(known.type ?? 'BOOK'), ...known };
}

export const getty: SourceContent = content({
  title: 'Origins of the Great Purges',
  creators: [person('Getty', 'J. Arch')],
  issued: '1985',
  publisher: 'Cambridge University Press',
  isbn: '9780521335706',
});
