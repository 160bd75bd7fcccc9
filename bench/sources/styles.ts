import type { KeyedSource, SourceContent, SourceCreator } from '../../src/citations/source.ts';

/** How references to a source are written in a style. Written by hand, so that no processor's habits are all there is. */
export type Style = (source: KeyedSource) => string;

/** APA, Chicago (notes), MLA, Vancouver, Harvard, and GOST 7.0.5 as it is used in Russian. */
export const styles: Readonly<Record<string, Style>> = {
  APA: ({ content }) =>
    sentence(
      `${join(content, (one) => inverted(one, true), ', ', ', & ')} (${content.issued ?? 'n.d.'})`,
      content.title,
      [content.container, volume(content, 'APA')].filter(isGiven).join(', '),
      content.publisher,
      content.doi === null ? null : `https://doi.org/${content.doi}`,
    ),
  Chicago: ({ content }) =>
    [
      join(content, straight, ', ', ' and '),
      content.title === null ? '' : `“${content.title},”`,
      content.container ?? '',
      volume(content, 'Chicago'),
      `(${[content.publisherPlace, content.publisher].filter(isGiven).join(': ')}${content.publisher === null ? '' : ', '}${content.issued ?? 'n.d.'})`,
      content.pages === null ? '' : `: ${content.pages.replace('-', '–')}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  MLA: ({ content }) =>
    sentence(
      content.creators.length > 2
        ? `${first(content)}, et al`
        : join(content, straightAfterFirst, ', and ', ', and '),
      content.title === null ? null : `"${content.title}."`,
      [
        content.container ?? content.publisher,
        volume(content, 'MLA'),
        content.issued,
        content.pages && `pp. ${content.pages}`,
      ]
        .filter(isGiven)
        .join(', '),
    ),
  Vancouver: ({ content }) =>
    sentence(
      content.creators.length > 0 ? content.creators.map(unpointed).join(', ') : null,
      content.title,
      content.container,
      [content.publisherPlace, content.publisher].filter(isGiven).join(': '),
      `${content.issued ?? '[no date]'}${volume(content, 'Vancouver')}`,
    ),
  Harvard: ({ content }) =>
    `${join(content, (one) => inverted(one, true), ', ', ' and ')} (${content.issued?.slice(0, 4) ?? 'n.d.'}) '${content.title}', ${[content.container, content.publisherPlace, content.publisher, content.pages && `pp. ${content.pages}`].filter(isGiven).join(', ')}.`,
  GOST: ({ content }) =>
    `${content.creators.map(unpointed).join(', ')} ${content.title}${content.container === null ? '' : ` // ${content.container}`}. ${[content.publisherPlace && `${content.publisherPlace}: ${content.publisher}`, content.issued ?? '[б. г.]'].filter(isGiven).join(', ')}.${content.volume === null ? '' : ` Т. ${content.volume}.`}${content.pages === null ? '' : ` С. ${content.pages}.`}`,
};

function isGiven(part: string | null | undefined): part is string {
  return part !== null && part !== undefined && part !== '';
}

function sentence(...parts: (string | null)[]): string {
  return parts
    .filter(isGiven)
    .map((part) => (/[.”"]$/.test(part) || part.startsWith('http') ? part : `${part}.`))
    .join(' ');
}

function join(
  { creators }: SourceContent,
  write: (one: SourceCreator, index: number) => string,
  comma: string,
  last: string,
): string {
  const names = creators.slice(0, 7).map(write);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)}${last}${names.at(-1)}`;
}

function initials(given: string | null): string[] {
  return (given ?? '')
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => name.charAt(0));
}

function inverted({ family, given, literal }: SourceCreator, isShort: boolean): string {
  if (literal !== null) return literal;
  const short = initials(given)
    .map((letter) => `${letter}.`)
    .join(' ');
  return [family, isShort ? short : given].filter(isGiven).join(', ');
}

function straight({ family, given, literal }: SourceCreator): string {
  return literal ?? [given, family].filter(isGiven).join(' ');
}

function straightAfterFirst(one: SourceCreator, index: number): string {
  return index === 0 ? inverted(one, false) : straight(one);
}

function unpointed({ family, given, literal }: SourceCreator): string {
  return literal ?? [family, initials(given).join('')].filter(isGiven).join(' ');
}

function first({ creators }: SourceContent): string {
  const [one] = creators;
  return one === undefined ? '' : inverted(one, false);
}

function volume({ volume: number, issue, pages }: SourceContent, style: string): string {
  if (number === null) return '';
  if (style === 'APA') return `${number}(${issue}), ${pages?.replace('-', '–')}`;
  if (style === 'Chicago') return `${number}, no. ${issue}`;
  if (style === 'MLA') return `vol. ${number}, no. ${issue}`;
  return `;${number}(${issue}):${pages}`;
}
