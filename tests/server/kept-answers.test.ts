import { afterAll, beforeAll, expect, it } from 'vitest';
import { importText } from '../support/annotations.ts';
import { Chance } from '../support/chance.ts';
import { savedEntity } from '../support/entities.ts';
import { isLikely, type Question, questionsOf } from '../support/questions.ts';
import { changes, someText, type Things, thingsIn } from '../support/random-changes.ts';
import { type Data, Service } from '../support/service.ts';
import { savedSource } from '../support/sources.ts';

/** Another seed makes other changes: `SEED=7 ROUNDS=9 npx vitest run tests/server/kept-answers.test.ts` looks further. */
const SEED = Number(process.env.SEED ?? 1_848);
/** How often a change of each kind is made, and how many questions are asked before and after each. */
const ROUNDS = Number(process.env.ROUNDS ?? 2);
const QUESTIONS = 4;

const chance = new Chance(SEED);
let keeping: Service;
let plain: Service;

beforeAll(async () => {
  keeping = await Service.open();
  await keeping.addPrincipal('author');
  plain = await keeping.beside({ dataBytes: 0, answerBytes: 0 });
  for (const name of ['Ada Lovelace', 'Charles Babbage', 'Lovelace'])
    await savedEntity(keeping, { kind: 'PERSON', name });
  for (const title of ['Notes', 'Notes', 'Sketch', 'Letters', 'Diary'])
    await savedSource(keeping, { type: 'BOOK', title, creators: [{ family: 'Lovelace' }], issued: '1843' });
  for (const slug of ['one', 'two']) await importText(keeping, slug, someText(chance), { title: slug });
});

afterAll(async () => {
  await plain.close();
  await keeping.close();
});

const all = () => thingsIn(plain, ['local', 'author']);

/** Makes a change of a kind, through either service; tries some times where what it chose cannot be done. */
async function makeChange(name: string, seen: Things): Promise<boolean> {
  let things = seen;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    if (attempt > 0) things = await all();
    const result: Data = await changes[name]?.(chance.of([keeping, plain]), things, chance);
    if (/Payload$/.test(result?.__typename ?? '')) return true;
  }
  return false;
}

async function ask(service: Service, { query, variables }: Question, as: string): Promise<string> {
  const { data, errors } = await service.run(query, variables, as);
  return JSON.stringify({ data, errors }, null, 1);
}

it('What is answered from memory is what the store holds, whoever changed it', async () => {
  for (const name of ['annotate', 'annotate', 'annotate', 'cite', 'cite'])
    await makeChange(name, await all());
  const made = new Set<string>();
  const known = new Map<keyof Things, Set<string>>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of chance.shuffled(Object.keys(changes))) {
      const things = await all();
      const questions = questionsOf(idsOf(things, known)).map((question) => ({
        question,
        as: chance.of(['local', 'local', 'author', 'author', 'nobody']),
      }));
      const shuffled = chance.shuffled(questions);
      const likely = shuffled.filter(({ question }) => isLikely(name, question)).slice(0, QUESTIONS / 2);
      const chosen = [...new Set([...likely, ...shuffled])].slice(0, QUESTIONS);
      const before = await Promise.all(chosen.map(({ question, as }) => ask(keeping, question, as)));
      if (await makeChange(name, things)) made.add(name);
      for (const [index, { question, as }] of chosen.entries()) {
        const expected = await ask(plain, question, as);
        const about = `${question.name} ${JSON.stringify(question.variables)} as ${as} after ${name}, seed ${SEED}`;
        expect(before[index], about).not.toContain('"errors"');
        expect(await ask(keeping, question, as), about).toBe(expected);
        if (chance.happens(0.3))
          expect(await ask(keeping, question, as), `${about}, once more`).toBe(expected);
      }
    }
  // Some can be made only after others, which the seed may not choose.
  expect(made.size).toBeGreaterThan(Object.keys(changes).length - 4);
  const kept = keeping.logged.filter((line) => JSON.parse(line).kept === true);
  expect(kept.length).toBeGreaterThan(ROUNDS * Object.keys(changes).length);
});

/** The ids of all things that there are and ever were, by kind. */
function idsOf(things: Things, known: Map<keyof Things, Set<string>>): Record<keyof Things, string[]> {
  const idsIn = (kind: keyof Things): string[] => {
    const ids = known.get(kind) ?? new Set<string>();
    for (const { id } of things[kind]) ids.add(id);
    known.set(kind, ids);
    return [...ids];
  };
  return {
    documents: idsIn('documents'),
    annotations: idsIn('annotations'),
    mentions: idsIn('mentions'),
    citations: idsIn('citations'),
    entities: idsIn('entities'),
    sources: idsIn('sources'),
  };
}
