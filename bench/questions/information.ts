import { decodeGlobalId } from '../../schema/global-id.ts';

/** A list as PostGraphile answers it. */
export interface Nodes<Node> {
  nodes: Node[];
}

/** A list as this server answers it. */
export interface Edges<Node> {
  edges: { node: Node }[];
}

/** What an annotation says, from whichever server. */
export interface SaidAnnotation {
  id: string;
  motivation: string;
  tags: string[];
  bodies: string[];
  /** Where it points: half-open ranges in code points of the canonical text, in the order of the text. */
  ranges: [start: number, end: number][];
}

export function nodesOf<Node>({ edges }: Edges<Node>): Node[] {
  return edges.map(({ node }) => node);
}

/** In the order of ids, since the servers list in orders of their own. */
export function byId<Item extends { id: string }>(items: readonly Item[]): Item[] {
  const distinct = new Map(items.map((item) => [item.id, item]));
  return [...distinct.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function uuidOf(globalId: string): string {
  return decodeGlobalId(globalId).id;
}

export function inOrder(ranges: [number, number][]): [number, number][] {
  return ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** What this server answers of an annotation. */
export interface GraphqlAnnotation {
  id: string;
  motivation: string;
  tags: string[];
  bodies: { text: string }[];
  anchors: { range: { start: number; end: number } }[];
}

export function saidByScholion({ id, motivation, tags, bodies, anchors }: GraphqlAnnotation): SaidAnnotation {
  return {
    id: uuidOf(id),
    motivation,
    tags,
    bodies: bodies.map(({ text }) => text),
    ranges: inOrder(anchors.map(({ range }) => [range.start, range.end])),
  };
}
