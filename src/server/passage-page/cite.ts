import { type FormatGiven, formatSource } from '../../../schema/citation-format.ts';
import type { Context } from '../../../schema/context.ts';
import { canonicalLanguage } from '../../documents/import-input.ts';
import { InputInvalid } from '../../problem.ts';
import type { PassageView } from './view.ts';

/** The citation style and the language of its words that an address asks for. */
export interface StyleGiven {
  style: string;
  locale: string;
}

export const DEFAULT_STYLE: StyleGiven = { style: 'apa', locale: 'en-US' };

/** Reads `?style=` and `?locale=`. @throws InputInvalid */
export function readStyle(parameters: URLSearchParams): StyleGiven {
  const locale = parameters.get('locale') ?? DEFAULT_STYLE.locale;
  const canonical = canonicalLanguage(locale);
  if (canonical === null)
    throw new InputInvalid(
      `"${locale.slice(0, 40)}" is not a language tag; give a BCP 47 tag such as en-US or de-DE.`,
    );
  return { style: parameters.get('style') ?? DEFAULT_STYLE.style, locale: canonical };
}

/** A passage's reference in one format. @throws InputInvalid for an unknown style or locale. */
export async function cite(
  { source }: PassageView,
  { style, locale }: StyleGiven,
  format: FormatGiven['format'],
  context: Context,
): Promise<string> {
  await context.breathe();
  return await formatSource(context, source, { style, locale, format });
}
