import { encodeGlobalId } from '../../schema/global-id.ts';

/** What both servers say of an annotation. */
export interface AnsweredAnnotation {
  id: string;
  motivation: string;
  tags: string[];
  bodies: { text: string }[];
  /** In code points of the canonical text. */
  anchors: { start: number; end: number }[];
}

/** What the questions ask of an annotation. */
export const ANNOTATION_FIELDS = `fragment Fields on Annotation {
  id motivation tags
  bodies { ... on TextualBody { text } }
  anchors { range { start end } }
}`;

/** An annotation as this server answers it. */
export interface GraphqlAnnotation extends Omit<AnsweredAnnotation, 'anchors'> {
  anchors: { range: { start: number; end: number } }[];
}

/** Puts this server's form of an annotation into the limit's. */
export function fromGraphql({ anchors, ...rest }: GraphqlAnnotation): AnsweredAnnotation {
  return { ...rest, anchors: anchors.map(({ range }) => range) };
}

/** Gives the limit's annotation the id by which clients of this server know it. */
export function fromLimit(annotation: AnsweredAnnotation): AnsweredAnnotation {
  return { ...annotation, id: encodeGlobalId('Annotation', annotation.id) };
}
