import type { KeyedSource } from '../../src/citations/source.ts';
import { styles } from './styles.ts';

/** A way to refer to a source, and which sources can be referred to so. */
export interface Question {
  name: string;
  /** Null for a source that cannot be referred to so. */
  write: (source: KeyedSource) => string | null;
}

const family = ({ content }: KeyedSource): string | null => content.creators[0]?.family ?? null;
const year = ({ content }: KeyedSource): string => content.issued?.slice(0, 4) ?? 'n.d.';

export const questions: readonly Question[] = [
  { name: 'name and year', write: (source) => family(source) && `${family(source)} ${year(source)}` },
  {
    name: 'the same with an error in the name',
    write: (source) => misspelt(family(source)) && `${misspelt(family(source))} ${year(source)}`,
  },
  {
    name: 'name, year and page',
    write: (source) => family(source) && `${family(source)}, ${year(source)}, p. 3`,
  },
  { name: 'name alone', write: family },
  {
    name: 'newspaper and day',
    write: ({ content }) =>
      content.type === 'ARTICLE_NEWSPAPER' ? `${content.container}, ${content.issued}` : null,
  },
  { name: 'title', write: ({ content }) => content.title },
  ...Object.entries(styles).map(([name, write]): Question => ({ name: `formatted: ${name}`, write })),
  { name: 'DOI', write: ({ content }) => content.doi && `https://doi.org/${content.doi}` },
  { name: 'ISBN', write: ({ content }) => content.isbn },
  { name: 'citation key', write: ({ key }) => key },
  { name: 'year alone', write: ({ content }) => content.issued?.slice(0, 4) ?? null },
  { name: 'what there is not', write: (source) => family(source) && `Xyzzyplugh ${year(source)}` },
];

/** A name with its middle letter doubled or, where that is none, changed. */
function misspelt(name: string | null): string | null {
  if (name === null || name.length < 5) return null;
  const at = Math.floor(name.length / 2);
  return `${name.slice(0, at)}x${name.slice(at + 1)}`;
}
