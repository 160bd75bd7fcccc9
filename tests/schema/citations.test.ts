import { beforeAll, describe, expect, it } from 'vitest';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { revise } from '../support/revising.ts';
import { type Data, useService } from '../support/service.ts';
import {
  addedCitation,
  changeCitation,
  changeSource,
  citationBy,
  citationHistory,
  citationsIn,
  citationsOf,
  savedSource,
  saveSource,
} from '../support/sources.ts';

const service = useService({ sample: false });

let getty: Data;
let kolakowski: Data;

beforeAll(async () => {
  await service().addPrincipal('annotator');
  await service().addPrincipal('another');
  getty = await savedSource(service(), {
    type: 'DOCUMENT',
    creators: [{ family: 'Getty', given: 'J. Arch' }],
    issued: '1985',
  });
  kolakowski = await savedSource(service(), {
    type: 'BOOK',
    creators: [{ family: 'Kołakowski', given: 'Leszek' }],
    issued: '1978',
  });
});

let documents = 0;

async function publish(...paragraphs: string[]): Promise<{ slug: string; id: string }> {
  documents += 1;
  const slug = `citing-${documents}`;
  await importText(service(), slug, paragraphs.join('\n\n'), {
    title: `Citing ${documents}`,
    language: 'en',
  });
  return { slug, id: await documentId(service(), slug) };
}

async function republish(document: string, baseRevision: number, ...paragraphs: string[]): Promise<Data> {
  const result = await revise(service(), { document, baseRevision, text: paragraphs.join('\n\n') });
  expect(result.outcome).toBe('REVISED');
  return result;
}

const quote = (exact: string, more: object = {}) => ({ quote: { exact, ...more } });

describe('a citation', () => {
  it('says which words cite, which are quoted, and where in the source', async () => {
    const { slug, id } = await publish(
      'It was late. J. Arch Getty wrote that "it was not a plan" in 1985. Then rain.',
    );
    const citation = await addedCitation(service(), {
      document: id,
      source: getty.id,
      target: quote('J. Arch Getty'),
      quoted: quote('it was not a plan'),
      locator: '12–15',
    });
    expect(citation).toMatchObject({
      version: 1,
      locator: '12–15',
      locatorLabel: 'PAGE',
      source: { key: 'getty1985' },
      document: { slug },
      anchor: { status: 'EXACT', range: { start: 13, end: 26 }, blocks: [{ ref: '1' }] },
      quoted: { status: 'EXACT', quote: { exact: 'it was not a plan' } },
      context: { prefix: '', exact: 'J. Arch Getty', suffix: ' wrote that "it was not a plan" in 1985.' },
    });
    expect(await citationsIn(service(), slug)).toEqual([citation]);
    expect(await citationBy(service(), citation.id)).toEqual(citation);
  });

  it('may share its place with others, and its source', async () => {
    const { slug, id } = await publish('As both say (Getty 1985; Kolakowski 1978).', 'As said (Getty 1985).');
    const both = quote('(Getty 1985; Kolakowski 1978)');
    await addedCitation(service(), { document: id, source: kolakowski.id, target: both });
    await addedCitation(service(), { document: id, source: getty.id, target: both });
    await addedCitation(service(), { document: id, source: getty.id, target: quote('(Getty 1985)') });
    expect((await citationsIn(service(), slug)).map(({ source }) => source.key)).toEqual([
      'kolakowski1978',
      'getty1985',
      'getty1985',
    ]);
    expect(await citationsIn(service(), slug, { source: getty.id })).toHaveLength(2);
    const places = await citationsOf(service(), 'getty1985', { document: id });
    expect(places.map(({ anchor }) => anchor.blocks[0].ref)).toEqual(['1', '2']);
  });

  it('is added once for one key, however often it is asked for', async () => {
    const { slug, id } = await publish('Getty says so.');
    const input = { document: id, source: getty.id, target: quote('Getty'), idempotencyKey: 'once' };
    const first = await addedCitation(service(), input);
    expect(await addedCitation(service(), input)).toEqual(first);
    expect(await citationsIn(service(), slug)).toHaveLength(1);
    const other = await changeCitation(service(), 'addCitation', { ...input, source: kolakowski.id });
    expect(other.__typename).toBe('InputInvalid');
  });

  it.each([
    ['a locator of 10,000 characters', { locator: 'x'.repeat(10_000) }, 'InputInvalid'],
    ['a label without a locator', { locatorLabel: 'PAGE' }, 'InputInvalid'],
    ['a locator that does not show', { locator: '\u200b' }, 'InputInvalid'],
    ['a locator that turns the text around', { locator: '\u202e12' }, 'InputInvalid'],
    ['words that are not there', { target: quote('Nobody at all') }, 'QuoteNotFound'],
    ['quoted words that are not there', { quoted: quote('Nothing of the kind') }, 'QuoteNotFound'],
    ['a reversed range', { target: { range: { start: 5, end: 2 } } }, 'RangeInvalid'],
    ['a revision that does not exist', { revision: 7 }, 'NotFound'],
    ['a reference with a revision that does not exist', { target: { passage: 'citing-4@9:1' } }, 'NotFound'],
  ])('is refused with %s, and nothing is written', async (_name, fault, problem) => {
    const { slug, id } = await publish('Getty says so.');
    const input = { document: id, source: getty.id, target: quote('Getty'), ...fault };
    if ('target' in fault && 'passage' in fault.target) input.target = { passage: `${slug}@9:1` } as never;
    const result = await changeCitation(service(), 'addCitation', input);
    expect(result.__typename).toBe(problem);
    expect(result.message.length).toBeLessThan(400);
    expect(await citationsIn(service(), slug)).toEqual([]);
  });
});

describe('changing a citation', () => {
  it('is for its creator and editors, on the version that they saw', async () => {
    const { id } = await publish('Getty says so, and Kolakowski too.');
    const target = quote('Getty');
    const citation = await addedCitation(service(), { document: id, source: getty.id, target }, 'annotator');
    const edit = (input: object, as?: string) =>
      changeCitation(service(), 'editCitation', { citation: citation.id, ...input }, as);
    expect(await edit({ version: 1, locator: '3' }, 'another')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await edit({ version: 1, locator: '3' }, 'annotator')).toMatchObject({
      citation: { version: 2, locator: '3', locatorLabel: 'PAGE' },
    });
    expect(await edit({ version: 1, locator: '4' })).toMatchObject({
      __typename: 'CitationConflict',
      current: { version: 2 },
    });
    expect(await edit({ version: 2, locator: null })).toMatchObject({
      citation: { version: 3, locator: null, locatorLabel: null },
    });
    expect((await edit({ version: 3 })).citation.version).toBe(3);
    const moved = await edit({
      version: 3,
      source: kolakowski.id,
      target: quote('Kolakowski'),
      quoted: target,
    });
    expect(moved.citation).toMatchObject({
      version: 4,
      source: { key: 'kolakowski1978' },
      anchor: { quote: { exact: 'Kolakowski' } },
      quoted: { quote: { exact: 'Getty' } },
    });
    const unquoted = await edit({ version: 4, quoted: null });
    expect(unquoted.citation).toMatchObject({ version: 5, quoted: null });
    expect(
      (await citationHistory(service(), citation.id)).map(({ kind, version }) => [kind, version]),
    ).toEqual([
      ['CITATION_ADDED', 1],
      ['CITATION_EDITED', 2],
      ['CITATION_EDITED', 3],
      ['CITATION_EDITED', 4],
      ['CITATION_EDITED', 5],
    ]);
  });

  it('deletes and restores', async () => {
    const { slug, id } = await publish('Getty says so.');
    const citation = await addedCitation(service(), {
      document: id,
      source: getty.id,
      target: quote('Getty'),
    });
    const deleted = await changeCitation(service(), 'deleteCitation', { citation: citation.id });
    expect(deleted.citation.deletedAt).not.toBeNull();
    expect(await citationsIn(service(), slug)).toEqual([]);
    expect(await citationBy(service(), citation.id, 'another')).toBeNull();
    expect(await citationBy(service(), citation.id)).toMatchObject({ version: 2 });
    const restored = await changeCitation(service(), 'restoreCitation', {
      citation: citation.id,
      version: 2,
    });
    expect(restored.citation).toMatchObject({ deletedAt: null, version: 3 });
    expect(await citationsIn(service(), slug)).toHaveLength(1);
  });
});

describe('a source that is cited', () => {
  it('cannot be deleted, and the refusal counts what cites it', async () => {
    const source = await savedSource(service(), { type: 'BOOK', key: 'cited-much', title: 'Cited' });
    const { id } = await publish('Cited here, and cited there.');
    const one = await addedCitation(service(), {
      document: id,
      source: source.id,
      target: quote('Cited here'),
    });
    await addedCitation(service(), { document: id, source: source.id, target: quote('cited there') });
    await added(service(), note(id, [], { bodies: [{ source: { source: source.id } }] }));
    const refused = await changeSource(service(), 'deleteSource', { source: source.id });
    expect(refused).toMatchObject({ __typename: 'SourceCited', code: 'SOURCE_CITED', citations: 3 });
    expect(refused.message).toContain('3');
    await changeCitation(service(), 'deleteCitation', { citation: one.id });
    expect(await changeSource(service(), 'deleteSource', { source: source.id })).toMatchObject({
      citations: 2,
    });
  });

  it('is cited as what it was merged into', async () => {
    const twin = await savedSource(service(), { type: 'BOOK', key: 'twin', title: 'Twin' });
    const whole = await savedSource(service(), { type: 'BOOK', key: 'whole', title: 'Whole' });
    const { slug, id } = await publish('Twin is cited here.');
    await addedCitation(service(), { document: id, source: twin.id, target: quote('Twin') });
    await changeSource(service(), 'mergeSources', { source: twin.id, into: whole.id });
    expect((await citationsIn(service(), slug))[0]?.source.key).toBe('whole');
    expect(await citationsOf(service(), 'whole')).toHaveLength(1);
    expect(await changeSource(service(), 'deleteSource', { source: whole.id })).toMatchObject({
      citations: 1,
    });
    const { documents: citing } = await service().data(
      'query Citing($cites: ID!) { documents(filter: { cites: $cites }) { totalCount edges { node { slug } } } }',
      { cites: twin.id },
    );
    expect(citing).toEqual({ totalCount: 1, edges: [{ node: { slug } }] });
    await changeSource(service(), 'undoSourceMerge', { source: twin.id });
    expect((await citationsIn(service(), slug))[0]?.source.key).toBe('twin');
  });
});

describe('when the text is edited', () => {
  it('citations are carried, orphaned where their words are gone, and brought back', async () => {
    const paragraphs = ['First words.', 'J. Arch Getty wrote that it was not a plan at all.', 'Last words.'];
    const { slug, id } = await publish(...paragraphs);
    await addedCitation(service(), {
      document: id,
      source: getty.id,
      target: quote('J. Arch Getty'),
      quoted: quote('it was not a plan at all'),
    });
    await republish(id, 1, 'New words before.', ...paragraphs);
    expect((await citationsIn(service(), slug))[0]).toMatchObject({
      anchor: { status: 'EXACT', range: { start: 33, end: 46 } },
      quoted: { status: 'EXACT' },
    });
    const { reviseDocument: dry } = await service().data(
      `mutation Dry($input: ReviseDocumentInput!) { reviseDocument(input: $input) { ... on ReviseDocumentPayload {
        anchors { exact citations { exact moved edited ambiguous orphaned } } } } }`,
      {
        input: {
          document: id,
          baseRevision: 2,
          text: ['First words.', 'J. Arch Getty wrote much.', 'Last words.'].join('\n\n'),
          dryRun: true,
        },
      },
    );
    expect(dry.anchors.citations).toMatchObject({ exact: 1, orphaned: 1 });
    await republish(id, 2, 'First words.', 'J. Arch Getty wrote much.', 'Last words.');
    expect(await citationsIn(service(), slug, { status: ['ORPHANED'] })).toHaveLength(1);
    const [lost] = await citationsIn(service(), slug);
    expect(lost).toMatchObject({ anchor: { status: 'EXACT' }, quoted: { status: 'ORPHANED', range: null } });
    await republish(id, 3, 'First words.', 'Last words.');
    const [gone] = await citationsIn(service(), slug);
    expect(gone).toMatchObject({ anchor: { status: 'ORPHANED', range: null } });
    expect(await citationsIn(service(), slug, { status: ['ORPHANED'] })).toHaveLength(1);
    await republish(id, 4, ...paragraphs);
    const [back] = await citationsIn(service(), slug);
    expect(back).toMatchObject({ anchor: { status: 'EXACT' }, quoted: { status: 'EXACT' } });
    const history = await citationHistory(service(), back.id);
    expect(history.map(({ kind, revision }) => [kind, revision?.number ?? null])).toEqual([
      ['CITATION_ADDED', null],
      ['ANCHORS_CARRIED', 3],
      ['ANCHORS_CARRIED', 4],
      ['ANCHORS_CARRIED', 5],
    ]);
    const { document } = await service().data(
      `query Old($slug: String!) { document(by: { slug: $slug }) { revision(number: 1) { blocks(first: 10) { edges { node {
        citations(first: 5) { totalCount edges { node { anchor { range { start } } } } } } } } } } }`,
      { slug },
    );
    expect(document.revision.blocks.edges.map(({ node }: Data) => node.citations.totalCount)).toEqual([
      0, 1, 0,
    ]);
  });

  it('a replaced place stays where it was in earlier revisions', async () => {
    const { slug, id } = await publish('Getty says so.');
    const { id: citation } = await addedCitation(service(), {
      document: id,
      source: getty.id,
      target: quote('Getty'),
    });
    await republish(id, 1, 'Nobody says so.', 'But J. Arch did.');
    await changeCitation(service(), 'editCitation', { citation, version: 1, target: quote('J. Arch') });
    expect((await citationsIn(service(), slug))[0]).toMatchObject({
      anchor: { status: 'EXACT', quote: { exact: 'J. Arch' }, madeOn: { number: 2 } },
    });
    const { passage } = await service().data(
      `query Then($ref: String!) { passage(ref: $ref) { blocks { citations(first: 5) { edges { node { anchor { quote { exact } } } } } } } }`,
      { ref: `${slug}@1:1` },
    );
    expect(passage.blocks[0].citations.edges[0].node.anchor.quote.exact).toBe('Getty');
  });
});

describe('looking up by words', () => {
  it('answers what is cited within a range, by citing words or quoted ones', async () => {
    const { slug, id } = await publish('One Getty two. "Not a plan" he wrote.', 'Three Kolakowski four.');
    await addedCitation(service(), {
      document: id,
      source: getty.id,
      target: quote('Getty'),
      quoted: quote('Not a plan'),
    });
    await addedCitation(service(), { document: id, source: kolakowski.id, target: quote('Kolakowski') });
    const keys = async (start: number, end: number): Promise<string[]> =>
      (await citationsIn(service(), slug, { overlaps: { start, end } })).map(({ source }) => source.key);
    expect(await keys(0, 5)).toEqual(['getty1985']);
    expect(await keys(16, 20)).toEqual(['getty1985']);
    expect(await keys(0, 3)).toEqual([]);
    expect(await keys(0, 60)).toEqual(['getty1985', 'kolakowski1978']);
  });

  it('draws citations among the runs of a block', async () => {
    const { slug, id } = await publish('Getty wrote "so it was".');
    await addedCitation(service(), {
      document: id,
      source: getty.id,
      target: quote('Getty'),
      quoted: quote('so it was'),
    });
    const { document } = await service().data(
      `query Runs($slug: String!) { document(by: { slug: $slug }) { revision { block(ref: "1") {
        runs(kinds: [CITATION]) { text quotedFrom { source { key } } marks { __typename ... on Citation { source { key } quoted { quote { exact } } } } }
        marksOmitted } } } }`,
      { slug },
    );
    const mark = {
      __typename: 'Citation',
      source: { key: 'getty1985' },
      quoted: { quote: { exact: 'so it was' } },
    };
    expect(document.revision.block.runs).toEqual([
      { text: 'Getty', marks: [mark], quotedFrom: [] },
      { text: ' wrote "', marks: [], quotedFrom: [] },
      { text: 'so it was', marks: [mark], quotedFrom: [{ source: { key: 'getty1985' } }] },
      { text: '".', marks: [], quotedFrom: [] },
    ]);
    expect(document.revision.block.marksOmitted).toBe(0);
  });
});

describe('a bibliography', () => {
  it('has each source once, as the style wants them', async () => {
    const { slug, id } = await publish('Kolakowski, then Getty, then Kolakowski again, then Getty again.');
    const cite = (source: string, exact: string, more: object = {}) =>
      addedCitation(service(), { document: id, source, target: quote(exact, more) });
    await cite(kolakowski.id, 'Kolakowski', { suffix: ', then' });
    await cite(getty.id, 'Getty', { suffix: ', then' });
    await cite(kolakowski.id, 'Kolakowski again');
    const read = async (style: string, format = 'TEXT'): Promise<Data> =>
      (
        await service().data(
          `query B($slug: String!, $style: String!, $format: CitationFormat!) { document(by: { slug: $slug }) {
            bibliography(style: $style, format: $format) { text omitted entries { label text source { key } } } } }`,
          { slug, style, format },
        )
      ).document.bibliography;
    const apa = await read('apa');
    expect(apa.entries.map(({ source }: Data) => source.key)).toEqual(['getty1985', 'kolakowski1978']);
    expect(apa.text.split('\n')).toHaveLength(2);
    expect(apa).toMatchObject({ omitted: 0 });
    expect(apa.text).toContain('Getty, J. A. (1985).');
    const ieee = await read('ieee');
    expect(ieee.entries.map(({ source, label }: Data) => [label, source.key])).toEqual([
      ['[1]', 'kolakowski1978'],
      ['[2]', 'getty1985'],
    ]);
    const bibtex = await read('apa', 'BIBTEX');
    expect(bibtex.text).toContain('{getty1985,');
    expect(bibtex.text).toContain('{kolakowski1978,');
    expect((await read('mla', 'HTML')).text).toMatch(/^<p>.*<\/p>\n<p>.*<\/p>$/);
  });
});

describe('a formatted citation', () => {
  it('agrees with the bibliography of its document in numbers and letters', async () => {
    const twin = await savedSource(service(), {
      type: 'BOOK',
      key: 'getty1985origins',
      title: 'Origins of the Great Purges',
      creators: [{ family: 'Getty', given: 'J. Arch' }],
      issued: '1985',
    });
    const { slug, id } = await publish('First Kolakowski, then Getty, then Getty once more.');
    const cite = (source: string, exact: string) =>
      addedCitation(service(), { document: id, source, target: quote(exact) });
    await cite(kolakowski.id, 'First Kolakowski');
    await cite(getty.id, 'then Getty, ');
    await cite(twin.id, 'Getty once more');
    const { document } = await service().data(
      `query F($slug: String!) { document(by: { slug: $slug }) {
        apa: bibliography { text }
        citations(first: 10) { edges { node { formatted ieee: formatted(style: "ieee") vancouver: formatted(style: "vancouver") } } } } }`,
      { slug },
    );
    const cites = document.citations.edges.map(({ node }: Data) => node);
    expect(cites.map(({ ieee }: Data) => ieee)).toEqual(['[1]', '[2]', '[3]']);
    expect(cites.map(({ vancouver }: Data) => vancouver)).toEqual(['(1)', '(2)', '(3)']);
    expect(document.apa.text).toContain('Getty, J. A. (1985a). Origins');
    expect(document.apa.text).toContain('Getty, J. A. (1985b).\n');
    expect(cites.map(({ formatted }: Data) => formatted)).toEqual([
      '(Kołakowski, 1978)',
      '(Getty, 1985b)',
      '(Getty, 1985a)',
    ]);
  });
});

describe('an annotation whose body is a source', () => {
  it('names it with a locator, and is found by it', async () => {
    const source = await savedSource(service(), { type: 'BOOK', key: 'in-a-body', title: 'In a body' });
    const { id } = await publish('Words to annotate.');
    const { id: annotation } = await added(
      service(),
      note(id, [quote('Words')], {
        motivation: 'LINKING',
        bodies: [{ source: { source: source.id, locator: '5', locatorLabel: 'CHAPTER' } }],
      }),
    );
    const { annotations, node } = await service().data(
      `query Of($source: ID!, $annotation: ID!) {
        annotations(filter: { source: $source }) { totalCount edges { node { id } } }
        node(id: $annotation) { ... on Annotation { bodies { ... on SourceBody { locator locatorLabel purpose source { key } } }
          history(first: 5) { edges { node { state { bodies { ... on SourceBody { locator source { key } } } } } } } } } }`,
      { source: source.id, annotation },
    );
    expect(annotations).toEqual({ totalCount: 1, edges: [{ node: { id: annotation } }] });
    expect(node.bodies).toEqual([
      { locator: '5', locatorLabel: 'CHAPTER', purpose: null, source: { key: 'in-a-body' } },
    ]);
    expect(node.history.edges[0].node.state.bodies).toEqual([{ locator: '5', source: { key: 'in-a-body' } }]);
    const unknown = await service().data(
      `mutation M($input: AddAnnotationInput!) { addAnnotation(input: $input) { __typename ... on Error { message } } }`,
      {
        input: note(id, [], {
          bodies: [
            {
              source: {
                source: Buffer.from('Source:01a20c2a-3cfc-775f-9f27-0444ba67e4a9').toString('base64url'),
              },
            },
          ],
        }),
      },
    );
    expect(unknown.addAnnotation.__typename).toBe('NotFound');
  });
});

describe('saving a source that is cited', () => {
  it('shows in its citations at once', async () => {
    const source = await savedSource(service(), { type: 'BOOK', key: 'renamed', title: 'Before' });
    const { slug, id } = await publish('Cited once.');
    await addedCitation(service(), { document: id, source: source.id, target: quote('Cited'), locator: '9' });
    await saveSource(service(), { source: source.id, version: 1, title: 'After', issued: '2001' });
    const { document } = await service().data(
      `query F($slug: String!) { document(by: { slug: $slug }) { citations(first: 1) { edges { node {
        formatted note: formatted(style: "chicago-notes") } } } } }`,
      { slug },
    );
    const { node } = document.citations.edges[0];
    expect(node.formatted).toBe('(After, 2001, p. 9)');
    expect(node.note).toContain('After');
  });
});

describe('a source that was deleted', () => {
  it('is still named by what was deleted before, which cannot be restored then', async () => {
    const source = await savedSource(service(), { type: 'BOOK', key: 'named', title: 'Named' });
    const { id } = await publish('Cited and annotated.');
    const citation = await addedCitation(service(), {
      document: id,
      source: source.id,
      target: quote('Cited'),
    });
    const annotation = await added(service(), note(id, [], { bodies: [{ source: { source: source.id } }] }));
    await changeCitation(service(), 'deleteCitation', { citation: citation.id });
    await service().data('mutation D($id: ID!) { deleteAnnotation(input: { id: $id }) { __typename } }', {
      id: annotation.id,
    });
    expect((await changeSource(service(), 'deleteSource', { source: source.id })).__typename).toBe(
      'DeleteSourcePayload',
    );
    const { a, c } = await service().data(
      `query Named($a: ID!, $c: ID!) {
        a: node(id: $a) { ... on Annotation { bodies { ... on SourceBody { source { key deletedAt } } } } }
        c: node(id: $c) { ... on Citation { formatted source { key deletedAt } history(first: 1) { edges { node { state { source { key } } } } } } } }`,
      { a: annotation.id, c: citation.id },
    );
    expect(a.bodies[0].source).toMatchObject({ key: 'named', deletedAt: expect.any(String) });
    expect(c).toMatchObject({
      formatted: '(Named, n.d.)',
      source: { key: 'named' },
      history: { edges: [{ node: { state: { source: { key: 'named' } } } }] },
    });
    const restored = await changeCitation(service(), 'restoreCitation', { citation: citation.id });
    expect(restored.message).toContain('deleted');
    const { restoreAnnotation } = await service().data(
      'mutation R($id: ID!) { restoreAnnotation(input: { id: $id }) { __typename } }',
      { id: annotation.id },
    );
    expect(restoreAnnotation.__typename).toBe('InputInvalid');
  });

  it('is not deleted where a private annotation names it, and says no number of what is not seen', async () => {
    await service().addPrincipal('editor', new Set(['READER', 'ANNOTATOR', 'EDITOR']));
    const source = await savedSource(service(), { type: 'BOOK', key: 'in-private', title: 'In private' });
    const { id } = await publish('Annotated in private.');
    const bodies = [{ source: { source: source.id } }];
    await added(service(), note(id, [], { bodies, visibility: 'PRIVATE' }), 'annotator');
    const refused = await changeSource(service(), 'deleteSource', { source: source.id }, 'editor');
    expect(refused).toMatchObject({ __typename: 'SourceCited', citations: 0 });
    expect(refused.message).toContain('merge it');
  });
});

describe('the citations of a passage', () => {
  it('are those that its words touch', async () => {
    const { slug, id } = await publish('Getty says so. Kolakowski says otherwise.');
    await addedCitation(service(), { document: id, source: getty.id, target: quote('Getty') });
    await addedCitation(service(), { document: id, source: kolakowski.id, target: quote('Kolakowski') });
    const { passage } = await service().data(
      `query P($ref: String!) { passage(ref: $ref) { citations(first: 5) { totalCount edges { node { source { key } } } } } }`,
      { ref: `${slug}@1:1@16-30` },
    );
    expect(passage.citations).toEqual({
      totalCount: 1,
      edges: [{ node: { source: { key: 'kolakowski1978' } } }],
    });
    const page = await service().fetch(`/passages/${slug}@1:1@16-30`, { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect(html).toContain('What it cites');
    expect(html).toContain('Kołakowski, L. (1978).');
    expect(html).not.toContain('Getty, J. A.');
    const json = await service().fetch(`/passages/${slug}@1:1`, { headers: { accept: 'application/json' } });
    expect((await json.json()).cites.map(({ key }: Data) => key)).toEqual(['getty1985', 'kolakowski1978']);
  });
});
