/** What one entity may hold, and what one may ask of the registry. */
export const entityLimits = {
  /** Of a name, in code points. */
  name: 500,
  /** Names besides the preferred one. */
  names: 200,
  authorities: 20,
  /** Of the description, in code points. */
  description: 5_000,
  /** Of an EDTF date, in characters: a parser need not see more. */
  date: 60,
  /** Of an authority's value as it is given, in characters; it may be a whole URL. */
  authority: 200,
  /** Of the words that names are searched for, in code points. */
  search: 500,
  /** The most entities that a search finds. */
  found: 1_000,
  /** Of what is searched for, in code points, for it to be looked for misspelt too. */
  misspelt: 60,
  /** The most names that may be what is searched for, misspelt. */
  misspeltFound: 500,
  /** Names and authorities that are listed of an entity and of all that were merged into it. */
  namesRead: 1_000,
} as const;
