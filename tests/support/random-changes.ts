import { localPrincipal } from '../../src/access/principal.ts';
import { saveEntity as register } from '../../src/entities/registry/save.ts';
import { add, importText, note } from './annotations.ts';
import type { Chance } from './chance.ts';
import { merge, saveEntity, undoMerge } from './entities.ts';
import { addMention, linkDocument, review } from './mentions.ts';
import { reanchor, revise, undo } from './revising.ts';
import type { Data, Service } from './service.ts';
import { changeCitation, changeSource, saveSource } from './sources.ts';

/** What there is to be changed. */
export interface Things {
  documents: Data[];
  annotations: Data[];
  mentions: Data[];
  citations: Data[];
  entities: Data[];
  sources: Data[];
}

const THINGS = `query Things {
  documents { edges { node { id slug title revision { number }
    mentions(first: 100, status: [SUGGESTED, CONFIRMED, REJECTED]) { edges { node { id } } } citations { edges { node { id version } } } } } }
  annotations(first: 100, filter: { includeDeleted: true }) { edges { node {
    id version deletedAt visibility creator { name } document { id } anchors { id } history(first: 50) { edges { node { id kind } } } } } }
  entities(first: 50) { edges { node { id slug version history(first: 20) { edges { node { id kind subject { id } } } } } } }
  sources(first: 50) { edges { node { id key version history(first: 20) { edges { node { kind subject { id } } } } } } }
}`;

const nodes = ({ edges }: Data): Data[] => edges.map(({ node }: Data) => node);

/** All that those may see who change things. */
export async function thingsIn(service: Service, names: readonly string[]): Promise<Things> {
  const [first, ...others] = await Promise.all(names.map((as) => service.data(THINGS, {}, as)));
  const documents = nodes(first.documents);
  const annotations = [first, ...others].flatMap((data) => nodes(data.annotations));
  return {
    documents,
    annotations: [...new Map(annotations.map((one) => [one.id, one])).values()],
    mentions: documents.flatMap(({ mentions }) => nodes(mentions)),
    citations: documents.flatMap(({ citations }) => nodes(citations)),
    entities: nodes(first.entities),
    sources: nodes(first.sources),
  };
}

/** How many sources are cited; the others can be deleted. */
const OFTEN = 3;

const PARAGRAPHS = [
  'Ada Lovelace wrote notes on the engine.',
  'Ada Lovelace wrote longer notes on the engine.',
  'Charles Babbage built none, says Lovelace.',
  'Nobody else is named here at all.',
  '- One item of a list\n- And Ada Lovelace again',
  '== A part ==',
  'Babbage and Lovelace met in London.',
];

/** A text of some of the paragraphs, in any order. */
export function someText(chance: Chance): string {
  const left = PARAGRAPHS.filter(() => chance.happens(0.8));
  if (chance.happens(0.3)) left.reverse();
  return ['The first words of it.', ...left].join('\n\n');
}

const FIELDS = '{ __typename ... on Error { message } }';
const oneOf = (name: string, type: string) =>
  `mutation M($input: ${type}!) { ${name}(input: $input) ${FIELDS} }`;
const EDIT = oneOf('editAnnotation', 'EditAnnotationInput');

/** Ways to change something, by name; each answers what came of it. */
export const changes: Record<string, (service: Service, things: Things, chance: Chance) => Promise<Data>> = {
  annotate: (service, { documents, annotations, entities, sources }, chance) => {
    const document = chance.of(documents).id;
    const there = annotations.filter((one) => one.document.id === document && one.deletedAt === null);
    const more = {
      bodies: chance.of([
        [{ text: { text: chance.of(['A note of mine.', 'Another word.']) } }],
        [{ entity: chance.of(entities).id }],
        [{ source: { source: chance.of(sources.slice(0, OFTEN)).id, locator: '3' } }],
      ]),
      tags: chance.of([[], ['counted'], ['a', 'b']]),
      visibility: chance.of(['PUBLIC', 'PRIVATE']),
    };
    const as = chance.of(['local', 'author']);
    const own = there.filter(({ creator, visibility }) => visibility === 'PUBLIC' || creator.name === as);
    const reply = own.length > 0 && chance.happens(0.4) ? { replyTo: chance.of(own).id } : {};
    const targets = chance.of([
      [],
      [{ block: { ref: '1' } }],
      [{ block: { ref: '2' } }],
      [{ range: { start: 3, end: 30 } }],
    ]);
    return add(service, note(document, targets, { ...more, ...reply }), as);
  },
  editAnnotation: async (service, { annotations }, chance) => {
    const { id, version, as } = annotationOf(annotations, chance);
    const changed = chance.of([
      { bodies: [{ text: { text: chance.of(['Edited.', 'A note, edited.']) } }] },
      { tags: chance.of([['counted'], ['c']]) },
      { visibility: chance.of(['PUBLIC', 'PRIVATE']) },
    ]);
    return (await service.data(EDIT, { input: { id, version, ...changed } }, as)).editAnnotation;
  },
  deleteAnnotation: async (service, { annotations }, chance) => {
    const { id, as } = annotationOf(annotations, chance);
    const name = chance.of(['delete', 'restore']);
    const query = oneOf(
      `${name}Annotation`,
      name === 'delete' ? 'DeleteAnnotationInput' : 'RestoreAnnotationInput',
    );
    return (await service.data(query, { input: { id } }, as))[`${name}Annotation`];
  },
  reanchor: (service, { annotations }, chance) => {
    const { id, version, as, anchors } = annotationOf(annotations, chance);
    const anchor = anchors[0]?.id;
    return reanchor(
      service,
      { annotation: id, version, anchor, target: { block: { ref: chance.of(['1', '2', '3']) } } },
      as,
    );
  },
  undo: (service, { annotations }, chance) => {
    const moved = annotations.filter(({ history }) => undoable(history).length > 0);
    if (moved.length === 0) return Promise.resolve(null);
    const { version, as, history } = annotationOf(moved, chance);
    return undo(service, { event: undoable(history).at(-1)?.id, version }, as);
  },
  revise: (service, { documents }, chance) => {
    const { id, revision } = chance.of(documents);
    return revise(service, { document: id, baseRevision: revision.number, text: someText(chance) });
  },
  describe: (service, _things, chance) =>
    importText(service, 'three', PARAGRAPHS.slice(0, 3).join('\n\n'), {
      title: chance.of(['One', 'Two', 'Lovelace']),
      language: chance.of(['en', 'de', 'ar']),
    }),
  importText: (service, _things, chance) => importText(service, chance.of(['one', 'two']), someText(chance)),
  saveEntity: (service, { entities }, chance) => {
    const { id, version } = chance.of(entities);
    return chance.happens(0.4)
      ? saveEntity(service, {
          kind: 'PERSON',
          name: chance.of(['Ada Lovelace', 'London', 'Charles Babbage']),
        })
      : saveEntity(service, {
          entity: id,
          version,
          names: [{ text: chance.of(['Lovelace', 'Babbage', 'London']), kind: 'VARIANT' }],
        });
  },
  mergeEntities: (service, { entities }, chance) =>
    merge(service, chance.of(entities).id, chance.of(entities).id),
  undoMerge: (service, { entities }, chance) => {
    const merges = entities
      .flatMap(({ history }) => nodes(history))
      .filter(({ kind }) => kind === 'ENTITIES_MERGED');
    return merges.length === 0 ? Promise.resolve(null) : undoMerge(service, chance.of(merges).id);
  },
  addMention: (service, { documents, entities }, chance) =>
    addMention(
      service,
      {
        document: chance.of(documents).id,
        entity: chance.of(entities).id,
        target: { range: { start: 0, end: 9 } },
      },
      chance.of(['local', 'author']),
    ),
  review: (service, { mentions, entities }, chance) => {
    if (mentions.length === 0) return Promise.resolve(null);
    const decided = chance.of([{ status: 'REJECTED' }, {}, { entity: chance.of(entities).id }]);
    return review(service, { mentions: [chance.of(mentions).id], ...decided });
  },
  link: async (service, { documents }, chance) => {
    const { store, localAgentId } = service.scholion;
    // As an import of entities does, which leaves linking to the command for that.
    const name = chance.of(['London', 'Nobody', 'One item', 'First words', 'The engine']);
    const saving = { id: null, version: null, slug: null, changes: { kind: 'CONCEPT' as const, name } };
    await register(store, localPrincipal(localAgentId), saving);
    let suggested = 0;
    for (const { id } of documents) suggested += (await linkDocument(service, id)).suggested;
    return { __typename: suggested > 0 ? 'LinkDocumentPayload' : 'Nothing' };
  },
  saveSource: (service, { sources }, chance) => {
    const { id, version } = chance.of(sources);
    const title = chance.of(['Notes', 'Sketch of the engine']);
    return chance.happens(0.4)
      ? saveSource(service, {
          type: 'BOOK',
          title,
          creators: [{ family: 'Lovelace', given: 'Ada' }],
          issued: '1843',
        })
      : saveSource(service, { source: id, version, title, issued: chance.of(['1843', '1844']) });
  },
  mergeSources: (service, { sources }, chance) =>
    changeSource(service, 'mergeSources', { source: chance.of(sources).id, into: chance.of(sources).id }),
  undoSourceMerge: (service, { sources }, chance) => {
    const merges = sources
      .flatMap(({ history }) => nodes(history))
      .filter(({ kind }) => kind === 'SOURCES_MERGED');
    return merges.length === 0
      ? Promise.resolve(null)
      : changeSource(service, 'undoSourceMerge', { source: chance.of(merges).subject.id });
  },
  deleteSource: async (service, { sources }, chance) => {
    for (const { id } of chance.shuffled(sources)) {
      const result = await changeSource(service, 'deleteSource', { source: id });
      if (result.__typename === 'DeleteSourcePayload') return result;
    }
    return null;
  },
  cite: (service, { documents, sources }, chance) =>
    changeCitation(
      service,
      'addCitation',
      {
        document: chance.of(documents).id,
        source: chance.of(sources.slice(0, OFTEN)).id,
        target: { block: { ref: chance.of(['1', '2', '3']) } },
        ...chance.of([{}, { quoted: { range: { start: 2, end: 12 } } }]),
        ...chance.of([{}, { locator: '12' }]),
      },
      chance.of(['local', 'author']),
    ),
  editCitation: (service, { citations, sources }, chance) => {
    if (citations.length === 0) return Promise.resolve(null);
    const { id: citation, version } = chance.of(citations);
    const changed = chance.of([
      { locator: '7' },
      { source: chance.of(sources.slice(0, OFTEN)).id },
      { target: { block: { ref: '2' } } },
      { quoted: null },
    ]);
    return changeCitation(service, 'editCitation', { citation, version, ...changed });
  },
  deleteCitation: (service, { citations }, chance) =>
    citations.length === 0
      ? Promise.resolve(null)
      : changeCitation(service, 'deleteCitation', { citation: chance.of(citations).id }),
  restoreCitation: async (service) => {
    const gone = await service.scholion.store.prisma.citation.findFirst({
      where: { deletedAt: { not: null } },
    });
    if (gone === null) return null;
    const citation = Buffer.from(`Citation:${gone.id}`).toString('base64url');
    return changeCitation(service, 'restoreCitation', { citation });
  },
};

const undoable = (history: Data): Data[] =>
  nodes(history).filter(({ kind }) => kind === 'ANCHORS_CARRIED' || kind === 'ANNOTATION_REANCHORED');

/** An annotation, and the name by which its creator is known. */
function annotationOf(annotations: readonly Data[], chance: Chance): Data {
  const one = chance.of(annotations);
  return { ...one, as: one.creator.name === 'author' ? 'author' : 'local' };
}
