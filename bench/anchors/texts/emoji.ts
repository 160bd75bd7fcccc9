import { pick, type Random } from '../../random.ts';
import { newToken, type Token } from '../draft/draft.ts';

/** Emoji that may stand for each other; those of the last group tell countries apart, so they stay. */
const LIKE: readonly (readonly string[])[] = [
  ['👍', '👍🏻', '👍🏽', '👍🏿'],
  ['👋🏼', '👋🏾', '👋'],
  ['👩🏽‍🚀', '👨🏻‍🚀', '🧑🏿‍🚀'],
  ['👨‍👩‍👧‍👦', '👩‍👩‍👧', '👨‍👨‍👦‍👦'],
  ['❤️‍🔥', '❤️', '💙'],
  ['🎉', '🎊', '🥳'],
  ['🏗️', '🏛️', '🏚️'],
  ['🌊', '🌅', '🏝️'],
];
const FLAGS = ['🇩🇪', '🇬🇷', '🇧🇷', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '🇯🇵'];

/** How many spaces between words get an emoji. */
const DENSITY = 0.3;

/** Puts emoji between the words, with a space before each. */
export function withEmoji(tokens: readonly Token[], random: Random): Token[] {
  return tokens.flatMap((token) => {
    const isSpace = token.parts.length === 1 && token.parts[0]?.text === ' ';
    if (!isSpace || random() >= DENSITY) return token;
    return [newToken(' '), someEmoji(random), token];
  });
}

function someEmoji(random: Random): Token {
  if (random() < 0.25) return newToken(pick(random, FLAGS));
  const group = pick(random, LIKE);
  return newToken(pick(random, group), 'ordinary', group);
}
