import { foldWord } from './fold-word.ts';

/** A number without what groups its digits, and with one sign for its decimals. */
export function numberKey(text: string): string {
  const folded = foldWord(text);
  const digits = /^(-?\d{1,3})((?:[,\s']\d{3})+)(?!\d)/;
  return folded
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(digits, (_, first: string, groups: string) => first + groups.replace(/[,\s']/g, ''))
    .replace(
      /^(-?\d{1,3})((?:\.\d{3}){2,})(?!\d)/,
      (_, first: string, groups: string) => first + groups.replaceAll('.', ''),
    )
    .replace(/\s/g, '')
    .replace(/[,:']/g, '.');
}
