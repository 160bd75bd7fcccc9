import type { Document } from '../store/generated/client.ts';

/** What may be said of a document when a text is published; what is left out stays as it is. */
export interface Description {
  title?: string | null | undefined;
  language?: string | null | undefined;
  licence?: string | null | undefined;
  attribution?: string | null | undefined;
  sourceUrl?: string | null | undefined;
}

/** What of a document's description is to change, or null when it all is as it was. */
export function changedDescription(given: Description, existing: Document) {
  const wanted = {
    title: given.title ?? existing.title,
    language: given.language ?? existing.language,
    licence: given.licence ?? existing.licence,
    attribution: given.attribution ?? existing.attribution,
    sourceUrl: given.sourceUrl ?? existing.sourceUrl,
  };
  const same =
    wanted.title === existing.title &&
    wanted.language === existing.language &&
    wanted.licence === existing.licence &&
    wanted.attribution === existing.attribution &&
    wanted.sourceUrl === existing.sourceUrl;
  return same ? null : wanted;
}
