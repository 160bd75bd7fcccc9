import type { GivenEntity } from '../registry/entity-input.ts';

/** An entity as a file tells of it: read, but not yet checked. */
export interface RowEntity extends GivenEntity {
  /** Null where the file names none. */
  slug: string | null;
}

/** Where in its file an entity stands, and by what a person recognizes it there. */
export interface RowPlace {
  /** Such as "line 12". */
  place: string;
  /** A name, if the row got that far; otherwise how it begins. */
  label: string;
}

/** What was read at one place of a file: an entity, why it is none, or that it is not meant to be one. */
export type ReadRow = RowPlace & ({ given: RowEntity } | { refused: string } | { passedOver: true });
