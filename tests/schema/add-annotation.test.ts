import { beforeAll, describe, expect, it } from 'vitest';
import { add, added, documentId, importText, note } from '../support/annotations.ts';
import { useService } from '../support/service.ts';

const service = useService();
let speech = '';
let text = '';

beforeAll(async () => {
  speech = await documentId(service());
  text = (await service().data('{ document(by: {slug: "secret-speech"}) { revision { text } } }')).document
    .revision.text;
});

const by = (selector: object) => added(service(), note(speech, [selector]));
const wordsOf = (annotation: { anchors: { quote: { exact: string } }[] }) =>
  annotation.anchors.map((anchor) => anchor.quote.exact);

describe('addAnnotation', () => {
  it('finds words by their quote', async () => {
    const annotation = await by({ quote: { exact: 'Khrushchev Thaw', prefix: 'known as the "' } });
    const [anchor] = annotation.anchors;
    expect(anchor).toMatchObject({
      status: 'EXACT',
      score: 1,
      blocks: [{ ref: '1' }],
      madeOn: { number: 1 },
    });
    expect([...text].slice(anchor.range.start, anchor.range.end).join('')).toBe('Khrushchev Thaw');
    expect(anchor.quote).toEqual({
      exact: 'Khrushchev Thaw',
      prefix: 'he period of liberalization known as the "'.slice(-32),
      suffix: '" in the Soviet bloc and to the process of'.slice(0, 32),
    });
  });

  it('finds words by a quote with other marks and a misread letter, and keeps those of the text', async () => {
    const exact = 'hecause it was Known as “the  Congress of Vlctors”';
    const annotation = await by({ quote: { exact, suffix: ' in  the country' } });
    expect(annotation.anchors).toMatchObject([
      {
        status: 'EXACT',
        score: 1,
        quote: {
          exact: 'because it was known as "the Congress of Victors"',
          suffix: ' in the country of "victorious s',
        },
      },
    ]);
  });

  it.each(['CODE_POINT', 'UTF16', 'UTF8'])('finds words by a range in %s', async (unit) => {
    const start = text.indexOf('Kołakowski');
    const count = (part: string) =>
      unit === 'UTF8' ? Buffer.byteLength(part) : unit === 'UTF16' ? part.length : [...part].length;
    const range = {
      start: count(text.slice(0, start)),
      end: count(text.slice(0, start)) + count('Kołakowski'),
      unit,
    };
    expect(wordsOf(await by({ range }))).toEqual(['Kołakowski']);
  });

  it('finds a block, words in it, and a passage', async () => {
    expect(wordsOf(await by({ block: { ref: '5.2' } }))).toEqual([
      'The basic structure of the speech was as follows:',
    ]);
    expect(wordsOf(await by({ block: { ref: '5.2', range: { start: 4, end: 19 } } }))).toEqual([
      'basic structure',
    ]);
    expect(wordsOf(await by({ passage: 'secret-speech@1:5.2@4-19' }))).toEqual(['basic structure']);
    expect(wordsOf(await by({ passage: 'secret-speech:9.1.1' }))).toEqual(['Anti-Stalinist left']);
  });

  it('chooses between equals by what is near', async () => {
    const second = text.indexOf('Secret Speech', text.indexOf('Secret Speech') + 1);
    const annotation = await by({
      quote: { exact: 'Secret Speech', near: { start: second - 3, end: second } },
    });
    expect(annotation.anchors[0].range.start).toBe(second);
  });

  it('spans blocks, and a section with its heading', async () => {
    const across = await by({ quote: { exact: 'as follows:\n\nRepudiation of' } });
    expect(across.anchors[0].blocks).toEqual([{ ref: '5.2' }, { ref: '5.3.1' }]);
    const section = await by({ block: { ref: '9' } });
    expect(wordsOf(section)).toEqual(['See also\n\nAnti-Stalinist left']);
  });

  it('leaves out what stands between blocks at the ends of a range', async () => {
    const start = text.indexOf('\n\nThe speech produced');
    const annotation = await by({ range: { start, end: start + 12 } });
    expect(wordsOf(annotation)).toEqual(['The speech']);
  });

  it('takes discontinuous targets, in the order of the text, and none', async () => {
    const scattered = await added(
      service(),
      note(speech, [
        { block: { ref: '9.1.1' } },
        { quote: { exact: 'Tbilisi, Georgia', suffix: ', between 4-10 of March 1956. The 1956' } },
      ]),
    );
    expect(wordsOf(scattered)).toEqual(['Tbilisi, Georgia', 'Anti-Stalinist left']);
    expect((await added(service(), note(speech, []))).anchors).toEqual([]);
  });

  it('keeps all that it is given', async () => {
    const annotation = await added(service(), {
      document: speech,
      targets: [{ block: { ref: '3' } }],
      motivation: 'LINKING',
      bodies: [
        { text: { text: 'Ein *Anfang*', format: 'PLAIN', language: 'de', purpose: 'DESCRIBING' } },
        { url: 'https://example.org/a?b=c' },
      ],
      tags: [' terror ', 'terror', 'Öl'],
      visibility: 'PRIVATE',
    });
    expect(annotation).toMatchObject({
      motivation: 'LINKING',
      tags: ['terror', 'Öl'],
      visibility: 'PRIVATE',
      version: 1,
      deletedAt: null,
      creator: { name: 'Local user' },
      document: { slug: 'secret-speech' },
      bodies: [
        {
          __typename: 'TextualBody',
          text: 'Ein *Anfang*',
          format: 'PLAIN',
          language: 'de',
          purpose: 'DESCRIBING',
        },
        { __typename: 'LinkBody', url: 'https://example.org/a?b=c', purpose: null },
      ],
    });
  });
});

describe('addAnnotation refuses', () => {
  const refusal = (targets: object[], more: object = {}) => add(service(), note(speech, targets, more));

  it('words that stand in several places, and lists them', async () => {
    const result = await refusal([{ quote: { exact: 'Secret Speech' } }]);
    expect(result).toMatchObject({ __typename: 'QuoteAmbiguous', code: 'QUOTE_AMBIGUOUS' });
    expect(result.message).toMatch(
      /^The words "Secret Speech" stand in \d+ places in secret-speech@1; give a prefix/,
    );
    expect(result.candidates.length).toBeGreaterThan(2);
    expect(result.candidates[0].quote.exact).toBe('Secret Speech');
  });

  it('words that are not there, and lists what comes close', async () => {
    const result = await refusal([{ quote: { exact: 'targeted the 18th Congress for investigations' } }]);
    expect(result).toMatchObject({ __typename: 'QuoteNotFound', code: 'QUOTE_NOT_FOUND' });
    expect(result.message).toMatch(
      /^The words "targeted .+" do not stand in secret-speech@1; see the candidates/,
    );
    expect(result.candidates[0].quote.exact).toBe('targeted the 17th Congress for investigations');
    expect(result.candidates[0].score).toBeGreaterThan(0.9);
    expect(result.candidates[0].score).toBeLessThan(1);
    const close = await refusal([{ quote: { exact: 'Was  Formally known, "THE CONGRESS OF VICTORS"' } }]);
    expect(close.candidates[0].quote.exact.toLowerCase()).toContain('the congress of victors');
    const nothing = await refusal([{ quote: { exact: 'Zebras graze on Mars' } }]);
    expect(nothing).toMatchObject({ __typename: 'QuoteNotFound', candidates: [] });
  });

  it('words that stand there with other context', async () => {
    const result = await refusal([{ quote: { exact: 'Khrushchev Thaw', prefix: 'unlike the ' } }]);
    expect(result).toMatchObject({ __typename: 'QuoteNotFound' });
    expect(result.candidates.length).toBeGreaterThan(0);
  });

  it.each([
    [{ range: { start: 10, end: 5 } }, 'RANGE_REVERSED'],
    [{ range: { start: 5, end: 5 } }, 'RANGE_EMPTY'],
    [{ range: { start: 0, end: 100_000 } }, 'OFFSET_OUT_OF_RANGE'],
    [{ range: { start: -1, end: 4 } }, 'OFFSET_OUT_OF_RANGE'],
    [{ block: { ref: '9.1.1', range: { start: 0, end: 20 } } }, 'OFFSET_OUT_OF_RANGE'],
    [{ passage: 'secret-speech@1:9.1.1@5-2000' }, 'OFFSET_OUT_OF_RANGE'],
  ])('the range in %j as %s', async (selector, code) => {
    expect(await refusal([selector])).toMatchObject({ __typename: 'RangeInvalid', code });
  });

  it('a range that holds only what stands between blocks', async () => {
    const start = text.indexOf('\n\n');
    expect(await refusal([{ range: { start, end: start + 2 } }])).toMatchObject({ code: 'RANGE_EMPTY' });
  });

  it('a range that splits a surrogate pair or a character as readers see it', async () => {
    await importText(service(), 'emoji', 'Family: 👨‍👩‍👧 and flag: 🇺🇦 here.', { title: 'Emoji' });
    const emoji = await documentId(service(), 'emoji');
    const refused = (range: object) => add(service(), note(emoji, [{ range }]));
    expect(await refused({ start: 0, end: 9, unit: 'UTF16' })).toMatchObject({
      code: 'OFFSET_SPLITS_CHARACTER',
    });
    expect(await refused({ start: 0, end: 10, unit: 'UTF8' })).toMatchObject({
      code: 'OFFSET_SPLITS_CHARACTER',
    });
    const family = await refused({ start: 8, end: 10 });
    expect(family).toMatchObject({ code: 'RANGE_SPLITS_GRAPHEME' });
    expect(family.message).toMatch(/move that offset to 8 or 13/);
    expect(wordsOf(await added(service(), note(emoji, [{ range: { start: 8, end: 13 } }])))).toEqual([
      '👨‍👩‍👧',
    ]);
  });

  it.each([
    [{ quote: { exact: '' } }, /quote is empty/],
    [{ quote: { exact: ' \n ' } }, /quote is empty/],
    [{ passage: 'nonsense@@' }, /write one like secret-speech@1:5.2/],
    [{ passage: 'other-text@1:5' }, /is in the document other-text, but this is for secret-speech/],
  ])('the target %j', async (selector, message) => {
    const result = await refusal([selector]);
    expect(result).toMatchObject({ __typename: 'InputInvalid', code: 'INPUT_INVALID' });
    expect(result.message).toMatch(message);
  });

  it.each([
    [{ block: { ref: '5.99' } }, {}, /no block "5.99" in secret-speech@1/],
    [{ passage: 'secret-speech@7:5' }, {}, /no revision 7 of this document; its revisions are 1 to 1/],
    [{ block: { ref: '1' } }, { revision: 9 }, /no revision 9/],
    [{ block: { ref: '1' } }, { revision: -1 }, /no revision -1/],
  ])('the place %j that is not there', async (selector, more, message) => {
    const result = await refusal([selector], more);
    expect(result).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(result.message).toMatch(message);
  });

  it.each([
    [{ tags: Array.from({ length: 10_000 }, (_, index) => `t${index}`) }, /more than 100 tags/],
    [{ tags: ['  '] }, /A tag is empty/],
    [{ tags: ['x'.repeat(201)] }, /A tag is longer than 200/],
    [{ bodies: [{ text: { text: ' ' } }] }, /textual body is empty/],
    [{ bodies: Array(21).fill({ text: { text: 'x' } }) }, /more than 20 bodies/],
    [{ idempotencyKey: '' }, /idempotencyKey is empty/],
  ])('the input %#', async (more, message) => {
    const result = await refusal([], more);
    expect(result).toMatchObject({ __typename: 'InputInvalid' });
    expect(result.message).toMatch(message);
  });

  it('101 targets', async () => {
    expect(await refusal(Array(101).fill({ block: { ref: '1' } }))).toMatchObject({
      __typename: 'InputInvalid',
    });
  });

  it('ids of the wrong type, ids of nothing, and what is no id', async () => {
    const revision = (await service().data('{ document(by: {slug: "secret-speech"}) { revision { id } } }'))
      .document.revision.id;
    const onRevision = await add(service(), note(revision, []));
    expect(onRevision).toMatchObject({
      __typename: 'InputInvalid',
      message: '`document` has an id of type Revision; give one of type Document.',
    });
    const unknown = Buffer.from('Document:01a20c2a-3cfc-775f-9f27-0444ba67e4a9').toString('base64url');
    expect(await add(service(), note(unknown, []))).toMatchObject({ __typename: 'NotFound' });
    expect(await add(service(), note('nonsense', []))).toMatchObject({ __typename: 'InputInvalid' });
    expect(await refusal([], { replyTo: speech })).toMatchObject({ __typename: 'InputInvalid' });
  });

  it('whoever is not known', async () => {
    const result = await add(service(), note(speech, []), 'nobody');
    expect(result).toMatchObject({ __typename: 'NotAllowed', code: 'NOT_ALLOWED' });
    expect(result.message).toMatch(
      /^You may not annotate or cite here: this server takes changes only from programs and pages of the machine/,
    );
  });

  it('web addresses that are none, before anything runs', async () => {
    const { data, errors } = await service().run(
      'mutation A($input: AddAnnotationInput!) { addAnnotation(input: $input) { __typename } }',
      {
        input: { document: speech, targets: [], bodies: [{ url: 'javascript:alert(1)' }] },
      },
    );
    expect(data).toBeUndefined();
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'INPUT_INVALID' } });
    expect(errors?.[0]?.message).toMatch(/not a web address/);
  });

  it('without leaving anything behind', async () => {
    const count = () => service().data('{ annotations { totalCount } }');
    const before = await count();
    await refusal([{ block: { ref: '1' } }, { quote: { exact: 'Zebras graze on Mars' } }]);
    expect(await count()).toEqual(before);
  });
});
