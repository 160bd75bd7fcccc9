import { InputInvalid } from '../problem.ts';
import { type Format, read } from '../readers/index.ts';
import { type Layout, layOut } from '../text/layout.ts';
import { checkTitle } from './import-input.ts';
import { documentLimits } from './limits.ts';

/** A text that is ready to be published. */
export interface ReadyText {
  layout: Layout;
  /** The one given, or else the one in the text; null where there is none. */
  title: string | null;
}

/**
 * Reads a source.
 * @param title wins over one in the text.
 * @throws InputInvalid, TextProblem
 */
export function readText(format: Format, source: string, title: string | null): ReadyText {
  const article = read(format, source);
  const layout = layOut(article.blocks);
  if (layout.blocks.length > documentLimits.blocks)
    throw new InputInvalid(
      `The text has ${layout.blocks.length} blocks, more than ${documentLimits.blocks}; publish it as several documents.`,
    );
  return { layout, title: checkTitle(title ?? (article.title === '' ? null : article.title)) };
}
