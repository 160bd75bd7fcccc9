import { added, documentId, importText, note } from './annotations.ts';
import { addMention, mentionsIn, review, savedEntity } from './mentions.ts';
import { reanchor } from './revising.ts';
import type { Data, Service } from './service.ts';
import { addedCitation, changeCitation, changeSource, savedSource } from './sources.ts';

/** Everything that a store holds, as GraphQL shows it to one who asks. */
const EVERYTHING = [
  `query Sources {
    sources(first: 100) { totalCount edges { cursor node { id key type title issued doi isbn version creators { role family given literal }
      formatted bibtex: formatted(format: BIBTEX) duplicates { why source { key } }
      history(first: 5) { edges { node { kind subject { key } into { key } state { title } } } }
      citations(first: 5) { totalCount edges { node { id locator anchor { status range { start } } quoted { range { end } } } } }
      annotations(first: 5) { totalCount }
    } } }
    found: sources(match: "Tegtmayer, 1899") { edges { score node { key } } }
    documents(first: 5) { edges { node { bibliography(style: "ieee") { text }
      citations(first: 100) { totalCount edges { node { id version source { key } context { exact }
        history(first: 5) { edges { node { kind version agent { name } state { locator } anchors { from { status } to { status } } } } } } } } } } }
  }`,
  `query Entities {
    entities(first: 100) { totalCount edges { cursor node { id slug kind name description version createdAt
      names { text kind language } authorities { scheme value } dates { start end }
      history(first: 5) { edges { node { id kind } } }
      mentions(first: 3) { totalCount edges { cursor node { id surface context { prefix suffix } } } }
      annotations(first: 2) { totalCount edges { node { id } } }
      relatedEntities(first: 2) { edges { node { count entity { slug } } } }
    } } }
    documents(first: 5) { edges { node {
      entities(first: 5) { totalCount edges { node { count confirmed entity { slug } } } }
      mentions(first: 100, status: [SUGGESTED, CONFIRMED, REJECTED]) { totalCount edges { node {
        id status confidence origin createdAt updatedAt entity { slug }
        anchor { status score range { start end } madeOn { number } } nestedIn { id } } } }
    } } }
  }`,
  `query Texts {
    viewer { agent { id name kind } }
    documents(first: 5) { totalCount edges { cursor node { id slug title language direction
      rights { licence attribution sourceUrl }
      revisions(first: 5) { edges { node { id number note checksum text createdAt
        changesSince(number: 1) { kind before { id } after { id } }
        blocks(first: 100) { edges { node { id ref kind depth range { start end } runs { text marks { ... on Annotation { id } } } } } }
      } } }
    } } }
  }`,
  `query Annotations {
    documents(first: 5) { edges { node {
      annotations(first: 10, filter: { includeDeleted: true }) { totalCount edges { cursor node { ...Whole } } }
    } } }
  }
  fragment Whole on Annotation { id motivation tags visibility version createdAt updatedAt deletedAt
    creator { id name } replyTo { id } replies(first: 2) { totalCount edges { node { id } } }
    bodies { __typename ... on TextualBody { text format language purpose } ... on LinkBody { url purpose } }
    anchors { id status score range { start end } quote { exact prefix suffix } blocks { ref } madeOn { number } }
    history(first: 5) { edges { node { id kind version occurredAt agent { name } revision { number }
      state { motivation tags visibility bodies { __typename ... on TextualBody { text } } }
      anchors { from { status score text urn } to { status score text urn } } } } }
  }`,
];

export async function everything(service: Service): Promise<Data[]> {
  return await Promise.all(
    ['local', 'reader', 'nobody'].flatMap((as) => EVERYTHING.map((query) => service.data(query, {}, as))),
  );
}

/**
 * Fills a store that has the sample article with one of everything: a document of three revisions, annotations of
 * every state, bodies, replies, history, another agent.
 */
export async function fill(service: Service): Promise<void> {
  await service.addPrincipal('reader');
  const words = [
    'The first  paragraph.',
    'A second, 𝔴𝔦𝔱𝔥 "quotes" and \\ backslash\n- one\n  - two',
    '> И третий.',
  ];
  const publish = (number: number, text: (string | undefined)[]) =>
    importText(service, 'three', text.join('\n\n'), {
      title: 'Three',
      language: 'ru',
      note: `No. ${number}`,
    });
  const block = (ref: string) => ({ block: { ref } });
  await publish(0, words);
  const three = await documentId(service, 'three');
  const carried = await added(service, note(three, [block('2'), block('3')]));
  await publish(1, [words[0], 'Changed.', words[2]]);
  await reanchor(service, {
    annotation: carried.id,
    version: 1,
    anchor: carried.anchors[0].id,
    target: block('1'),
  });
  await publish(2, [...words, 'Added.']);
  const sample = await documentId(service);
  const bodies = [
    { text: { text: 'Ein Wort — слово.', format: 'PLAIN', language: 'de', purpose: 'DESCRIBING' } },
    { url: 'https://example.org/a?b=c' },
  ];
  const first = await added(service, note(three, [block('1'), block('4')], { bodies, tags: ['b', 'a'] }));
  await added(service, note(three, [block('1')], { replyTo: first.id, motivation: 'REPLYING' }), 'reader');
  await added(service, note(three, [block('2')], { revision: 2, idempotencyKey: 'once' }));
  await added(service, note(sample, [], { visibility: 'PRIVATE' }), 'reader');
  await added(
    service,
    note(sample, [{ quote: { exact: 'Khrushchev Thaw', suffix: '" in' } }], { visibility: 'PRIVATE' }),
  );
  const gone = await added(service, note(sample, [block('1')]));
  await service.data(
    `mutation Edit($id: ID!) { editAnnotation(input: { id: $id, version: 1, tags: ["edited"] }) { __typename } }`,
    { id: gone.id },
  );
  await fillMentions(service, sample);
  await fillCitations(service, three);
  await service.data(`mutation Delete($id: ID!) { deleteAnnotation(input: { id: $id }) { __typename } }`, {
    id: gone.id,
  });
}

/** Entities that were changed and merged, mentions that were added, confirmed and rejected, an annotation with an entity. */
async function fillMentions(service: Service, sample: string): Promise<void> {
  const twin = await savedEntity(service, { kind: 'PERSON', name: 'Iosif Vissarionovich', names: [] });
  const { entity: stalin } = await service.data('{ entity(by: { slug: "joseph-stalin" }) { id } }');
  await service.data(
    `mutation M($entity: ID!, $into: ID!) { mergeEntities(input: { entity: $entity, into: $into }) { __typename } }`,
    { entity: twin.id, into: stalin.id },
  );
  await addMention(service, {
    document: sample,
    target: { quote: { exact: 'Soviet leader', suffix: ' Nikita' } },
    entity: twin.id,
  });
  const [first, second] = await mentionsIn(service, 'secret-speech', { kinds: ['CONCEPT'] });
  await review(service, { mentions: [first?.id] });
  await review(service, { mentions: [second?.id], status: 'REJECTED' });
  await added(service, note(sample, [{ block: { ref: '1' } }], { bodies: [{ entity: twin.id }] }));
}

/** Sources that were merged and deleted, and citations that were moved and deleted. */
async function fillCitations(service: Service, document: string): Promise<void> {
  const book = { type: 'BOOK', title: 'Über alles', creators: [{ family: 'Tegtmeyer' }], issued: '1899' };
  const source = await savedSource(service, { ...book, isbn: '9783161484100' });
  const twin = await savedSource(service, book);
  const gone = await savedSource(service, { type: 'MAP' });
  const cite = (ref: string, more: object = {}) =>
    addedCitation(service, { document, source: twin.id, target: { block: { ref } }, ...more });
  const moved = await cite('1', { quoted: { block: { ref: '4' } }, locator: '12' });
  await cite('2', { revision: 1 });
  const deleted = await cite('4');
  await changeCitation(service, 'editCitation', {
    citation: moved.id,
    version: 1,
    target: { block: { ref: '2' } },
    quoted: null,
  });
  await changeCitation(service, 'deleteCitation', { citation: deleted.id });
  await changeSource(service, 'mergeSources', { source: twin.id, into: source.id });
  await changeSource(service, 'deleteSource', { source: gone.id });
  const bodies = [{ source: { source: source.id, locator: '3', locatorLabel: 'CHAPTER' } }];
  await added(service, note(document, [{ block: { ref: '1' } }], { bodies }));
}
