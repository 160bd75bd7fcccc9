/** The most characters that a slug may have. */
export const SLUG_LIMIT = 100;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text is a slug: groups of a-z and 0-9 joined by single hyphens, at most 100 characters. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_LIMIT && SLUG.test(text);
}

/** Latin letters that are not another one with an accent. */
const LETTERS: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
};

/**
 * Makes a slug of a title: compatibility forms and accents are taken off (NFKD), letters become lower case,
 * and whatever else is not a-z or 0-9 becomes a hyphen. A long one is cut at a hyphen where there is one.
 * @param otherwise the slug of a title of which nothing is left, as of one in Cyrillic.
 */
export function slugify(title: string, otherwise = 'document'): string {
  const whole = title
    // Before as well as after: putting a long run of marks in order takes the square of its length.
    .replace(/\p{M}+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[æœøłđðþßıħŋ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '');
  return cut(whole) || otherwise;
}

function cut(slug: string): string {
  if (slug.length <= SLUG_LIMIT) return slug;
  const lastHyphen = slug.lastIndexOf('-', SLUG_LIMIT);
  return slug.slice(0, lastHyphen > 0 ? lastHyphen : SLUG_LIMIT);
}
