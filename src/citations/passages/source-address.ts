import { quoteOf } from '../../anchors/quote.ts';
import type { Passage } from '../../documents/passages.ts';
import { textFragment } from './text-fragment.ts';

/**
 * Where a passage's words may be read in the page that its document was taken from: that page's address, with a fragment
 * directive by which browsers scroll to the words and mark them. A whole revision is the page.
 */
export function sourceAddress(sourceUrl: string, { revision, range }: Passage): string {
  if (range.start === 0 && range.end === revision.text.length) return sourceUrl;
  const { exact, prefix, suffix } = quoteOf(revision.text, range);
  const fragment = textFragment(exact, prefix, suffix);
  return fragment === '' ? sourceUrl : `${sourceUrl}${sourceUrl.includes('#') ? '' : '#'}${fragment}`;
}
