import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedFolder } from '../../src/store/paths.ts';
import { useService } from '../support/service.ts';

const service = useService();

const WHOLE_TREE = `query { document(by: {slug: "secret-speech"}) { title revision {
  text length lengthUtf8: length(unit: UTF8) lengthUtf16: length(unit: UTF16)
  blocks(first: 100) { totalCount edges { node {
    ref depth kind ordinal text range { start end utf8: start(unit: UTF8) utf16: start(unit: UTF16) endUtf8: end(unit: UTF8) endUtf16: end(unit: UTF16) }
    runs { text } ... on Section { heading level } } } } } } }`;

describe('the tree of the sample article', () => {
  it('comes whole out of one query', async () => {
    const { document } = await service().data(WHOLE_TREE);
    const nodes = document.revision.blocks.edges.map((edge: { node: object }) => edge.node);
    const ofKind = (kind: string) => nodes.filter((node: { kind: string }) => node.kind === kind);
    expect(document.title).toBe('On the Cult of Personality and Its Consequences');
    expect(ofKind('PARAGRAPH')).toHaveLength(25);
    expect(ofKind('BLOCK_QUOTE')).toHaveLength(2);
    expect(ofKind('LIST_ITEM')).toHaveLength(18);
    expect(ofKind('SECTION').map((node: { heading: string }) => node.heading)).toEqual([
      'Background to the Speech',
      'Speech',
      'Summary',
      'Circulation of the Speech',
      'Influence and Impacts',
      'Criticism',
      'See also',
    ]);
    const top = nodes.filter((node: { depth: number }) => node.depth === 0);
    expect(top.map((node: { kind: string }) => node.kind)).toEqual([
      'PARAGRAPH',
      'PARAGRAPH',
      ...Array(7).fill('SECTION'),
    ]);
    const depths = ofKind('LIST_ITEM').map((node: { depth: number }) => node.depth);
    expect([2, 4, 6].map((depth) => depths.filter((one: number) => one === depth).length)).toEqual([
      4, 10, 4,
    ]);
  });

  it('has every word of the file in place', async () => {
    const { document } = await service().data(WHOLE_TREE);
    const file = readFileSync(join(seedFolder, 'secret-speech.txt'), 'utf8');
    const words = file
      .replace(/^=+ ?| ?=+$|^ *- /gm, '')
      .split(/\s+/)
      .filter(Boolean);
    expect(`${document.title} ${document.revision.text}`.split(/\s+/)).toEqual(words);
    const own = document.revision.blocks.edges.flatMap(({ node }: { node: { runs: { text: string }[] } }) =>
      node.runs.length === 0 ? [] : [node.runs.map((run) => run.text).join('')],
    );
    expect(own.join('\n\n')).toBe(document.revision.text);
  });

  it('has ranges that fit the text in every unit', async () => {
    const { document } = await service().data(WHOLE_TREE);
    const { text, length, lengthUtf8, lengthUtf16, blocks } = document.revision;
    const codePoints = [...text];
    const bytes = Buffer.from(text);
    expect([length, lengthUtf8, lengthUtf16]).toEqual([codePoints.length, bytes.length, text.length]);
    for (const { node } of blocks.edges) {
      const { start, end, utf8, endUtf8, utf16, endUtf16 } = node.range;
      expect(codePoints.slice(start, end).join('')).toBe(node.text);
      expect(bytes.subarray(utf8, endUtf8).toString()).toBe(node.text);
      expect(text.slice(utf16, endUtf16)).toBe(node.text);
    }
  });
});
