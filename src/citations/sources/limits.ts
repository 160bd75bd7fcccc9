/** What one source may hold. */
export const sourceLimits = {
  /** Of titles of any sort, in code points. */
  title: 2_000,
  /** Of an abstract and of a note, in code points. */
  note: 20_000,
  /** Of any other text, in code points. */
  text: 1_000,
  creators: 500,
  /** Of one part of a creator's name, in code points. */
  name: 500,
  /** Of a citation key, in code points. */
  key: 200,
  /** Of an EDTF date, in characters: a parser need not see more. */
  date: 60,
  /** Of a DOI, an ISBN, an ISSN or such as it is given, in characters; it may be a whole URL. */
  number: 1_000,
  /** Of a DOI as it is stored, in characters: an index must hold it. */
  doi: 500,
  /** The most sources that are told to be possible duplicates of one. */
  duplicates: 20,
} as const;
