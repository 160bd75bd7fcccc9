import type { Revision } from '../src/store/generated/client.ts';
import type { RevisionText } from '../src/text/revision-text.ts';
import type { Context } from './context.ts';
import { found } from './found.ts';

/** The text of a revision, as far as the request may look into more. @throws AnswerTooLarge */
export async function textOf(
  { id, utf16Length }: Pick<Revision, 'id' | 'utf16Length'>,
  { loaders, budget }: Context,
): Promise<RevisionText> {
  budget.load(id, utf16Length);
  return found(await loaders.text.read(id));
}
