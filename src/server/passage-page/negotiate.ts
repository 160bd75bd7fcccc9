/** A media range of an Accept header, such as `text/*;q=0.5`. */
interface MediaRange {
  type: string;
  subtype: string;
  quality: number;
}

/**
 * The media type to answer in (RFC 9110, section 12.5.1): of those offered the one that the header gives the highest quality,
 * where the most specific range that a type is in counts; the first of equals. Where none is acceptable it is the first too:
 * an answer that was not asked for says more than none.
 * @param accept the header; null where there is none, which accepts all.
 */
export function negotiate(accept: string | null, offered: readonly [string, ...string[]]): string {
  const ranges = accept === null || accept.trim() === '' ? [] : accept.split(',').flatMap(readRange);
  if (ranges.length === 0) return offered[0];
  const [best] = offered
    .map((type) => ({ type, quality: qualityOf(type, ranges) }))
    .toSorted((a, b) => b.quality - a.quality);
  return best === undefined || best.quality === 0 ? offered[0] : best.type;
}

/** Parameters other than the quality ask for what no type here has, so a range with one is for no type here. */
function readRange(text: string): MediaRange[] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const match = /^([^\s/]+)\/([^\s/]+)$/.exec(range);
  const [, type, subtype] = match ?? [];
  if (type === undefined || subtype === undefined) return [];
  let quality = 1;
  for (const parameter of parameters) {
    const value = /^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameter)?.[1];
    if (value !== undefined) quality = Number(value);
    else if (!/^(charset\s*=.*)?$/.test(parameter)) return [];
  }
  return [{ type, subtype, quality }];
}

function qualityOf(offered: string, ranges: readonly MediaRange[]): number {
  const [type = '', subtype = ''] = offered.split('/');
  const specificity = (range: MediaRange): number => {
    if (range.type === type && range.subtype === subtype) return 3;
    if (range.type === type && range.subtype === '*') return 2;
    return range.type === '*' && range.subtype === '*' ? 1 : 0;
  };
  const [best] = ranges
    .filter((range) => specificity(range) > 0)
    .toSorted((a, b) => specificity(b) - specificity(a) || b.quality - a.quality);
  return best?.quality ?? 0;
}
