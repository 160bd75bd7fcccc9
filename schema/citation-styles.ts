import type { StyleInfo } from '../src/citations/styles/styles.ts';
import { builder } from './builder.ts';

const CitationStyle = builder.objectRef<StyleInfo>('CitationStyle').implement({
  description: 'A citation style that references can be formatted in.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'By which `style` arguments know it.' }),
    title: t.exposeString('title', { description: 'Its whole title.' }),
    notes: t.exposeBoolean('notes', { description: 'Whether it cites in notes, and not in the text.' }),
    numeric: t.exposeBoolean('numeric', { description: 'Whether it cites by numbers.' }),
  }),
});

builder.queryFields((t) => ({
  citationStyles: t.field({
    type: [CitationStyle],
    description: 'The citation styles that there are: those that come with the service and its own.',
    resolve: async (_root, _args, { scholion, budget }) => budget.list([...(await scholion.styles()).list]),
  }),
  citationLocales: t.field({
    type: ['LanguageTag'],
    description: 'The languages that references can be formatted in.',
    resolve: async (_root, _args, { scholion, budget }) =>
      budget.list([...(await scholion.styles()).locales]),
  }),
}));
