/**
 * Loads objects by id for `node` and `nodes`, and says of what type they are: two fields that ask for the same object
 * at once share what is loaded, so it must tell by itself. What is loaded may be kept for others, so it stays as it is.
 */
export async function loadNodes<Model extends object>(
  typename: string,
  ids: readonly string[],
  load: (id: string) => Promise<Model | null>,
): Promise<((Model & { __typename: string }) | null)[]> {
  return await Promise.all(
    ids.map(async (id) => {
      const model = await load(id);
      return model === null ? null : { ...model, __typename: typename };
    }),
  );
}
