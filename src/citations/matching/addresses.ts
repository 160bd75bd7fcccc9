/** The addresses under which the same page may be stored: with and without encryption, and with a slash at the end or not. */
export function addressesLike(url: string | null): string[] {
  if (url === null) return [];
  const rest = url.replace(/^https?:/, '').replace(/\/$/, '');
  return ['https:', 'http:'].flatMap((scheme) => [`${scheme}${rest}`, `${scheme}${rest}/`]);
}
