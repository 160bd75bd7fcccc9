import { GraphQLDateTimeISO } from 'graphql-scalars';
import { canonicalLanguage } from '../src/documents/import-input.ts';
import { InputInvalid } from '../src/problem.ts';
import { NO_WEB_URL, webUrl } from '../src/web-url.ts';
import { builder } from './builder.ts';

builder.addScalarType('DateTime', GraphQLDateTimeISO, {
  description: 'A moment, as ISO 8601 writes it: `2026-02-25T00:10:00.000Z`.',
});

builder.scalarType('URL', {
  description: 'A web address, `http` or `https`.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: (url) => url,
  parseValue: (value) => {
    const url = typeof value === 'string' ? webUrl(value) : null;
    if (url !== null) return url;
    throw new InputInvalid(`This ${NO_WEB_URL}.`);
  },
});

builder.scalarType('LanguageTag', {
  description: 'A BCP 47 language tag.',
  specifiedByURL: 'https://www.rfc-editor.org/info/bcp47',
  serialize: (tag) => tag,
  parseValue: (value) => {
    const tag = typeof value === 'string' ? canonicalLanguage(value) : null;
    if (tag !== null) return tag;
    throw new InputInvalid('This is not a language tag; give a BCP 47 tag such as en, ru or pt-BR.');
  },
});

builder.scalarType('EDTF', {
  description:
    'A date in the Extended Date/Time Format, levels 0 to 2, without sets: `1956-02-25`, `1956`, `195X`, `1956~`, `-0043`. Intervals such as `1956/1958` are taken of sources only.',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  serialize: (date) => date,
  // What is no date is refused by whatever takes it, so that the error is a typed one.
  parseValue: (value) => {
    if (typeof value === 'string') return value;
    throw new InputInvalid('This is not an EDTF date; give one as a string, such as "1956-02-25".');
  },
});
