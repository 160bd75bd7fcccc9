import type { Token } from './tokens.ts';

/** The Han characters among tokens, with a space for what stands between them. */
export function hanOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ kind, key }) => (kind === 'han' ? key : ' '))
    .join('')
    .trim();
}
