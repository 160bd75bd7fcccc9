import { createRequire } from 'node:module';
import { isStopWord } from '../stop-words.ts';
import type { Analyser, Sort } from './analysed-word.ts';

type Jieba = import('@node-rs/jieba').Jieba;

const NAMES = /^(?:nr|ns|nt|nz)/;
const NUMBERS = /^mq?$/;
/** Nouns, verbs, adjectives, adverbs and idioms, in the tags of the Institute of Computing Technology (ICTCLAS). */
const EVERYDAY = new Set(['n', 'v', 'vn', 'vd', 'a', 'ad', 'an', 'd', 'z', 'b', 'i']);
const NOUNS = new Set(['n', 'vn', 'a', 'an', 'b']);
/** Words that join others, and adverbs: a single character says as much as others of its kind do. */
const LITTLE = /^(?:u.?|p|c|y|d)$/;

let jieba: Jieba | undefined;

/** Chinese by jieba's dictionary, which tells names from other words. What it is asked throws where it cannot be loaded. */
export const chinese: Analyser = {
  wordsOf(text) {
    jieba ??= load();
    let at = 0;
    return jieba.tag(text, true).map(({ word, tag }) => {
      const start = at;
      at += word.length;
      const sort = sortOf(word, tag);
      const isFamilyName = sort === 'name' && word.length <= 2 && /^(?:nr|x$)/.test(tag);
      return { start, end: at, sort, isNoun: NOUNS.has(tag), isFamilyName };
    });
  },
  mayBeName(noun) {
    // A given name is one word with the family name.
    const person = `王${noun}`;
    return isOneWord(person, `${person}说`) || isOneWord(`${noun}公司`) || isNameIn(noun, `${noun}公司`);
  },
};

function isOneWord(word: string, text = word): boolean {
  return chinese.wordsOf(text)[0]?.end === word.length;
}

function isNameIn(word: string, text: string): boolean {
  const [first] = chinese.wordsOf(text);
  return first?.sort === 'name' && first.end >= word.length;
}

function sortOf(word: string, tag: string): Sort {
  if (NAMES.test(tag)) return 'name';
  if (NUMBERS.test(tag)) return 'number';
  // It tags what it does not know and punctuation alike.
  if (tag === 'x') return /\p{L}/u.test(word) ? 'name' : 'other';
  if (!/^\p{Script=Han}{2}/u.test(word)) return LITTLE.test(tag) || isStopWord(word) ? 'everyday' : 'other';
  return EVERYDAY.has(tag) || LITTLE.test(tag) ? 'everyday' : 'other';
}

/** When it is first asked: it takes a quarter of a second and some 50 MB, and few texts are Chinese. */
function load(): Jieba {
  const require = createRequire(import.meta.url);
  const { Jieba }: typeof import('@node-rs/jieba') = require('@node-rs/jieba');
  const { dict }: typeof import('@node-rs/jieba/dict.js') = require('@node-rs/jieba/dict.js');
  return Jieba.withDict(dict);
}
