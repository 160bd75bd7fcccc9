import { beforeAll, describe, expect, it } from 'vitest';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { revise } from '../support/revising.ts';
import { type Data, useService } from '../support/service.ts';

const service = useService();

const PASSAGE =
  'query P($ref: String!) { passage(ref: $ref) { urn ref text latest { urn text revision { number } } } }';
const passage = async (ref: string): Promise<Data> => (await service().data(PASSAGE, { ref })).passage;

const ofRange = async (slug: string, start: number, end: number, fields = 'urn ref text'): Promise<Data> => {
  const { data, errors } = await service().run(
    `query R($slug: String!, $range: TextRangeInput!) { document(by: {slug: $slug}) { revision { passage(range: $range) { ${fields} } } } }`,
    { slug, range: { start, end } },
  );
  return errors === undefined ? data.document.revision.passage : errors[0]?.extensions?.code;
};

describe('a reference over blocks', () => {
  const first = ['One two 𐍈 three.', 'Four five six.', 'Seven eight.', 'Nine ten.'];

  beforeAll(async () => {
    await importText(service(), 'over', first.join('\n\n'), { title: 'Over', language: 'en' });
    await importText(service(), 'over', ['New.', ...first].join('\n\n'));
    await importText(service(), 'over', ['New.', ...first.slice(0, 3), 'Nine, ten, eleven.'].join('\n\n'));
    await importText(
      service(),
      'over',
      ['New.', 'And newer.', ...first.slice(0, 3), 'Nine ten.'].join('\n\n'),
    );
  });

  it.each([
    ['over@1:1@8-3@5', '𐍈 three.\n\nFour five six.\n\nSeven', 'over@4:3@8-5@5'],
    ['over@1:2-3', 'Four five six.\n\nSeven eight.', 'over@4:4-5'],
    ['over@1:1-4', first.join('\n\n'), 'over@4:3-6'],
    ['over@1:3@0-4@4', 'Seven eight.\n\nNine', 'over@4:5@0-6@4'],
    ['over@1:2@5-9', 'five', 'over@4:4@5-9'],
  ])('%s means the very words after three revisions, and tells where they stand', async (ref, text, urn) => {
    const found = await passage(ref);
    expect(found).toMatchObject({ text, latest: { urn, text, revision: { number: 4 } } });
    expect((await passage(urn)).text).toBe(text);
  });

  it('is null in `latest` where the words do not stand there', async () => {
    await importText(service(), 'torn', 'One two.\n\nThree four.', { title: 'Torn', language: 'en' });
    await importText(service(), 'torn', 'One two.\n\nBetween.\n\nThree four.');
    expect(await passage('torn@1:1@4-2@5')).toMatchObject({ text: 'two.\n\nThree', latest: null });
  });

  it('is written in its shortest form', async () => {
    expect(await passage('over@1:1@0-4@9')).toMatchObject({ urn: 'over@1', ref: null });
    expect(await passage('over@1:2@0-3@12')).toMatchObject({ urn: 'over@1:2-3', ref: null });
    expect(await passage('over@1:2@0-14')).toMatchObject({ urn: 'over@1:2', ref: '2' });
    expect(await passage('over@1:2@3-2@7')).toMatchObject({ urn: 'over@1:2@3-7', ref: '2' });
    expect(await passage('over:2-3')).toMatchObject({ urn: 'over@4:2-3' });
    expect(await passage('secret-speech@1:5@0-60')).toMatchObject({
      urn: 'secret-speech@1:5@0-60',
      ref: '5',
    });
  });

  it('is null where there is no such place', async () => {
    const refs = ['nothing@1:1-2', 'over@9:1-2', 'over@1:1-9', 'over@1:1@0-9@1', 'over@1:9@0-10@1'];
    const { passages } = await service().data(
      'query P($refs: [String!]!) { passages(refs: $refs) { urn } }',
      { refs },
    );
    expect(passages).toEqual(refs.map(() => null));
  });

  it.each([
    [
      'over@1:1@0-2@99',
      'OFFSET_OUT_OF_RANGE',
      /^In block 2: Offset 99 is not in the text, which has 14 code points/,
    ],
    ['secret-speech@1:5@60-5.1@2', 'RANGE_REVERSED', /swap the two ends/],
    ['over@1:2@14-3@0', 'REFERENCE_MALFORMED', /wrong form/],
    ['over@1:3-2', 'REFERENCE_MALFORMED', /blocks in the wrong order; write one like/],
    ['over@1:1@3-2', 'REFERENCE_MALFORMED', /the first less than the second/],
    ['over@1:1@3-2.1', 'REFERENCE_MALFORMED', /an offset at one of its ends only/],
    ['over:1@0-2@3', 'REFERENCE_MALFORMED', /offsets without a revision/],
  ])('%s is refused as %s', async (ref, code, message) => {
    const { errors, data } = await service().run(PASSAGE, { ref });
    expect(data).toEqual({ passage: null });
    expect(errors?.[0]?.extensions?.code).toBe(code);
    expect(errors?.[0]?.message).toMatch(message);
  });

  it('is a target of annotations, and their anchors tell their passage', async () => {
    const document = await documentId(service(), 'over');
    const { id, anchors } = await added(
      service(),
      note(document, [{ passage: 'over@1:2@5-3@5' }, { passage: 'over@1:1-2' }]),
    );
    expect(anchors.map(({ quote }: Data) => quote.exact)).toEqual([
      'One two 𐍈 three.\n\nFour five six.',
      'five six.\n\nSeven',
    ]);
    const { node } = await service().data(
      'query A($id: ID!) { node(id: $id) { ... on Annotation { anchors { passage { urn text permalink } } } } }',
      { id },
    );
    expect(node.anchors.map((anchor: Data) => anchor.passage)).toEqual([
      {
        urn: 'over@4:3-4',
        text: 'One two 𐍈 three.\n\nFour five six.',
        permalink: 'http://localhost/passages/over@4:3-4',
      },
      {
        urn: 'over@4:4@5-5@5',
        text: 'five six.\n\nSeven',
        permalink: 'http://localhost/passages/over@4:4@5-5@5',
      },
    ]);
  });

  it('is none for an anchor whose words are gone', async () => {
    await importText(service(), 'gone', 'Here now.\n\nStays.', { title: 'Gone', language: 'en' });
    const document = await documentId(service(), 'gone');
    const { id } = await added(service(), note(document, [{ passage: 'gone@1:1' }]));
    await revise(service(), { document, baseRevision: 1, text: 'Stays.' });
    const { node } = await service().data(
      'query A($id: ID!) { node(id: $id) { ... on Annotation { anchors { status passage { urn } } } } }',
      { id },
    );
    expect(node.anchors).toEqual([{ status: 'ORPHANED', passage: null }]);
  });
});

describe('the passage of a range', () => {
  it('is what a selection is cited as, without white space between blocks', async () => {
    await importText(service(), 'ranged', 'One two.\n\nThree é𐍈 four.', { title: 'Ranged' });
    expect(await ofRange('ranged', 4, 7)).toEqual({ urn: 'ranged@1:1@4-7', ref: '1', text: 'two' });
    expect(await ofRange('ranged', 4, 15)).toEqual({
      urn: 'ranged@1:1@4-2@5',
      ref: null,
      text: 'two.\n\nThree',
    });
    expect(await ofRange('ranged', 4, 9)).toEqual({ urn: 'ranged@1:1@4-8', ref: '1', text: 'two.' });
    expect(await ofRange('ranged', 9, 24)).toEqual({ urn: 'ranged@1:2', ref: '2', text: 'Three é𐍈 four.' });
    expect(await ofRange('ranged', 0, 24)).toEqual({
      urn: 'ranged@1',
      ref: null,
      text: 'One two.\n\nThree é𐍈 four.',
    });
  });

  it.each([
    [8, 10, 'RANGE_EMPTY'],
    [4, 4, 'RANGE_EMPTY'],
    [7, 4, 'RANGE_REVERSED'],
    [4, 99, 'OFFSET_OUT_OF_RANGE'],
  ])('from %i to %i is refused as %s', async (start, end, code) => {
    expect(await ofRange('ranged', start, end)).toBe(code);
  });
});

describe('how to cite a passage', () => {
  const cite = async (args: string, ref = 'secret-speech@1:5.2@4-19'): Promise<string> =>
    (await service().data(`query C($ref: String!) { passage(ref: $ref) { citeAs${args} } }`, { ref })).passage
      .citeAs;

  it('is a reference in a style', async () => {
    const apa = await cite('');
    expect(apa).toMatch(
      /^Wikipedia contributors\. \(\d{4}, \w+ \d+\)\. On the Cult of Personality and Its Consequences\b.* http:\/\/localhost\/passages\/secret-speech@1:5\.2@4-19$/,
    );
    expect(await cite('(format: HTML)')).toContain('<i>On the Cult of Personality and Its Consequences</i>');
    expect(await cite('(style: "mla")')).not.toBe(apa);
    expect(await cite('(style: "mla", locale: "de-DE")')).toContain('Wikipedia contributors');
  });

  it('is a record for reference managers', async () => {
    const [item] = [JSON.parse(await cite('(format: CSL_JSON)'))].flat();
    const year = new Date().getUTCFullYear();
    expect(item).toMatchObject({
      id: 'secret-speech-1-5.2-4-19',
      type: 'webpage',
      title: 'On the Cult of Personality and Its Consequences',
      author: [{ literal: 'Wikipedia contributors' }],
      version: '1',
      language: 'en',
      URL: 'http://localhost/passages/secret-speech@1:5.2@4-19',
      issued: { 'date-parts': [[year, expect.any(Number), expect.any(Number)]] },
    });
    expect(await cite('(format: BIBTEX)')).toContain('{secret-speech-1-5.2-4-19,');
    expect(await cite('(format: RIS)')).toMatch(/^TY {2}- ELEC\r?\n/);
  });

  it.each([
    ['(style: "no-such-style")', /There is no citation style "no-such-style"; choose one of apa, .*ieee/],
    ['(locale: "tlh")', /tlh/],
  ])('%s is refused, and told which there are', async (args, message) => {
    const { errors } = await service().run(`{ passage(ref: "secret-speech@1:1") { citeAs${args} } }`);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions?.code).toBe('INPUT_INVALID');
  });

  it('leads to the words in the page that they were taken from', async () => {
    const { cited, none } = await service().data(
      '{ cited: passage(ref: "secret-speech@1:5.2@4-19") { sourceUrl } none: passage(ref: "ranged@1:1") { sourceUrl } }',
    );
    expect(cited.sourceUrl).toBe(
      'https://en.wikipedia.org/wiki/On_the_Cult_of_Personality_and_Its_Consequences#:~:text=The-,basic%20structure,-of%20the%20speech',
    );
    expect(none.sourceUrl).toBeNull();
  });

  it('costs more than other fields', async () => {
    const many = (fields: string) =>
      `{ documents(first: 100) { edges { node { revisions(first: 100) { edges { node { passage(range: {start: 0, end: 1}) { ${fields} } } } } } } } }`;
    const codes = async (fields: string) =>
      (await service().run(many(fields))).errors?.map(({ extensions }) => extensions.code) ?? [];
    expect(await codes('urn permalink')).toEqual([]);
    expect(await codes('citeAs mla: citeAs(style: "mla")')).toEqual(['QUERY_TOO_COSTLY']);
  });
});
