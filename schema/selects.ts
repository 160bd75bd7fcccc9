import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** The names of all fields that a query selects below the field that is being resolved, however deep. */
export function selectedBelow(info: GraphQLResolveInfo): ReadonlySet<string> {
  const [only, another] = info.fieldNodes;
  const known = only === undefined || another !== undefined ? undefined : knownBelow.get(only);
  if (known !== undefined) return known;
  const names = collectBelow(info);
  if (only !== undefined && another === undefined) knownBelow.set(only, names);
  return names;
}

/** A node is of one document, and documents that come again are the same. */
const knownBelow = new WeakMap<FieldNode, ReadonlySet<string>>();

function collectBelow(info: GraphQLResolveInfo): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<SelectionSetNode>();
  const collect = (set: SelectionSetNode | undefined): void => {
    if (set === undefined || seen.has(set)) return;
    seen.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      collect(
        selection.kind === Kind.FRAGMENT_SPREAD
          ? info.fragments[selection.name.value]?.selectionSet
          : selection.selectionSet,
      );
    }
  };
  for (const node of info.fieldNodes) collect(node.selectionSet);
  return names;
}
