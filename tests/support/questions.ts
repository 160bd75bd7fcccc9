import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from './chance.ts';
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

const SAID = `
  fragment Said on Annotation { id version deletedAt visibility tags updatedAt creator { name } replyTo { id }
    bodies { __typename ... on TextualBody { text } ... on EntityBody { entity { slug name } } ... on SourceBody { source { key title } locator } }
    anchors { id status score range { start end } quote { exact } blocks { ref } } replies { totalCount edges { node { id tags } } } }
  fragment Cited on Citation { id version deletedAt locator source { key title authors { name } } anchor { status range { start end } }
    quoted { status range { start } } context { prefix exact suffix } formatted(style: "ieee") }
  fragment Named on Mention { id status confidence updatedAt surface entity { slug name } context { prefix suffix } nestedIn { id } anchor { status range { start } } }`;

/** Of one thing each, so that answers depend on little. */
const ofOne: Record<string, string> = {
  annotation: 'node(id: $id) { ...Said }',
  annotationHistory: `node(id: $id) { ... on Annotation { history(first: 100) { totalCount edges { node { kind version agent { name } revision { number }
    state { tags visibility bodies { __typename ... on TextualBody { text } } } anchors { from { status text urn } to { status text urn } } } } } } }`,
  citation: 'node(id: $id) { ...Cited }',
  citationContext: 'node(id: $id) { ... on Citation { context { prefix exact suffix } } }',
  citationQuoted: 'node(id: $id) { ... on Citation { quoted { quote { exact } } } }',
  citationHistory: `node(id: $id) { ... on Citation { history(first: 100) { totalCount edges { node { kind version state { locator source { key } }
    anchors { from { status text } to { status text } } } } } } }`,
  mention: 'node(id: $id) { ...Named }',
  mentionSurface: 'node(id: $id) { ... on Mention { surface status } }',
  mentionHolder: 'node(id: $id) { ... on Mention { nestedIn { surface } } }',
  entity: `node(id: $id) { ... on Entity { id slug name version names { text kind } annotations { totalCount edges { node { ...Said } } }
    mentions(status: [SUGGESTED, CONFIRMED, REJECTED]) { totalCount edges { node { ...Named } } } relatedEntities { totalCount edges { node { count entity { slug } } } } } }`,
  entityHistory:
    'node(id: $id) { ... on Entity { history(first: 100) { totalCount edges { node { kind subject { slug } into { slug } undoes state { name names { text } } } } } } }',
  source: `node(id: $id) { ... on Source { id key title version issued deletedAt authors { name } formatted duplicates { why source { key } }
    citations { totalCount edges { node { ...Cited } } } annotations { totalCount edges { node { ...Said } } } } }`,
  sourceHistory:
    'node(id: $id) { ... on Source { history(first: 100) { totalCount edges { node { kind subject { key } into { key } state { title } } } } } }',
  document: 'node(id: $id) { ... on Document { slug title language revision { number text } } }',
  documentByName:
    'document(by: { id: $id }) { title direction rights { licence } revisions { totalCount edges { node { number checksum } } } }',
  annotationsOf: `document(by: { id: $id }) { all: annotations(filter: { includeDeleted: true }) { totalCount edges { node { ...Said } } }
    counted: annotations(filter: { tags: ["counted"] }) { totalCount } lost: annotations(filter: { status: [ORPHANED, AMBIGUOUS] }) { totalCount edges { node { id } } }
    private: annotations(filter: { visibility: PRIVATE }) { totalCount } said: annotations(filter: { text: "note" }, orderBy: NEWEST) { edges { node { id } } } }`,
  citationsOf: `document(by: { id: $id }) { citations { totalCount edges { node { ...Cited } } } lost: citations(status: [ORPHANED]) { totalCount } }`,
  bibliographyOf:
    'document(by: { id: $id }) { bibliography(style: "ieee") { text omitted entries { label source { key } } } }',
  mentionsOf: `document(by: { id: $id }) { mentions(status: [SUGGESTED, CONFIRMED, REJECTED]) { totalCount edges { node { ...Named } } }
    entities { totalCount edges { node { count confirmed entity { slug name } } } } people: entities(kinds: [PERSON]) { totalCount } }`,
  runsOf: `document(by: { id: $id }) { revision { blocks { edges { node { ref runs { text marks { __typename
    ... on Annotation { id version } ... on Mention { id status entity { slug } } ... on Citation { id source { key } } } } } } } } }`,
  mentioning: 'documents(filter: { mentions: $id }) { totalCount edges { node { slug title } } }',
  citing: 'documents(filter: { cites: $id }) { totalCount edges { node { slug } } }',
  withEntity: 'annotations(filter: { entity: $id }) { totalCount edges { node { id version } } }',
  withSource: 'annotations(filter: { source: $id }) { totalCount edges { node { id version } } }',
  citedBy: 'sources(filter: { citedBy: $id }) { totalCount edges { node { key title } } }',
  within:
    'annotations(filter: { within: $id, includeDeleted: true }, orderBy: POSITION) { totalCount edges { node { ...Said } } }',
};

const usedIn = (text: string): string =>
  SAID.split(/(?=\n {2}fragment)/)
    .filter((fragment) => text.includes(`...${/fragment (\w+)/.exec(fragment)?.[1]} `))
    .join('');

const kindOf = (name: string): keyof Things => {
  if (/^annotation(History)?$/.test(name)) return 'annotations';
  if (/^citation(Context|Quoted|History)?$/.test(name)) return 'citations';
  if (/^mention(Surface|Holder)?$/.test(name)) return 'mentions';
  if (/^(entity|entityHistory|mentioning|withEntity)$/.test(name)) return 'entities';
  return /^(source|sourceHistory|citing|withSource)$/.test(name) ? 'sources' : 'documents';
};

/** Chooses something to ask. @param known ids of all that there ever was, by their kind, in lists that are not empty. */
export function someQuestion(chance: Chance, known: Record<keyof Things, readonly string[]>): Question {
  if (chance.happens(0.3)) {
    const { name, query } = chance.of(operations);
    const ids = [chance.of(known.documents), chance.of(known.annotations), chance.of(known.entities)];
    const slug = chance.of(['one', 'two']);
    return { name, query, variables: { slug, ids, refs: ['one@1:1', 'two:2'] } };
  }
  const name = chance.of(Object.keys(ofOne).filter((one) => known[kindOf(one)].length > 0));
  const text = ofOne[name] ?? '';
  return {
    name,
    query: `query ${name[0]?.toUpperCase()}${name.slice(1)}($id: ID!) { ${text} }${usedIn(text)}`,
    variables: { id: chance.of(known[kindOf(name)]) },
  };
}
