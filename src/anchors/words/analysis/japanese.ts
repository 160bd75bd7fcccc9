import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Analyser, Sort } from './analysed-word.ts';

type Tokenizer = import('lindera-wasm-nodejs-ipadic').Tokenizer;

const Word = z.object({
  surface: z.string(),
  /** The parts of speech of IPADIC: a class, what that is divided into, and that again; none for unknown words. */
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

let tokenizer: Tokenizer | undefined;

/** Japanese by the dictionary IPADIC, which tells names from other words. What it is asked throws where it cannot be loaded. */
export const japanese: Analyser = {
  wordsOf(text) {
    tokenizer ??= load();
    let at = 0;
    return Words.parse(tokenizer.tokenize(text)).map((word) => {
      const start = text.indexOf(word.surface, at);
      at = start + word.surface.length;
      const isFamilyName = word.partOfSpeech === 'UNK' || word.partOfSpeechSubcategory3 === '姓';
      return { start, end: at, sort: sortOf(word), isNoun: word.partOfSpeech === '名詞', isFamilyName };
    });
  },
  mayBeName(noun) {
    return [`${noun}さん`, `${noun}市`].some((text) => {
      const [first] = japanese.wordsOf(text);
      return first?.sort === 'name' && first.end === noun.length;
    });
  },
};

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

/** When it is first asked: it takes a quarter of a second and some 130 MB, and few texts are Japanese. */
function load(): Tokenizer {
  const require = createRequire(import.meta.url);
  const { TokenizerBuilder }: typeof import('lindera-wasm-nodejs-ipadic') =
    require('lindera-wasm-nodejs-ipadic');
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  return builder.build();
}
