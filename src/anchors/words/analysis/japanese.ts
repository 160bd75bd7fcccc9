import { createRequire } from 'node:module';
import { z } from 'zod';
import type { AnalysedWord, Analyser, Sort } from './analysed-word.ts';

type Tokenizer = import('lindera-wasm-nodejs-ipadic').Tokenizer;

const Word = z.object({
  surface: z.string(),
  /** The parts of speech of IPADIC: a class, what that is divided into, and so on; none of these for unknown words. */
  partOfSpeech: z.string(),
  partOfSpeechSubcategory1: z.string().optional(),
  partOfSpeechSubcategory2: z.string().optional(),
  partOfSpeechSubcategory3: z.string().optional(),
});
const Words = z.array(Word);

const CLASSES = new Set(['動詞', '形容詞', '副詞', '連体詞', '助詞', '助動詞', '接続詞']);
const NOUNS = new Set(['一般', 'サ変接続', '形容動詞語幹', 'ナイ形容詞語幹', '非自立']);
/** What is written onto a noun, as in 商店街; not -さん, -市 or what is counted with. */
const SUFFIXES = new Set(['一般', 'サ変接続', '形容動詞語幹']);

/**
 * Japanese by the dictionary IPADIC, which tells names from other words. Loading it takes a quarter of a second and some
 * 130 MB.
 * @throws where WebAssembly is not allowed.
 */
export function loadJapanese(): Analyser {
  const require = createRequire(import.meta.url);
  const { TokenizerBuilder }: typeof import('lindera-wasm-nodejs-ipadic') =
    require('lindera-wasm-nodejs-ipadic');
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  const tokenizer = builder.build();
  return {
    wordsOf: (text) => wordsOf(tokenizer, text),
    mayBeName: (word) =>
      [`${word}さん`, `${word}市`].some((text) => {
        const first = wordsOf(tokenizer, text)[0];
        return first?.text === word && first.sort === 'name';
      }),
  };
}

function wordsOf(tokenizer: Tokenizer, text: string): AnalysedWord[] {
  let end = 0;
  return Words.parse(tokenizer.tokenize(text)).map((word) => {
    // Half a character comes back as another one.
    const found = text.indexOf(word.surface, end);
    const start = found === -1 ? end : found;
    end = Math.min(text.length, start + word.surface.length);
    return {
      text: text.slice(start, end),
      start,
      end,
      sort: sortOf(word),
      isNoun: word.partOfSpeech === '名詞',
      isFamilyName: word.partOfSpeech === 'UNK' || word.partOfSpeechSubcategory3 === '姓',
    };
  });
}

function sortOf(word: z.infer<typeof Word>): Sort {
  const { surface, partOfSpeech, partOfSpeechSubcategory1: first, partOfSpeechSubcategory2: second } = word;
  if (partOfSpeech === 'UNK') return /\p{L}/u.test(surface) ? 'name' : 'other';
  if (first === '固有名詞') return 'name';
  if (first === '数' || first === '数接続') return 'number';
  // Companies and foreigners are written in Katakana, as are words like theirs: アマゾン.
  if (/[\p{Script=Katakana}ー]/u.test(surface)) return 'other';
  if (CLASSES.has(partOfSpeech)) return 'everyday';
  if (partOfSpeech !== '名詞') return 'other';
  if (first === '接尾') return SUFFIXES.has(second ?? '') ? 'everyday' : 'other';
  // Of one character are names of people, 光, towns and directions as well.
  return NOUNS.has(first ?? '') && surface.length > 1 ? 'everyday' : 'other';
}
