import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeGlobalId } from '../../schema/global-id.ts';
import { encodeCursor } from '../../src/annotations/cursor.ts';
import type { Things } from './random-changes.ts';

/** A query, and what it is asked with. */
export interface Question {
  name: string;
  query: string;
  variables: object;
}

const folder = join(import.meta.dirname, '../schema/operations');

/** The operations that clients send. */
export const operations = readdirSync(folder)
  .sort()
  .map((file) => ({
    name: file.replace('.graphql', ''),
    query: readFileSync(join(folder, file), 'utf8'),
  }));

/** What is read of things of each kind. */
const FRAGMENTS = new Map([
  [
    'Said',
    ` fragment Said on Annotation { id version deletedAt visibility tags updatedAt creator { name } replyTo { id }
    bodies { __typename ... on TextualBody { text } ... on EntityBody { entity { slug name } } ... on SourceBody { source { key title } locator } }
    anchors { id status score range { start end } quote { exact } blocks { ref } } replies { totalCount edges { node { id tags } } } }`,
  ],
  [
    'Cited',
    ` fragment Cited on Citation { id version deletedAt locator source { key title authors { name } } anchor { status range { start end } }
    quoted { status range { start } } context { prefix exact suffix } formatted(style: "ieee") }`,
  ],
  [
    'Named',
    ` fragment Named on Mention { id status confidence updatedAt surface entity { slug name } context { prefix suffix } nestedIn { id } anchor { status range { start } } }`,
  ],
]);

/** Of all things of a kind, so that an answer depends on little else. */
const ofThings: Record<Exclude<keyof Things, 'documents'>, Record<string, string>> = {
  annotations: {
    Said: '...Said',
    Told: `... on Annotation { history(first: 100) { totalCount edges { node { kind version agent { name } revision { number }
      state { tags visibility bodies { __typename ... on TextualBody { text } } } anchors { from { status text urn } to { status text urn } } } } } }`,
    Standing: '... on Annotation { version anchors { status quote { exact } blocks { ref } } }',
    Bodies:
      '... on Annotation { bodies { __typename ... on TextualBody { text } ... on EntityBody { entity { name } } ... on SourceBody { source { title } } } }',
  },
  citations: {
    Cited: '...Cited',
    Around: '... on Citation { context { prefix exact suffix } }',
    Quoted: '... on Citation { quoted { quote { exact } status } }',
    Formatted: '... on Citation { formatted(style: "chicago-author-date") }',
    Changed: `... on Citation { history(first: 100) { totalCount edges { node { kind version state { locator source { key } }
      anchors { from { status text } to { status text } } } } } }`,
  },
  mentions: {
    Named: '...Named',
    Words: '... on Mention { surface status }',
    Holders: '... on Mention { nestedIn { surface } }',
  },
  entities: {
    Known: '... on Entity { slug name version names { text kind } authorities { value } }',
    Meant: '... on Entity { annotations { totalCount edges { node { ...Said } } } }',
    Concordance:
      '... on Entity { mentions(status: [SUGGESTED, CONFIRMED, REJECTED]) { totalCount edges { node { ...Named } } } }',
    Related: '... on Entity { relatedEntities { totalCount edges { node { count entity { slug } } } } }',
    Merged: `... on Entity { history(first: 100) { totalCount edges { node { kind subject { slug } into { slug } undoes state { name names { text } } } } } }`,
  },
  sources: {
    Works:
      '... on Source { key title version issued deletedAt authors { name } formatted duplicates { why source { key } } }',
    CitedBy: '... on Source { citations { totalCount edges { node { ...Cited } } } }',
    Noted: '... on Source { annotations { totalCount edges { node { ...Said } } } }',
    Joined:
      '... on Source { history(first: 100) { totalCount edges { node { kind subject { key } into { key } state { title } } } } }',
  },
};

const ofDocument: Record<string, string> = {
  Described: '{ slug title language direction revision { number } }',
  Revisions:
    '{ revisions { totalCount edges { node { number checksum } } } latest: revision { text } first: revision(number: 1) { text } }',
  Changes: '{ revision { changesSince(number: 1) { kind before { text } after { text } } } }',
  AllNotes: '{ annotations(filter: { includeDeleted: true }) { totalCount edges { node { ...Said } } } }',
  Notes: '{ annotations { totalCount edges { node { id version tags } } } }',
  NotesCounted: '{ annotations(filter: { tags: ["counted"] }) { totalCount } }',
  NotesLost:
    '{ annotations(filter: { status: [ORPHANED, AMBIGUOUS, EDITED] }) { totalCount edges { node { id } } } }',
  NotesPrivate: '{ annotations(filter: { visibility: PRIVATE }) { totalCount edges { node { id } } } }',
  NotesFound:
    '{ annotations(filter: { text: "note" }, orderBy: NEWEST) { totalCount edges { node { id } } } }',
  NotesOfAKind:
    '{ annotations(filter: { motivations: [COMMENTING], tags: ["counted"] }, orderBy: OLDEST) { totalCount edges { node { ...Said } } } }',
  NotesAtEnds: `{ revision { blocks(first: 1) { edges { node { annotations { totalCount edges { node { ...Said } } } } } }
    last: blocks(last: 1) { edges { node { annotations { totalCount edges { node { id version } } } runs(kinds: [ANNOTATION]) { marks { ... on Annotation { id version } } } } } } } }`,
  Citations: '{ citations { totalCount edges { node { ...Cited } } } }',
  CitationsLost: '{ citations(status: [ORPHANED, EDITED, AMBIGUOUS]) { totalCount edges { node { id } } } }',
  Bibliography: '{ bibliography(style: "ieee") { text omitted entries { label source { key } } } }',
  Mentions:
    '{ mentions(status: [SUGGESTED, CONFIRMED, REJECTED]) { totalCount edges { node { ...Named } } } }',
  MentionsShown: '{ mentions { totalCount edges { node { surface entity { slug } } } } }',
  Entities:
    '{ entities { totalCount edges { node { count confirmed entity { slug name } } } } people: entities(kinds: [PERSON]) { totalCount } }',
  NoteRuns:
    '{ revision { blocks { edges { node { ref runs(kinds: [ANNOTATION]) { text marks { ... on Annotation { id version tags } } } } } } } }',
  MentionRuns:
    '{ revision { blocks { edges { node { runs(kinds: [MENTION], confidence: 0) { text marks { ... on Mention { status entity { slug } } } } } } } } }',
  CitationRuns:
    '{ revision { blocks { edges { node { runs(kinds: [CITATION]) { text marks { ... on Citation { source { key } locator } } } } } } } }',
};

const ofStore: Record<string, [kind: keyof Things, text: string]> = {
  Within: [
    'documents',
    'annotations(filter: { within: $id, includeDeleted: true }, orderBy: POSITION) { totalCount edges { node { ...Said } } }',
  ],
  WithEntity: [
    'entities',
    'annotations(filter: { entity: $id }) { totalCount edges { node { id version } } }',
  ],
  WithSource: [
    'sources',
    'annotations(filter: { source: $id }) { totalCount edges { node { id version } } }',
  ],
  Mentioning: [
    'entities',
    'documents(filter: { mentions: $id }) { totalCount edges { node { slug title } } }',
  ],
  CitationsBy: [
    'sources',
    'document(by: { slug: "one" }) { citations(source: $id) { totalCount edges { node { id locator } } } }',
  ],
  MentionsBy: [
    'entities',
    'document(by: { slug: "one" }) { mentions(entity: $id, status: [SUGGESTED, CONFIRMED, REJECTED]) { totalCount edges { node { id } } } }',
  ],
  Citing: ['sources', 'documents(filter: { cites: $id }) { totalCount edges { node { slug } } }'],
  SourcesCitedBy: [
    'documents',
    'sources(filter: { citedBy: $id }) { totalCount edges { node { key title } } }',
  ],
  Newest: ['documents', 'annotations { totalCount edges { node { ...Said } } } node(id: $id) { id }'],
};

/** Pages of the annotations of the whole store, from one of them on. */
const ofPages: Record<string, [order: 'NEWEST' | 'OLDEST', given: string]> = {
  NotesNewer: ['NEWEST', 'last: 2, before: $cursor'],
  NotesOlder: ['NEWEST', 'first: 2, after: $cursor'],
  NotesAfter: ['OLDEST', 'first: 2, after: $cursor, filter: { tags: ["counted"] }'],
  NotesBefore: ['OLDEST', 'last: 2, before: $cursor, filter: { status: [EXACT], includeDeleted: true }'],
};

const withFragments = (query: string): string => {
  const spread = [...FRAGMENTS].filter(([name]) => query.includes(`...${name} `));
  return `${query}${spread.map(([, text]) => text).join('')}`;
};

/** All that is asked while there are these things. @param slugs of documents. */
export function questionsOf(things: Record<keyof Things, readonly string[]>): Question[] {
  const sent = operations.map(({ name, query }) => {
    const ids = [...things.documents, ...things.annotations, ...things.entities].slice(0, 50);
    return { name, query, variables: { slug: 'one', ids, refs: ['one@1:1', 'two:2'] } };
  });
  const ofOnes = Object.entries(ofThings).flatMap(([kind, asked]) => {
    const ids = things[kind as keyof Things].slice(0, 50);
    return Object.entries(asked).map(([name, text]) => ({
      name,
      query: withFragments(`query ${name}($ids: [ID!]!) { nodes(ids: $ids) { __typename ${text} } }`),
      variables: { ids },
    }));
  });
  const ofDocuments = things.documents.flatMap((id) =>
    Object.entries(ofDocument).map(([name, text]) => ({
      name,
      query: withFragments(`query ${name}($id: ID!) { document(by: { id: $id }) ${text} }`),
      variables: { id },
    })),
  );
  const ofAll = Object.entries(ofStore).flatMap(([name, [kind, text]]) =>
    things[kind].slice(0, 3).map((id) => ({
      name,
      query: withFragments(`query ${name}($id: ID!) { ${text} }`),
      variables: { id },
    })),
  );
  const pages = Object.entries(ofPages).flatMap(([name, [order, given]]) =>
    things.annotations.slice(0, 3).map((id) => ({
      name,
      query: withFragments(
        `query ${name}($cursor: String) { annotations(${given}, orderBy: ${order}) { edges { node { ...Said } } pageInfo { hasNextPage hasPreviousPage } } }`,
      ),
      variables: { cursor: encodeCursor(order, { ordinal: 0, offset: 0, id: decodeGlobalId(id).id }) },
    })),
  );
  return [...sent, ...ofOnes, ...ofDocuments, ...ofAll, ...pages];
}

/** What changes of some kinds are likely to show in, by the names of both. */
const LIKELY: [change: RegExp, question: RegExp][] = [
  [
    /source/i,
    /^(Citations|CitationRuns|Cited|Citing|WithSource|Works|Bibliography|Formatted|Joined|Noted|Changed)/,
  ],
  [/cit/i, /^(Citation|Cited|Around|Quoted|Formatted|Bibliography|Changed|Citing)/],
  [
    /entit|mention|merge|link|review/i,
    /^(Mention|Named|Words|Holders|Entities|Known|Meant|Concordance|Related|Merged|WithEntity)/,
  ],
  [/annot|anchor|undo/i, /^(Note|AllNotes|Said|Told|Standing|Bodies|Within|With|Newest|Meant|Noted)/],
];

/** Whether a question is likely to be answered otherwise after a change. */
export function isLikely(change: string, { name }: Question): boolean {
  return LIKELY.find(([ofChange]) => ofChange.test(change))?.[1].test(name) ?? true;
}
