import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Whether the code that a query is compiled to stays small. It is written out anew for each type that a field may
 * answer, and for each fragment wherever that is spread, so that its size may grow as a power of the depth.
 * @param most how many selections may be written out; no more than so many are looked at.
 */
export function compilesSmall(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  most: number,
): boolean {
  const root = schema.getRootType(operation.operation);
  return root === undefined || root === null || new Count(schema, document, most).fits(root, operation.selectionSet);
}

class Count {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  #left: number;

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, most: number) {
    this.#schema = schema;
    this.#fragments = new Map(
      definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    );
    this.#left = most;
  }

  /** Takes off what a selection set is written out to, for each type that may stand there. */
  fits(type: GraphQLCompositeType, { selections }: SelectionSetNode): boolean {
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return types.every((one) => selections.every((selection) => this.#takes(one, selection)));
  }

  #takes(parent: GraphQLCompositeType, selection: SelectionNode): boolean {
    this.#left -= 1;
    if (this.#left < 0) return false;
    if (selection.kind === Kind.FIELD) {
      const field = 'getFields' in parent ? parent.getFields()[selection.name.value] : undefined;
      const type = field === undefined ? undefined : getNamedType(field.type);
      return (
        selection.selectionSet === undefined ||
        !isCompositeType(type) ||
        this.fits(type, selection.selectionSet)
      );
    }
    const { typeCondition, selectionSet } =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? (this.#fragments.get(selection.name.value) ?? {})
        : selection;
    const only = typeCondition === undefined ? parent : this.#schema.getType(typeCondition.name.value);
    const applies =
      only === parent || (isAbstractType(only) && !isAbstractType(parent) && this.#isOf(only, parent));
    return !applies || selectionSet === undefined || this.fits(parent, selectionSet);
  }

  #isOf(abstract: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    return (
      isAbstractType(abstract) &&
      'getFields' in type &&
      !isAbstractType(type) &&
      this.#schema.isSubType(abstract, type)
    );
  }
}
