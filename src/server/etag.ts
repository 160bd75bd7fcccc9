import { createHash } from 'node:crypto';

/** The entity tag of a body (RFC 9110, section 8.8.3): a strong one, as the body is the same byte by byte. */
export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

/**
 * Whether a client has a body already (RFC 9110, section 13.1.2).
 * @param known the header If-None-Match; null where there is none.
 */
export function isKnown(known: string | null, etag: string): boolean {
  if (known === null) return false;
  const tags = known.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
