/** English words that make another statement when they change, and what they may become. */
export const NEGATIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['not', ['', 'never']],
  ['never', ['always', 'not']],
  ['no', ['some', 'every']],
  ['without', ['with']],
  ['nor', ['and']],
  ['cannot', ['can']],
  ['legal', ['illegal']],
  ['possible', ['impossible']],
  ['necessary', ['unnecessary']],
  ['known', ['unknown']],
]);

/** After these a text may put in that something is not so. */
export const NEGATABLE = new Set('is are was were has had can will should could would must'.split(' '));

export const NEGATING: readonly string[] = ['not ', 'never '];

export const NUMBER_WORDS =
  'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million'.split(
    ' ',
  );

/** Words that are neither reworded nor deleted nor misspelt, since a sentence hardly stands without them. */
export const FUNCTION_WORDS = new Set(
  `about above after against also although among been before being below between both cannot could does doing done down
  during each either every from further have having here hers herself himself hers into itself just less many might
  more most much must neither none nothing nobody once only other others ours over own same shall should some such than that
  their theirs them themselves then there these they this those through under unless until upon very well were what
  when where whether which while whom whose will with within without would your yours yourself always another still
  will never however because since thus both like else ever even often instead`.split(/\s+/),
);

/** Words that mean about the same. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['speech', 'address', 'oration'],
  ['report', 'account', 'statement'],
  ['leader', 'chief', 'head'],
  ['leaders', 'chiefs', 'heads'],
  ['crimes', 'offences', 'misdeeds'],
  ['crucial', 'central', 'vital'],
  ['people', 'persons', 'folk'],
  ['large', 'great', 'sizable'],
  ['known', 'familiar'],
  ['default', 'standard', 'usual'],
  ['function', 'routine', 'procedure'],
  ['create', 'make', 'build'],
  ['creates', 'makes', 'builds'],
  ['created', 'made', 'built'],
  ['provide', 'offer', 'supply'],
  ['provided', 'offered', 'supplied'],
  ['return', 'yield', 'give'],
  ['returns', 'yields', 'gives'],
  ['called', 'invoked', 'named'],
  ['using', 'employing', 'applying'],
  ['used', 'employed', 'applied'],
  ['value', 'amount', 'quantity'],
  ['example', 'instance', 'illustration'],
  ['message', 'notice', 'note'],
  ['began', 'started', 'commenced'],
  ['country', 'land', 'nation'],
  ['important', 'significant', 'weighty'],
  ['presented', 'submitted', 'tabled'],
  ['accused', 'charged', 'blamed'],
];
