/** A quote that costs a search much, and the text to find it in. */
export interface HardQuote {
  name: string;
  text: string;
  exact: string;
}

/** Quotes in texts of about 2,000,000 characters: frequent words, long quotes, and texts of few words. */
export function hardQuotes(): HardQuote[] {
  const sentence = 'It was said of the old town, number %, that the people in the houses knew of nothing. ';
  const book = Array.from({ length: 23_000 }, (_, index) => sentence.replace('%', String(index))).join('');
  const letter = 'a'.repeat(2_000_000);
  const refrain = 'the cat in the hat '.repeat(105_000);
  const inBook = (name: string, exact: string): HardQuote => ({ name, text: book, exact });
  const half = refrain.slice(0, 50_000);
  return [
    inBook('two frequent words', 'in the'),
    inBook('two frequent words in capitals', 'IN THE'),
    inBook('frequent words, misread', 'of tbe old'),
    inBook('words that are nowhere', 'zebras graze on Mars'),
    inBook('a misread sentence', sentence.replace('%', '20000').replace('houses', 'bouses')),
    inBook('100,000 characters, misread', book.slice(500_000, 600_000).replace('houses', 'bouses')),
    inBook('100,000 characters that are nowhere', [...book.slice(0, 100_000)].reverse().join('')),
    { name: 'one letter, 100,000 times', text: letter, exact: 'a'.repeat(100_000) },
    {
      name: 'one letter, 100,000 times, and others',
      text: letter,
      exact: `${'a'.repeat(50_000)}xy${'a'.repeat(50_000)}`,
    },
    {
      name: 'one letter, 100 times, and others',
      text: letter,
      exact: `${'a'.repeat(50)}xy${'a'.repeat(50)}`,
    },
    { name: 'a refrain with another word', text: refrain, exact: `${half}dog ${half}` },
    { name: 'a refrain in capitals', text: refrain, exact: refrain.slice(0, 60).toUpperCase() },
  ];
}
