import type { AuthorityScheme, EntityKind, NameKind } from '../store/generated/enums.ts';

/** A name under which an entity is known. */
export interface EntityName {
  text: string;
  /** A BCP 47 tag. */
  language: string | null;
  kind: NameKind;
}

/** The number under which a registry of the world knows an entity, in the form in which that registry writes it. */
export interface EntityAuthority {
  scheme: AuthorityScheme;
  value: string;
}

/** What is known of an entity, apart from where texts speak of it. */
export interface EntityContent {
  kind: EntityKind;
  /** The first one, and only that, is PREFERRED. */
  names: EntityName[];
  description: string | null;
  authorities: EntityAuthority[];
  /** EDTF dates of its beginning and end. */
  startDate: string | null;
  endDate: string | null;
}
