import { builder } from './builder.ts';
import { found } from './found.ts';
import { idOfType } from './global-id.ts';
import { Source } from './source.ts';

const SourceBy = builder.inputType('SourceBy', {
  isOneOf: true,
  description: 'One way to name a source. What was merged into it names it too.',
  fields: (t) => ({
    id: t.id({ description: 'By its id.' }),
    key: t.string({ description: 'By its citation key.' }),
    doi: t.string({ description: 'By its DOI, in any spelling.' }),
    isbn: t.string({ description: 'By its ISBN, of 10 or 13 digits, with or without hyphens.' }),
    url: t.field({ type: 'URL', description: 'By where it is on the web.' }),
  }),
});

builder.queryField('source', (t) =>
  t.field({
    type: Source,
    nullable: true,
    description:
      'The source named, or null. Of several with one DOI, ISBN or address, the oldest; by an ISBN the book before its chapters.',
    args: { by: t.arg({ type: SourceBy, required: true, description: 'Which one.' }) },
    resolve: (_root, { by }, { loaders }) => {
      if (typeof by.id === 'string') return loaders.source.read(idOfType(by.id, ['Source'], 'by.id'));
      if (typeof by.key === 'string') return loaders.sourceBy.read({ key: by.key });
      if (typeof by.doi === 'string') return loaders.sourceBy.read({ doi: by.doi });
      if (typeof by.isbn === 'string') return loaders.sourceBy.read({ isbn: by.isbn });
      return loaders.sourceBy.read({ url: found(by.url) });
    },
  }),
);
