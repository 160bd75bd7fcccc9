import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How many selections a query is written out to when it is compiled: each fragment wherever it is spread, and all of
 * them for each type that a field may answer, so that the number may grow as a power of the depth.
 * @param most no more than so many are counted.
 * @returns null when there are more.
 */
export function compiledSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  most: number,
): number | null {
  const root = schema.getRootType(operation.operation);
  if (!isObjectType(root)) return null;
  const count = new Count(schema, document, most);
  return count.adds(root, operation.selectionSet) ? count.size : null;
}

class Count {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #most: number;
  size = 0;

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, most: number) {
    this.#schema = schema;
    this.#most = most;
    this.#fragments = new Map(
      definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    );
  }

  /** Counts what is selected of a type; false once that is too much. */
  adds(type: GraphQLObjectType, { selections }: SelectionSetNode): boolean {
    return selections.every((selection) => {
      this.size += 1;
      if (this.size > this.#most) return false;
      return selection.kind === Kind.FIELD
        ? this.#typesOf(type, selection.name.value).every(
            (one) => selection.selectionSet === undefined || this.adds(one, selection.selectionSet),
          )
        : this.#addsFragment(type, selection);
    });
  }

  #typesOf(parent: GraphQLObjectType, name: string): readonly GraphQLObjectType[] {
    const field = parent.getFields()[name];
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (!isCompositeType(type)) return [];
    return isObjectType(type) ? [type] : this.#schema.getPossibleTypes(type);
  }

  #addsFragment(type: GraphQLObjectType, selection: Exclude<SelectionNode, { kind: Kind.FIELD }>): boolean {
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
    if (fragment === undefined) return true;
    const { typeCondition, selectionSet } = fragment;
    const on = typeCondition === undefined ? type : this.#schema.getType(typeCondition.name.value);
    const applies =
      on === type || (isCompositeType(on) && !isObjectType(on) && this.#schema.isSubType(on, type));
    return !applies || this.adds(type, selectionSet);
  }
}
