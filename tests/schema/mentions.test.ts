import { beforeAll, describe, expect, it } from 'vitest';
import { documentId, importText } from '../support/annotations.ts';
import {
  addMention,
  linkDocument,
  mentionsIn,
  person,
  review,
  savedEntity,
  spokenOf,
} from '../support/mentions.ts';
import { revise } from '../support/revising.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService({ sample: false });

let entities: Record<'gandhi' | 'nehru' | 'congress' | 'delhi', Data>;

beforeAll(async () => {
  await service().addPrincipal('annotator');
  await service().addPrincipal('editor', new Set(['READER', 'ANNOTATOR', 'EDITOR']));
  entities = {
    gandhi: await savedEntity(service(), person('Mohandas Gandhi')),
    nehru: await savedEntity(service(), person('Jawaharlal Nehru')),
    congress: await savedEntity(service(), {
      kind: 'ORGANIZATION',
      name: 'Indian National Congress',
      names: [{ text: 'INC', kind: 'ABBREVIATION' }],
    }),
    delhi: await savedEntity(service(), { kind: 'PLACE', name: 'Delhi' }),
  };
});

let documents = 0;

/** A document of these paragraphs. */
async function publish(...paragraphs: string[]): Promise<{ slug: string; id: string }> {
  documents += 1;
  const slug = `spoken-${documents}`;
  await importText(service(), slug, paragraphs.join('\n\n'), { title: 'Spoken', language: 'en' });
  return { slug, id: await documentId(service(), slug) };
}

async function republish(document: string, baseRevision: number, ...paragraphs: string[]): Promise<void> {
  const result = await revise(service(), { document, baseRevision, text: paragraphs.join('\n\n') });
  expect(result.outcome).toBe('REVISED');
}

describe('importing a text', () => {
  it('suggests the mentions that it finds, with their place, sentence and confidence', async () => {
    const { slug } = await publish(
      'It was late. Mohandas Gandhi, i.e. a lawyer, spoke in Delhi; Gandhi’s words were heard. Then rain.',
    );
    expect(await spokenOf(service(), slug)).toEqual([
      'Mohandas Gandhi = mohandas-gandhi',
      'Delhi = delhi',
      'Gandhi = mohandas-gandhi',
    ]);
    const [first, , last] = await mentionsIn(service(), slug);
    expect(first).toMatchObject({
      status: 'SUGGESTED',
      origin: 'LINKER',
      anchor: { status: 'EXACT', range: { start: 13, end: 28 }, blocks: [{ ref: '1' }] },
      context: {
        prefix: '',
        exact: 'Mohandas Gandhi',
        suffix: ', i.e. a lawyer, spoke in Delhi; Gandhi’s words were heard.',
      },
      nestedIn: null,
    });
    expect(first.confidence).toBeGreaterThan(0.9);
    expect(last.confidence).toBeGreaterThan(0.5);
    expect(last.confidence).toBeLessThan(first.confidence);
  });

  it('keeps a name within a longer one, and says so', async () => {
    await savedEntity(service(), { kind: 'WORK', name: 'Delhi Gazette' });
    const { slug } = await publish('He read the Delhi Gazette.');
    const mentions = await mentionsIn(service(), slug);
    expect(mentions.map(({ surface, nestedIn }) => [surface, nestedIn?.surface ?? null])).toEqual([
      ['Delhi Gazette', null],
      ['Delhi', 'Delhi Gazette'],
    ]);
  });

  it('says in its answer what the linker did', async () => {
    const { importDocument } = await service().data(
      `mutation { importDocument(input: { slug: "counted-once", title: "T", text: "Delhi and INC and Delhi." }) {
        ... on ImportDocumentPayload { linked { suggested withdrawn omitted } } } }`,
    );
    expect(importDocument.linked).toEqual({ suggested: 3, withdrawn: 0, omitted: 0 });
  });
});

describe('revising a text', () => {
  it('links what changed, and leaves alone the mentions of what did not', async () => {
    const { slug, id } = await publish('Nothing here.', 'Jawaharlal Nehru wrote from Delhi.');
    const before = await mentionsIn(service(), slug);
    await republish(id, 1, 'Here came Mohandas Gandhi.', 'Jawaharlal Nehru wrote from Delhi.');
    const after = await mentionsIn(service(), slug);
    expect(after.map(({ surface }) => surface)).toEqual(['Mohandas Gandhi', 'Jawaharlal Nehru', 'Delhi']);
    expect(after.slice(1).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[0].anchor.madeOn.number).toBe(2);
  });

  it('carries mentions in an edited paragraph, and adds none twice', async () => {
    const { slug, id } = await publish('Jawaharlal Nehru wrote a long letter from Delhi that winter.');
    const before = await mentionsIn(service(), slug);
    await republish(id, 1, 'In prison, Jawaharlal Nehru wrote a long letter from Delhi that winter.');
    const after = await mentionsIn(service(), slug);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ anchor }) => anchor.status)).toEqual(['EXACT', 'EXACT']);
    expect(after[0].anchor.range).toEqual({ start: 11, end: 27 });
  });

  it('loses a confirmed mention with its words, lists it last, and finds it again with them', async () => {
    const text = 'In the morning of that day, Jawaharlal Nehru came to see the viceroy.';
    const { slug, id } = await publish(text, 'Delhi was hot.');
    const [nehru] = await mentionsIn(service(), slug);
    await review(service(), { mentions: [nehru.id] });
    await republish(id, 1, 'Something else altogether is told in this place.', 'Delhi was hot.');
    const [, lost, ...more] = await mentionsIn(service(), slug);
    expect(more).toEqual([]);
    expect(lost).toMatchObject({
      id: nehru.id,
      surface: 'Jawaharlal Nehru',
      anchor: { status: 'ORPHANED', range: null },
      context: { exact: 'Jawaharlal Nehru' },
    });
    await republish(id, 2, text, 'Delhi was hot.');
    const back = await mentionsIn(service(), slug);
    expect(back.map(({ id, anchor }) => [id, anchor.status])).toEqual([
      [nehru.id, 'EXACT'],
      [back[1].id, 'EXACT'],
    ]);
  });

  it('reports on mentions apart from annotations', async () => {
    const { id } = await publish('We heard Mohandas Gandhi speak at length that evening in Delhi.');
    const { reviseDocument } = await service().data(
      `mutation R($input: ReviseDocumentInput!) { reviseDocument(input: $input) { ... on ReviseDocumentPayload {
        linked { suggested withdrawn } anchors { exact orphaned mentions { exact moved edited ambiguous orphaned } } } } }`,
      {
        input: {
          document: id,
          baseRevision: 1,
          text: 'That day we heard Mohandas Gandhi speak at length that evening in Nagpur.',
        },
      },
    );
    expect(reviseDocument.anchors).toEqual({
      exact: 0,
      orphaned: 0,
      mentions: { exact: 1, moved: 0, edited: 0, ambiguous: 0, orphaned: 1 },
    });
  });

  it('shows the mentions of an older revision as they stood in it', async () => {
    const { slug, id } = await publish('Delhi was hot.');
    await republish(id, 1, 'It was cold.');
    const { document } = await service().data(
      `query Old($slug: String!) { document(by: { slug: $slug }) {
        revision(number: 1) { block(ref: "1") { mentions { totalCount edges { node { surface anchor { status } } } } } } } }`,
      { slug },
    );
    expect(document.revision.block.mentions).toEqual({
      totalCount: 1,
      edges: [{ node: { surface: 'Delhi', anchor: { status: 'EXACT' } } }],
    });
    expect(await mentionsIn(service(), slug)).toEqual([]);
  });
});

describe('linking', () => {
  it('of a new name finds it in the documents where it stands, and nowhere else', async () => {
    const { slug } = await publish('The Salt Satyagraha began in March.');
    const other = await publish('Mohandas Gandhi wove cloth.');
    const { entity, linked } = await (async () => {
      const saved = await savedEntity(service(), { kind: 'EVENT', name: 'Salt Satyagraha' });
      return { entity: saved, linked: saved.linked };
    })();
    expect(linked).toMatchObject({ documents: 1, documentsLeft: 0, suggested: 1, withdrawn: 0 });
    expect(await spokenOf(service(), slug)).toEqual([`Salt Satyagraha = ${entity.slug}`]);
    expect(await spokenOf(service(), other.slug)).toHaveLength(1);
    const again = await savedEntity(service(), {
      entity: entity.id,
      version: entity.version,
      names: [{ text: 'Dandi Kuch' }],
    });
    expect(again.linked).toMatchObject({ documents: 0, suggested: 0 });
  });

  it('withdraws what a name no longer means', async () => {
    const { slug } = await publish('Bapu smiled.');
    const saved = await savedEntity(service(), {
      kind: 'PERSON',
      name: 'Kastur Kapadia',
      names: [{ text: 'Bapu' }],
    });
    expect(await spokenOf(service(), slug)).toEqual([`Bapu = ${saved.slug}`]);
    const { linked } = await savedEntity(service(), { entity: saved.id, version: saved.version, names: [] });
    expect(linked).toMatchObject({ documents: 1, withdrawn: 1 });
    expect(await mentionsIn(service(), slug)).toEqual([]);
  });

  it('keeps what it withdrew in step with the text, so that it is where its words are when it comes back', async () => {
    const saved = await savedEntity(service(), { kind: 'PLACE', name: 'Old Fort' });
    const { slug, id } = await publish('Then they saw the Old Fort on its hill above the river.', 'Rain.');
    const [fort] = await mentionsIn(service(), slug);
    const renamed = await savedEntity(service(), {
      entity: saved.id,
      version: saved.version,
      name: 'Purana Qila',
    });
    expect(await mentionsIn(service(), slug)).toEqual([]);
    await republish(id, 1, 'There is nothing to be seen at all.', 'Rain.');
    const target = { quote: { exact: 'Old Fort' } };
    const late = await addMention(service(), { document: id, revision: 1, target, entity: renamed.id });
    expect(late.mention.anchor).toMatchObject({ status: 'ORPHANED', range: null });
    const { document } = await service().data(
      `query E($slug: String!) { document(by: { slug: $slug }) { entities { totalCount } } }`,
      { slug },
    );
    expect(document.entities.totalCount).toBe(0);
    await republish(id, 2, 'Then they saw the Old Fort on its hill above the river.', 'Rain.');
    expect((await mentionsIn(service(), slug)).map(({ anchor }) => anchor.status)).toEqual(['EXACT']);
    expect(fort).toBeDefined();
  });

  it('twice changes nothing', async () => {
    const { slug, id } = await publish('Delhi, Delhi and Mohandas Gandhi.');
    const before = await mentionsIn(service(), slug);
    expect(await linkDocument(service(), id)).toEqual({ suggested: 0, withdrawn: 0, omitted: 0 });
    expect(await mentionsIn(service(), slug)).toEqual(before);
  });

  it('takes a surname alone for no more than that, however often the text is linked', async () => {
    await savedEntity(service(), person('Subhas Bose'));
    const { slug, id } = await publish('Bose spoke first.', 'Then Bose left.');
    const confidences = async () => (await mentionsIn(service(), slug)).map(({ confidence }) => confidence);
    expect(await confidences()).toEqual([0.6, 0.6]);
    await republish(id, 1, 'Bose spoke first.', 'Then, at last, Bose left the place.');
    await linkDocument(service(), id);
    expect(await confidences()).toEqual([0.6, 0.6]);
    await republish(id, 2, 'Bose spoke first.', 'Then, at last, Bose left the place.', 'It was Subhas Bose.');
    await linkDocument(service(), id);
    expect(await confidences()).toEqual([0.9, 0.9, 0.95]);
  });

  it('leaves a surname that two bear as a suggestion of each', async () => {
    const first = await savedEntity(service(), person('Motilal Ghosh'));
    const second = await savedEntity(service(), person('Aurobindo Ghosh'));
    const { slug } = await publish('Motilal Ghosh met Aurobindo Ghosh. Ghosh was late.');
    const late = (await mentionsIn(service(), slug)).filter(({ surface }) => surface === 'Ghosh');
    expect(late.map(({ entity }) => entity.slug).sort()).toEqual([first.slug, second.slug].sort());
    for (const { confidence } of late) expect(confidence).toBeLessThanOrEqual(0.5);
    expect(await spokenOf(service(), slug, { confidence: 0.6 })).toEqual([
      `Motilal Ghosh = ${first.slug}`,
      `Aurobindo Ghosh = ${second.slug}`,
    ]);
    const chosen = late.find(({ entity }) => entity.slug === first.slug);
    const { mentions, rejected } = await review(service(), { mentions: [chosen?.id] });
    expect(mentions).toMatchObject([{ id: chosen?.id, status: 'CONFIRMED', confidence: 1 }]);
    expect(rejected).toMatchObject([{ entity: { slug: second.slug }, status: 'REJECTED' }]);
    expect((await mentionsIn(service(), slug)).filter(({ surface }) => surface === 'Ghosh')).toHaveLength(1);
  });
});

describe('reviewing', () => {
  it('rejects for ever: no linking and no revision suggests it again', async () => {
    const { slug, id } = await publish('The INC train is late again, as it has been every day.', 'Rain.');
    const [wrong] = await mentionsIn(service(), slug);
    const { mentions } = await review(service(), { mentions: [wrong.id], status: 'REJECTED' });
    expect(mentions).toMatchObject([{ status: 'REJECTED' }]);
    await linkDocument(service(), id);
    expect(await mentionsIn(service(), slug)).toEqual([]);
    await republish(id, 1, 'Today the INC train is late again, as it has been every day.', 'Rain.');
    expect(await mentionsIn(service(), slug)).toEqual([]);
    await republish(id, 2, 'Rain.');
    await republish(id, 3, 'The INC train is late again, as it has been every day.', 'Rain.');
    expect(await mentionsIn(service(), slug)).toEqual([]);
    expect(await mentionsIn(service(), slug, { status: ['REJECTED'] })).toMatchObject([
      { id: wrong.id, anchor: { status: 'EXACT' } },
    ]);
  });

  it('rejects a sentence wherever it comes back', async () => {
    const sentence = 'The INC train is late again, as on every day.';
    const { slug, id } = await publish(sentence);
    const [wrong] = await mentionsIn(service(), slug);
    await review(service(), { mentions: [wrong.id], status: 'REJECTED' });
    await republish(id, 1, 'Nothing else matters.');
    await republish(id, 2, `It rained before. ${sentence} And that was all.`);
    expect(await mentionsIn(service(), slug)).toEqual([]);
  });

  it('leaves one mention of an entity on the same words, however many confirm at once', async () => {
    const bearers = [
      await savedEntity(service(), person('Rash Behari')),
      await savedEntity(service(), person('Bankim Behari')),
      await savedEntity(service(), person('Sarat Behari')),
    ];
    const { slug, id } = await publish('Behari came.');
    const mentions = await mentionsIn(service(), slug);
    expect(mentions).toHaveLength(3);
    const entity = bearers[0]?.id;
    const results = await Promise.all([
      ...mentions.map((mention) => review(service(), { mentions: [mention.id], entity })),
      review(service(), { mentions: mentions.map((mention) => mention.id), entity }),
      addMention(service(), { document: id, target: { quote: { exact: 'Behari' } }, entity }),
    ]);
    for (const { __typename } of results)
      expect(['ReviewMentionPayload', 'AddMentionPayload', 'NotFound']).toContain(__typename);
    expect(await spokenOf(service(), slug, { status: ['CONFIRMED'] })).toEqual(['Behari = rash-behari']);
    await linkDocument(service(), id);
    expect(await spokenOf(service(), slug)).toEqual(['Behari = rash-behari']);
  });

  it('finds a mention that was carried since where it is added on an older revision', async () => {
    const { slug, id } = await publish('The summer in Delhi was long and very hot that year.');
    const [delhi] = await mentionsIn(service(), slug);
    await republish(id, 1, 'They say that the summer in Delhi was long and very hot that year.');
    const target = { quote: { exact: 'Delhi' } };
    const added = await addMention(service(), {
      document: id,
      revision: 1,
      target,
      entity: entities.delhi.id,
    });
    expect(added.mention).toMatchObject({ id: delhi.id, status: 'CONFIRMED' });
    expect(await mentionsIn(service(), slug)).toHaveLength(1);
  });

  it('takes a decision back, changes the entity, and does many at once or none', async () => {
    const { slug, id } = await publish('Delhi here and Delhi there.');
    const ids = (await mentionsIn(service(), slug)).map(({ id }) => id);
    await review(service(), { mentions: ids, status: 'REJECTED' });
    const { mentions } = await review(service(), { mentions: ids, status: 'SUGGESTED' });
    expect(mentions.map(({ status }: Data) => status)).toEqual(['SUGGESTED', 'SUGGESTED']);
    const changed = await review(service(), { mentions: [ids[0]], entity: entities.congress.id });
    expect(changed.mentions).toMatchObject([
      { entity: { slug: 'indian-national-congress' }, status: 'CONFIRMED' },
    ]);
    await linkDocument(service(), id);
    expect(await spokenOf(service(), slug)).toEqual(['Delhi = indian-national-congress', 'Delhi = delhi']);
    const unknown = await addMention(service(), {
      document: id,
      target: { quote: { exact: 'there' } },
      entity: entities.delhi.id,
    });
    const mixed = await review(service(), {
      mentions: [
        unknown.mention.id,
        Buffer.from(
          `Mention:${entities.delhi.id.length ? '0198a2f0-0000-7000-8000-000000000000' : ''}`,
        ).toString('base64url'),
      ],
      status: 'REJECTED',
    });
    expect(mixed).toMatchObject({ __typename: 'NotFound' });
    expect(await spokenOf(service(), slug)).toContain('there = delhi');
  });

  it('is for editors, and for who made a mention', async () => {
    const { slug, id } = await publish('Delhi and the old town.');
    const [found] = await mentionsIn(service(), slug);
    expect(await review(service(), { mentions: [found.id] }, 'annotator')).toMatchObject({
      __typename: 'NotAllowed',
    });
    const target = { quote: { exact: 'the old town' } };
    const own = await addMention(service(), { document: id, target, entity: entities.delhi.id }, 'annotator');
    expect(own.mention).toMatchObject({ origin: 'PERSON', status: 'SUGGESTED', confidence: 1 });
    expect(await review(service(), { mentions: [own.mention.id] }, 'annotator')).toMatchObject({
      __typename: 'NotAllowed',
    });
    const taken = await review(service(), { mentions: [own.mention.id], status: 'REJECTED' }, 'annotator');
    expect(taken.mentions).toMatchObject([{ status: 'REJECTED' }]);
    expect(await review(service(), { mentions: [found.id] }, 'editor')).toMatchObject({
      __typename: 'ReviewMentionPayload',
    });
    const { errors } = await service().run(
      `mutation { linkDocument(input: { document: "${id}" }) { __typename } }`,
      {},
      'annotator',
    );
    expect(errors ?? 'refused').toBeTruthy();
  });

  it.each([
    [{ mentions: [] }, 'InputInvalid', 'names none'],
    [{ mentions: ['bm9wZQ'] }, 'InputInvalid', 'is not an id'],
  ])('refuses %j', async (input, type, message) => {
    const result = await review(service(), input);
    expect(result).toMatchObject({ __typename: type, message: expect.stringContaining(message) });
  });

  it('refuses more than 1,000 at once, and an entity with a rejection', async () => {
    const { slug } = await publish('Delhi.');
    const [{ id }] = (await mentionsIn(service(), slug)) as [Data];
    const both = await review(service(), { mentions: [id], status: 'REJECTED', entity: entities.delhi.id });
    expect(both).toMatchObject({ __typename: 'InputInvalid' });
    const many = Array.from({ length: 1_001 }, (_, index) =>
      Buffer.from(`Mention:0198a2f0-0000-7000-8000-${String(index).padStart(12, '0')}`).toString('base64url'),
    );
    const { data, errors } = await service().run(
      'mutation M($ids: [ID!]!) { reviewMention(input: { mentions: $ids }) { __typename ... on Error { message } } }',
      { ids: many },
    );
    expect(JSON.stringify(data ?? errors)).toMatch(/1,?000/);
  });
});

describe('adding a mention', () => {
  it('takes any words, over blocks too, and confirms what is there already', async () => {
    const { slug, id } = await publish('He of the loincloth', 'and spectacles was in Delhi.');
    const spanning = await addMention(service(), {
      document: id,
      target: { quote: { exact: 'He of the loincloth\nand spectacles' } },
      entity: entities.gandhi.id,
    });
    expect(spanning.mention).toMatchObject({
      surface: 'He of the loincloth\n\nand spectacles',
      context: { prefix: '', suffix: ' was in Delhi.' },
      anchor: { status: 'EXACT', blocks: [{ ref: '1' }, { ref: '2' }] },
    });
    const [, delhi] = await mentionsIn(service(), slug);
    const again = await addMention(service(), {
      document: id,
      target: { quote: { exact: 'Delhi' } },
      entity: entities.delhi.id,
    });
    expect(again.mention).toMatchObject({ id: delhi.id, status: 'CONFIRMED', origin: 'LINKER' });
    const { document } = await service().data(
      `query B($slug: String!) { document(by: { slug: $slug }) { revision { children { mentions { edges { node { surface } } } } } } }`,
      { slug },
    );
    expect(document.revision.children.map(({ mentions }: Data) => mentions.edges.length)).toEqual([1, 2]);
  });

  it('is refused with what to do for words, entities and documents that are not there', async () => {
    const { id } = await publish('Delhi was hot.');
    const entity = entities.delhi.id;
    const missing = (type: string) =>
      Buffer.from(`${type}:0198a2f0-0000-7000-8000-000000000000`).toString('base64url');
    const target = { quote: { exact: 'Delhi' } };
    for (const [input, type] of [
      [{ document: id, target: { quote: { exact: 'Bombay' } }, entity }, 'QuoteNotFound'],
      [{ document: id, target: { range: { start: 5, end: 2 } }, entity }, 'RangeInvalid'],
      [{ document: id, target, entity: missing('Entity') }, 'NotFound'],
      [{ document: missing('Document'), target, entity }, 'NotFound'],
      [{ document: id, target, entity, revision: 7 }, 'NotFound'],
      [{ document: id, target, entity, confidence: 1.5 }, 'InputInvalid'],
    ] as const)
      expect((await addMention(service(), input)).__typename).toBe(type);
  });
});

describe('runs', () => {
  it('are cut where mentions begin and end, nested ones too', async () => {
    const { slug } = await publish('See Delhi Gazette now.');
    const { document } = await service().data(
      `query R($slug: String!) { document(by: { slug: $slug }) { revision { block(ref: "1") {
        runs { text marks { __typename ... on Mention { entity { slug } } } }
        plain: runs(kinds: [ANNOTATION]) { text } marksOmitted } } } }`,
      { slug },
    );
    const { runs, plain, marksOmitted } = document.revision.block;
    expect(runs.map(({ text, marks }: Data) => [text, marks.map(({ entity }: Data) => entity.slug)])).toEqual(
      [
        ['See ', []],
        ['Delhi', ['delhi-gazette', 'delhi']],
        [' Gazette', ['delhi-gazette']],
        [' now.', []],
      ],
    );
    expect(plain).toEqual([{ text: 'See Delhi Gazette now.' }]);
    expect(marksOmitted).toBe(0);
  });
});
