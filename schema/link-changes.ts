import { registrySequence } from '../src/entities/registry/sequence.ts';
import { type ChangesLinked, linkChanges } from '../src/mentions/linking/link-changes.ts';
import { builder } from './builder.ts';
import { type Context, change } from './context.ts';

const ChangesLinkedReport = builder.objectRef<ChangesLinked>('ChangesLinkedReport').implement({
  description: 'What looking for changed names did in the documents.',
  fields: (t) => ({
    documents: t.exposeInt('documents', { description: 'How many documents were gone over.' }),
    documentsLeft: t.exposeInt('documentsLeft', {
      description:
        'In how many more the names may stand that were not gone over, as there are too many; `linkDocument` or the command `scholion link` does that.',
    }),
    suggested: t.exposeInt('suggested', {
      description: 'How many mentions the linker suggested that were not there.',
    }),
    withdrawn: t.exposeInt('withdrawn', {
      description: 'How many of its own suggestions it withdrew, as it would not make them now.',
    }),
  }),
});

/** What a change of the registry did, in itself and in the texts. */
export type WithLinked<Result> = Result & { linked: ChangesLinked };

/** The field of a payload that says what became of mentions. */
export const changesLinkedField = {
  type: ChangesLinkedReport,
  description: 'What that did to the mentions in the texts where the names may stand.',
  resolve: ({ linked }: { linked: ChangesLinked }) => linked,
};

/** Changes the registry, and then looks for the names that changed where they may stand. */
export async function changeRegistry<Result extends object>(
  context: Context,
  action: () => Promise<Result>,
): Promise<WithLinked<Result>> {
  const { store, texts, linker, localAgentId } = context.scholion;
  const agentId = context.principal.agentId ?? localAgentId;
  return await change(context, async () => {
    const since = await registrySequence(store.prisma);
    const result = await action();
    const relinking = { store, texts, linker, agentId };
    return { ...result, linked: await linkChanges(relinking, since) };
  });
}
