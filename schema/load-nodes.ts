/**
 * Loads objects by id for `node` and `nodes`, and says of what type they are: two fields that ask for the same object
 * at once share what is loaded, so it must tell by itself.
 */
export async function loadNodes<Model extends object>(
  typename: string,
  ids: readonly string[],
  load: (id: string) => Promise<Model | null>,
): Promise<(Model | null)[]> {
  return await Promise.all(
    ids.map(async (id) => {
      const model = await load(id);
      return model === null ? null : Object.assign(model, { __typename: typename });
    }),
  );
}
