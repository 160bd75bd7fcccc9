import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADD_MANY, added, documentId, importText, note } from '../support/annotations.ts';
import { mentionsIn, person, savedEntity } from '../support/mentions.ts';
import { historyOf, REANCHOR, REVISE, UNDO } from '../support/revising.ts';
import { type Data, Service } from '../support/service.ts';
import { addedCitation, citationsIn, savedSource } from '../support/sources.ts';

/** The operations whose statements are counted, by name; each counts what one request with cold caches takes. */
const folder = join(import.meta.dirname, 'operations');
const operations = readdirSync(folder)
  .sort()
  .map((file) => ({ name: file.replace('.graphql', ''), query: readFileSync(join(folder, file), 'utf8') }));

/** A store of some size, and its service with nothing in memory yet. */
async function stored(size: { documents: number; blocks: number; annotations: number }): Promise<Service> {
  const service = await Service.open();
  for (let number = 1; number <= size.documents * 2; number += 1)
    await savedEntity(
      service,
      person(`Ada Lovelace${number}`, { names: [{ text: 'Lovelace', kind: 'SURNAME' }] }),
    );
  const sources: string[] = [];
  for (let number = 1; number <= size.documents; number += 1)
    sources.push(
      (
        await savedSource(service, {
          type: 'BOOK',
          title: `Notes, volume ${number}`,
          creators: [{ family: 'Lovelace', given: 'Ada' }],
          issued: number % 2 === 0 ? '1843' : '1844',
        })
      ).id,
    );
  for (let number = 1; number <= size.documents; number += 1) {
    const text = (word: string) =>
      Array.from({ length: size.blocks }, (_, index) =>
        index % 7 === 3
          ? `== Part ${index} ==`
          : `${word} paragraph ${index} of Ada Lovelace1, and of Lovelace.\n- item ${index}\n  - deeper`,
      ).join('\n\n');
    await importText(service, `text-${number}`, text('First'), { title: `Text ${number}` });
    const document = await documentId(service, `text-${number}`);
    const carried = await addMany(
      service,
      Array.from({ length: size.annotations }, (_, index) =>
        note(document, [{ block: { ref: `${(index % 3) + 1}` } }]),
      ),
    );
    await importText(service, `text-${number}`, text('Then'));
    const targets = (index: number) => [
      { block: { ref: `${(index % 3) + 1}` } },
      ...(index % 5 === 0 ? [{ range: { start: 0, end: 60 } }] : []),
    ];
    const first = await addMany(
      service,
      Array.from({ length: size.annotations }, (_, index) =>
        note(document, targets(index), { tags: ['counted'] }),
      ),
    );
    for (let index = 0; index < size.annotations; index += 1)
      await addedCitation(service, {
        document,
        source: sources[index % sources.length],
        target: { block: { ref: `${(index % 3) + 1}` } },
        ...(index % 2 === 0
          ? { quoted: { block: { ref: `${(index % 3) + 1}`, range: { start: 0, end: 4 } } } }
          : {}),
        ...(index % 3 === 0 ? { locator: `${index}` } : {}),
      });
    await addMany(
      service,
      [...carried, ...first].flatMap((replyTo) => [
        note(document, [], { replyTo }),
        note(document, [], { replyTo }),
      ]),
    );
  }
  return service;
}

async function addMany(service: Service, annotations: object[]): Promise<string[]> {
  const { addAnnotations } = await service.data(ADD_MANY, { input: { annotations } });
  return addAnnotations.results.map((result: Data) => result.annotation.id);
}

async function variablesFor(service: Service, many: number): Promise<object> {
  const { document, annotations } = await service.data(`{ annotations(first: 50) { edges { node { id } } }
    document(by: {slug: "text-1"}) { id revision { id blocks(first: 40) { edges { node { id urn } } } } } }`);
  const nodesOf = (connection: Data): Data[] => connection.edges.map(({ node }: Data) => node);
  const blocks = nodesOf(document.revision.blocks).slice(0, many);
  return {
    slug: 'text-1',
    ids: [
      document.id,
      document.revision.id,
      ...blocks.map(({ id }) => id),
      ...nodesOf(annotations)
        .slice(0, many)
        .map(({ id }) => id),
    ],
    refs: blocks.map(({ urn }) => urn),
  };
}

let small: Service;
let large: Service;

beforeAll(async () => {
  small = await stored({ documents: 2, blocks: 4, annotations: 2 });
  large = await stored({ documents: 4, blocks: 40, annotations: 60 });
});

afterAll(async () => {
  await small.close();
  await large.close();
});

describe('the number of SQL statements', () => {
  it.each(operations)('of $name does not grow with the data', async ({ name, query }) => {
    const counts: number[] = [];
    for (const [service, many] of [
      [small, 3],
      [large, 40],
    ] as const) {
      const variables = await variablesFor(service, many);
      service.forget();
      const { errors, statements } = await service.run(query, variables);
      expect(errors).toBeUndefined();
      counts.push(statements.length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(`${name}: ${counts[0]}`).toMatchSnapshot();
  });

  it('of addAnnotations does not grow with their number', async () => {
    const document = await documentId(large, 'text-1');
    const counted = async (size: number, more: object = {}): Promise<number> => {
      large.forget();
      const annotations = Array.from({ length: size }, (_, index) =>
        note(document, [{ block: { ref: `${(index % 3) + 1}` } }], more),
      );
      const { data, statements } = await large.run(ADD_MANY, { input: { annotations } });
      expect(data.addAnnotations.results).toHaveLength(size);
      return statements.length;
    };
    const counts = [await counted(1), await counted(1_000)];
    expect(counts[1]).toBe(counts[0]);
    const onOldRevision = [await counted(1, { revision: 1 }), await counted(500, { revision: 1 })];
    expect(onOldRevision[1]).toBe(onOldRevision[0]);
    expect({ latest: counts[0], older: onOldRevision[0] }).toMatchSnapshot();
  });

  it('of importDocument does not grow with blocks or annotations', async () => {
    const counted = async (service: Service, slug: string, text: string): Promise<number> => {
      service.forget();
      const { data, statements } = await service.run(
        'mutation I($input: ImportDocumentInput!) { importDocument(input: $input) { __typename ... on ImportDocumentPayload { orphaned } } }',
        { input: { slug, text, title: 'Counted' } },
      );
      expect(data.importDocument.__typename).toBe('ImportDocumentPayload');
      return statements.length;
    };
    const fresh = [
      await counted(small, 'short', 'One.'),
      await counted(
        large,
        'long',
        Array.from({ length: 3_000 }, (_, index) => `Paragraph ${index}.`).join('\n\n'),
      ),
    ];
    expect(fresh[1]).toBe(fresh[0]);
    const revised = [
      await counted(small, 'text-1', 'All is new.'),
      await counted(large, 'text-1', 'All is new.'),
    ];
    expect(revised[1]).toBe(revised[0]);
    expect({ fresh: fresh[0], revised: revised[0] }).toMatchSnapshot();
  });

  it('of reviseDocument does not grow with blocks or annotations, whatever becomes of these', async () => {
    const paragraphs = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `Paragraph ${index} tells of the ${index % 9} brave sailors.`,
      );
    const counted = async (service: Service, size: number): Promise<number[]> => {
      const text = paragraphs(size);
      const slug = `revised-${size}`;
      await importText(service, slug, text.join('\n\n'), { title: 'Revised', language: 'en' });
      const document = await documentId(service, slug);
      const refs = Array.from({ length: size }, (_, index) => `${index + 1}`);
      const targets = [
        ...refs.map((ref) => [{ block: { ref } }]),
        ...refs.map((ref) => [{ block: { ref, range: { start: 10, end: 20 } } }]),
        ...refs.slice(1).map((ref) => [{ passage: `${slug}@1:${ref}` }, { range: { start: 5, end: 90 } }]),
      ];
      await addMany(
        service,
        targets.map((some) => note(document, some)),
      );
      const changed = text.map((words, index) =>
        index % 3 === 0 ? words.replace('brave', 'very brave') : index % 3 === 1 ? `And ${words}` : 'Gone.',
      );
      const counts: number[] = [];
      for (const [index, next] of [changed, [...text.slice(1), 'This is new.'], text].entries()) {
        service.forget();
        const input = { document, baseRevision: index + 1, text: next.join('\n\n') };
        for (const dryRun of [true, false]) {
          const { data, errors, statements } = await service.run(REVISE, { input: { ...input, dryRun } });
          expect(errors).toBeUndefined();
          expect(data.reviseDocument.__typename).toBe('ReviseDocumentPayload');
          counts.push(statements.length);
        }
      }
      return counts;
    };
    const few = await counted(small, 4);
    expect(await counted(large, 400)).toEqual(few);
    expect(few).toMatchSnapshot();
  });

  it('of repairing anchors does not grow with what is annotated', async () => {
    const counted = async (service: Service): Promise<number[]> => {
      const document = await documentId(service, 'text-2');
      const { id } = await added(service, note(document, [{ block: { ref: '1' } }]));
      const counts: number[] = [];
      const count = async (query: string, input: object): Promise<void> => {
        service.forget();
        const { errors, statements } = await service.run(query, { input });
        expect(errors).toBeUndefined();
        counts.push(statements.length);
      };
      await count(REANCHOR, { annotation: id, version: 1, target: { block: { ref: '2' } } });
      const event = (await historyOf(service, id)).at(-1)?.id;
      await count(UNDO, { event, version: 2 });
      return counts;
    };
    const few = await counted(small);
    expect(await counted(large)).toEqual(few);
    expect(few).toMatchSnapshot();
  });

  it('of changing entities and mentions does not grow with what is mentioned', async () => {
    const counted = async (service: Service): Promise<number[]> => {
      const document = await documentId(service, 'text-2');
      const mentions = await mentionsIn(service, 'text-2', { confidence: 0.6 });
      const { entity } = mentions[0] ?? {};
      const counts: number[] = [];
      const count = async (query: string, input: object): Promise<void> => {
        service.forget();
        const { data, errors, statements } = await service.run(query, { input });
        expect(errors).toBeUndefined();
        expect(JSON.stringify(data)).toContain('Payload');
        counts.push(statements.length);
      };
      const of = (name: string, type: string) =>
        `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ... on Error { message } } }`;
      await count(of('addMention', 'AddMentionInput'), {
        document,
        target: { block: { ref: '1' } },
        entity: entity.id,
      });
      const ids = mentions.map(({ id }) => id);
      await count(of('reviewMention', 'ReviewMentionInput'), { mentions: ids });
      await count(of('reviewMention', 'ReviewMentionInput'), { mentions: ids, status: 'REJECTED' });
      await count(of('linkDocument', 'LinkDocumentInput'), { document });
      await count(of('saveEntity', 'SaveEntityInput'), { kind: 'CONCEPT', name: 'paragraph' });
      return counts;
    };
    const few = await counted(small);
    expect(await counted(large)).toEqual(few);
    expect(few).toMatchSnapshot();
  });

  it('of changing sources and citations does not grow with what is cited', async () => {
    const counted = async (service: Service): Promise<number[]> => {
      const document = await documentId(service, 'text-2');
      const [cited] = await citationsIn(service, 'text-2');
      const counts: number[] = [];
      const count = async (name: string, type: string, input: object): Promise<Data> => {
        service.forget();
        const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ... on Error { message } } }`;
        const { data, errors, statements } = await service.run(query, { input });
        expect(errors).toBeUndefined();
        counts.push(statements.length);
        return data[name].__typename;
      };
      const { id: citation, version, source } = cited;
      const target = { block: { ref: '2' } };
      await count('addCitation', 'AddCitationInput', { document, source: source.id, target, quoted: target });
      await count('editCitation', 'EditCitationInput', { citation, version, locator: '77', target });
      await count('deleteCitation', 'DeleteCitationInput', { citation });
      await count('restoreCitation', 'RestoreCitationInput', { citation });
      expect(await count('deleteSource', 'DeleteSourceInput', { source: source.id })).toBe('SourceCited');
      const fresh = { type: 'BOOK', title: 'Counted' };
      await count('saveSource', 'SaveSourceInput', fresh);
      await count('saveSource', 'SaveSourceInput', { source: source.id, version: 1, note: 'Counted' });
      const { id } = await savedSource(service, fresh);
      await count('mergeSources', 'MergeSourcesInput', { source: id, into: source.id });
      await count('undoSourceMerge', 'UndoSourceMergeInput', { source: id });
      return counts;
    };
    const few = await counted(small);
    expect(await counted(large)).toEqual(few);
    expect(few).toMatchSnapshot();
  });
});
