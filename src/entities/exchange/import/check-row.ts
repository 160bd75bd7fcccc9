import { InputInvalid } from '../../../problem.ts';
import { excerpt } from '../../../text/excerpt.ts';
import { isSlug } from '../../../text/slug.ts';
import { checkEntity } from '../../registry/entity-input.ts';
import type { RowEntity } from '../row.ts';
import type { CheckedRow } from './identify.ts';

/** Checks what a row says by itself. @throws InputInvalid */
export function checkRow({ slug, ...given }: RowEntity): CheckedRow {
  if (slug !== null && !isSlug(slug))
    throw new InputInvalid(
      `"${excerpt(slug)}" is not a slug; give lower-case letters a to z and digits, in groups joined by single hyphens, at most 100 characters, such as joseph-stalin, or leave it out.`,
    );
  return { slug, content: checkEntity(given) };
}
