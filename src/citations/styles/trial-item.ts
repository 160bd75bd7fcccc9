import type { CslItem } from '../csl/item.ts';

/** On which a style is tried. */
export const trialItem: CslItem = {
  id: 'trial',
  type: 'article-journal',
  title: 'A title',
  author: [{ family: 'Family', given: 'Given' }],
  'container-title': 'A journal',
  volume: '1',
  issue: '2',
  page: '3-4',
  issued: { 'date-parts': [[2000, 1, 2]] },
  DOI: '10.1000/1',
  URL: 'https://example.org/',
};
