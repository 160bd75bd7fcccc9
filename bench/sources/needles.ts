import { emptyContent, type KeyedSource, type SourceContent } from '../../src/citations/source.ts';
import type { SourceType } from '../../src/store/generated/enums.ts';
import { author, body } from './creators.ts';

/** Sources of the sample article, of most of which little is known, to be found among many others. */
export const needles: readonly KeyedSource[] = [
  known('getty1985', 'BOOK', { creators: [author('Getty', 'J. Arch')], issued: '1985' }),
  known('kolakowski1978', 'BOOK', { creators: [author('Kołakowski', 'Leszek')], issued: '1978' }),
  known('amzad', 'DOCUMENT', { creators: [author('Amzad', 'A. M.')] }),
  known('roberts', 'BOOK', { creators: [author('Roberts', 'Geoffrey')] }),
  known('nyt1956', 'ARTICLE_NEWSPAPER', { container: 'The New York Times', issued: '1956-06-05' }),
  known('rettie1956', 'ARTICLE_NEWSPAPER', {
    creators: [author('Rettie', 'John')],
    publisher: 'Reuters',
    issued: '1956-03',
  }),
  known('cpsu1956', 'LEGISLATION', {
    creators: [body('Central Committee of the Communist Party of the Soviet Union')],
    title: 'On Overcoming the Cult of the Individual and Its Consequences',
    issued: '1956-06-30',
  }),
];

function known(key: string, type: SourceType, content: Partial<SourceContent>): KeyedSource {
  return { key, content: { ...emptyContent(type), ...content } };
}
