import { createRandom } from '../../random.ts';
import type { Draft } from '../draft/draft.ts';
import { isProse } from '../edits/prose.ts';
import { addBoilerplate, generateDraft, sentenceWriter } from './generated.ts';
import { arabic } from './languages/ar.ts';
import { german } from './languages/de.ts';
import { greek } from './languages/el.ts';
import { english } from './languages/en.ts';
import { japanese } from './languages/ja.ts';
import type { Language } from './languages/language.ts';
import { russian } from './languages/ru.ts';
import { chinese } from './languages/zh.ts';
import { type Names, namesIn } from './names.ts';
import { packageProse } from './package-prose.ts';
import { readProse } from './real-text.ts';
import { sampleProse } from './sample-prose.ts';

export const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'CJK', 'emoji'] as const;
export type Script = (typeof SCRIPTS)[number];

/** A text to be edited, and what the edits may draw on. */
export interface Corpus {
  name: string;
  script: Script;
  draft: Draft;
  language: Language;
  names: Names;
  hasEmoji: boolean;
}

interface Origin {
  name: string;
  script: Script;
  language: Language;
  prose?: () => Promise<string[]>;
}

const ORIGINS: readonly Origin[] = [
  { name: 'sample article', script: 'Latin', language: english, prose: sampleProse },
  { name: 'manuals', script: 'Latin', language: english, prose: packageProse },
  { name: 'German', script: 'Latin', language: german },
  { name: 'Russian', script: 'Cyrillic', language: russian },
  { name: 'Greek', script: 'Greek', language: greek },
  { name: 'Arabic', script: 'Arabic', language: arabic },
  { name: 'Chinese', script: 'CJK', language: chinese },
  { name: 'Japanese', script: 'CJK', language: japanese },
  { name: 'emoji', script: 'emoji', language: english },
];

/** How many paragraphs a generated text has; of texts that need fewer characters to say the same, more. */
const PARAGRAPHS = { spaced: 80, dense: 150 };

/** All the texts, the same for the same seed. */
export async function makeCorpora(seed: number): Promise<Corpus[]> {
  return await Promise.all(ORIGINS.map((origin, index) => makeCorpus(origin, seed * 100 + index)));
}

async function makeCorpus({ name, script, language, prose }: Origin, seed: number): Promise<Corpus> {
  const random = createRandom(seed);
  const [names, hasEmoji] = [namesIn(language, seed), script === 'emoji'];
  const filling = { language, names, random };
  const write = sentenceWriter(filling, hasEmoji);
  const draft = generateDraft(filling, write, PARAGRAPHS[language.joiner === '' ? 'dense' : 'spaced']);
  if (prose !== undefined) {
    draft.paragraphs = readProse(await prose()).map((sentences, index) => {
      if (isProse({ sentences })) addBoilerplate(random, sentences, language.boilerplate, index);
      return { sentences };
    });
  }
  return { name, script, draft, language, names, hasEmoji };
}
