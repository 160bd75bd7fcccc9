import { risItem, risTypeOf } from '../library.ts';
import { createVocabulary } from '../vocabulary.ts';

/** The tags that are written, in the order in which they stand in a record. */
const TAGS = [
  ...[
    'AU',
    'A1',
    'A2',
    'ED',
    'A3',
    'A4',
    'TI',
    'T1',
    'ST',
    'T2',
    'C3',
    'J2',
    'T3',
    'OP',
    'PY',
    'DA',
    'Y1',
    'Y2',
    'C2',
  ],
  ...[
    'VL',
    'IS',
    'C6',
    'SP',
    'M1',
    'C7',
    'SV',
    'NV',
    'SE',
    'C1',
    'ET',
    'PB',
    'CY',
    'M2',
    'M3',
    'SN',
    'DO',
    'UR',
    'L4',
  ],
  ...['LA', 'CN', 'AV', 'AB', 'N1'],
];

/** Types of records that the library never writes, but reads as a type of source that it writes as another. */
const TYPES = ['VIDEO', 'EJOUR', 'EDBOOK', 'STAT', 'UNPB', 'SOUND'];

/** What tags mean in records of all types (https://en.wikipedia.org/wiki/RIS_(file_format)) where the library knows nothing else. */
const OTHERS = {
  A2: 'editor',
  A3: 'collection-editor',
  A4: 'translator',
  A1: 'author',
  AU: 'author',
  CY: 'publisher-place',
  DA: 'issued',
  ED: 'editor',
  ET: 'edition',
  IS: 'issue',
  J2: 'container-title-short',
  JA: 'container-title-short',
  JF: 'container-title',
  JO: 'container-title',
  M1: 'number',
  M3: 'genre',
  NV: 'number-of-volumes',
  OP: 'original-title',
  PB: 'publisher',
  SE: 'section',
  SP: 'page',
  ST: 'title-short',
  T2: 'container-title',
  T3: 'collection-title',
  VL: 'volume',
};

export const ris = createVocabulary({
  types: TYPES,
  fieldsOf: () => TAGS,
  others: OTHERS,
  read: (type, tag, value) => risItem({ TY: type, ...(tag === null ? {} : { [tag]: value }) }),
  written: risTypeOf,
});
