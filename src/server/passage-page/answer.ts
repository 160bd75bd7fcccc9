import { etagOf, isKnown } from '../etag.ts';
import { contentSecurityPolicy } from './style-sheet.ts';

/** What is answered to a request. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Null where there is none. */
  body: string | null;
}

/** How long an answer may be used again, in seconds: the words stay for ever, but where they stand now changes. */
const MAX_AGE = 60;

/** A page of another origin may read an answer, or not. */
const VARY = 'Accept, Origin';

/** What goes with all that is answered about passages. */
export function headersOf(type: string): Record<string, string> {
  return {
    'content-type': `${type}; charset=utf-8`,
    vary: VARY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'content-security-policy': contentSecurityPolicy,
  };
}

/**
 * The answer with a body, or that the client has it already (RFC 9110, section 13.1.2).
 * @param known the header If-None-Match; null where there is none.
 */
export function answerWith(body: string, type: string, known: string | null): Answer {
  const tag = etagOf(body);
  const caching = { etag: tag, 'cache-control': `max-age=${MAX_AGE}` };
  if (!isKnown(known, tag)) return { status: 200, headers: { ...headersOf(type), ...caching }, body };
  return { status: 304, headers: { vary: VARY, ...caching }, body: null };
}
