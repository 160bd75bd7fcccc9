import { emptyContent, type KeyedSource } from '../source.ts';

/** What a passage is cited by. */
export interface CitedPassage {
  /** Its canonical reference. */
  reference: string;
  title: string;
  /** Whom the document's rights name. */
  attribution: string | null;
  /** A BCP 47 tag; `und` where it is not known. */
  language: string;
  revision: { number: number; createdAt: Date };
  /** The address under which it stays. */
  permalink: string;
}

/**
 * A passage as a source to cite. It is a `webpage`, by CSL's definition "a website or a page on a website" that is nothing
 * more special: what is cited is this text as it is published here, at an address of its own, and not the work that it
 * may be an edition of, of which nothing is known. So it was issued on the day (UTC) on which its revision was published, and
 * its version is that of the revision. Whom the rights name is its author, in one piece, as only a person could tell what of
 * it is a family name.
 */
export function passageItem(passage: CitedPassage): KeyedSource {
  const { reference, title, attribution, language, revision, permalink } = passage;
  const content = emptyContent('WEBPAGE');
  content.title = title;
  content.creators = attribution === null ? [] : [authorOf(attribution)];
  content.issued = revision.createdAt.toISOString().slice(0, 10);
  content.release = String(revision.number);
  content.language = language === 'und' ? null : language;
  content.url = permalink;
  return { key: keyOf(reference), content };
}

function authorOf(literal: string): KeyedSource['content']['creators'][number] {
  return {
    role: 'AUTHOR',
    family: null,
    given: null,
    droppingParticle: null,
    nonDroppingParticle: null,
    suffix: null,
    literal,
  };
}

/** A key made of a reference: no processor of BibTeX takes one with an `@`. */
function keyOf(reference: string): string {
  return reference.replaceAll(/[@:]/g, '-');
}
