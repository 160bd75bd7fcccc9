import type { Exchange } from '../load.ts';
import { createRandom, pick, type Random } from '../random.ts';
import { eachSide, type Question, type Side } from '../rounds.ts';
import { BOOK, SAMPLE } from '../texts.ts';
import { ADDED, additionAsks } from './add.ts';
import { makeAdditions } from './additions.ts';
import { articleQuestion } from './article.ts';
import { aboutAsLong, withBegin } from './ask.ts';
import { concordanceQuestion } from './concordance.ts';
import type { Ground } from './ground.ts';
import { deepPageQuestion } from './page.ts';
import { passageQuestion } from './passage.ts';
import { sectionQuestion } from './section.ts';

/** How many requests the mix has before it begins anew, and how many of them add an annotation: one in twenty. */
const REQUESTS = 1_000;
const ADDITIONS = REQUESTS / 20;

const READS = [articleQuestion, sectionQuestion, passageQuestion, concordanceQuestion, deepPageQuestion];

/** Reads of five kinds, and between them annotations that are added to the very texts that are read. */
export async function mixQuestion(ground: Ground): Promise<Question> {
  const questions: Question[] = [];
  for (const make of READS) questions.push(await make(ground));
  const random = createRandom(8);
  const { agentId } = ground;
  const book = await ground.readText(BOOK.slug);
  const sample = await ground.readText(SAMPLE.slug);
  // In the book every paragraph stands many times, so no quote of it would be clear.
  const additions = [
    ...makeAdditions(book, ADDITIONS / 2, { random, agentId, ways: ['block'] }),
    ...makeAdditions(sample, ADDITIONS / 2, { random, agentId, ways: ['quote', 'block'] }),
  ].map(additionAsks);
  const order = shuffled(REQUESTS, random);
  return {
    id: 'mix',
    name: 'A mix of 95 % reads and 5 % `addAnnotation`',
    exchanges: await eachSide(ground.servers, async (side: Side) => {
      const asked = side === 'cold' ? 'scholion' : side;
      const turns = createRandom(9);
      const requests = Array.from({ length: REQUESTS }, (_, index): Exchange => {
        const addition = additions[index];
        if (addition !== undefined) return withBegin(addition[asked], ADDED[asked]);
        const question = questions[index % questions.length];
        return aboutAsLong(pick(turns, question?.exchanges[asked] ?? []));
      });
      return order.map((index) => requests[index]).filter((one) => one !== undefined);
    }),
  };
}

/** The numbers below a count in another order, the same every time. */
function shuffled(count: number, random: Random): number[] {
  return Array.from({ length: count }, (_, index) => ({ index, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ index }) => index);
}
