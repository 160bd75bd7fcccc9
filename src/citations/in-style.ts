import { nameKey } from '../entities/names/name-key.ts';
import { groupBy } from '../group-by.ts';
import type { Statements } from '../store/store.ts';
import type { Citation } from './citation.ts';
import { toCsl } from './csl/to-csl.ts';
import { citationLimits } from './limits.ts';
import { sourcesCitedIn } from './list-sources.ts';
import type { KeyedSource } from './source.ts';
import { readCreators, readSourceRecords, readSources } from './sources/read.ts';
import type { Formatting, Styles } from './styles/styles.ts';

/** A citation to format, and how. */
export interface CitationToFormat {
  citation: Citation;
  formatting: Formatting;
}

/**
 * Formats citations as their documents have them: numbered in the order in which a document cites its sources first, and told
 * apart from the others that it cites, as its bibliography does. Four statements, for any number of citations.
 * @throws InputInvalid for an unknown style or locale.
 */
export async function citationsInStyle(
  statements: Statements,
  styles: Styles,
  asked: readonly CitationToFormat[],
  breathe: () => Promise<void>,
): Promise<string[]> {
  const documentIds = [...new Set(asked.map(({ citation }) => citation.documentId))];
  const cited = await sourcesCitedIn(statements, documentIds, citationLimits.bibliography);
  const ids = [
    ...[...cited.values()].flatMap(({ sourceIds }) => sourceIds),
    ...asked.map(({ citation }) => citation.sourceId),
  ];
  const sources = await readKeyed(statements, [...new Set(ids)]);
  const formatted = new Map<CitationToFormat, string>();
  const groups = groupBy(asked, ({ citation, formatting }) =>
    JSON.stringify([citation.documentId, formatting]),
  );
  for (const group of groups.values()) {
    const [sample] = group;
    if (sample === undefined) continue;
    await breathe();
    const among = inOrder(cited.get(sample.citation.documentId)?.sourceIds ?? [], group, sources);
    const cites = group.map(({ citation: { sourceId, locator, locatorLabel } }) => ({
      item: toCsl(keyed(sources, sourceId)),
      locator,
      label: locatorLabel,
    }));
    const numeric = styles.isNumeric(sample.formatting.style);
    const items = (numeric ? among : alike(among, group, sources)).map(toCsl);
    styles.citations(cites, sample.formatting, items).forEach((text, index) => {
      const one = group[index];
      if (one !== undefined) formatted.set(one, text);
    });
  }
  return asked.map((one) => formatted.get(one) ?? '');
}

async function readKeyed(statements: Statements, ids: readonly string[]): Promise<Map<string, KeyedSource>> {
  const [sources, creators, records] = await Promise.all([
    readSources(statements, ids),
    readCreators(statements, ids),
    readSourceRecords(statements, ids),
  ]);
  return new Map(
    [...records, ...sources].map(([id, source]) => [
      id,
      { key: source.key, content: { ...source, creators: creators.get(id) ?? [] } },
    ]),
  );
}

/** The sources of a document in the order of its citations, and after them those of citations whose words are gone. */
function inOrder(
  sourceIds: readonly string[],
  group: readonly CitationToFormat[],
  sources: ReadonlyMap<string, KeyedSource>,
): KeyedSource[] {
  const ids = new Set([...sourceIds, ...group.map(({ citation }) => citation.sourceId)]);
  return [...ids].map((id) => keyed(sources, id));
}

/** Only sources whose first names are alike are told apart. */
function alike(
  among: readonly KeyedSource[],
  group: readonly CitationToFormat[],
  sources: ReadonlyMap<string, KeyedSource>,
): KeyedSource[] {
  const names = new Set(group.map(({ citation }) => firstName(keyed(sources, citation.sourceId))));
  return among.filter((source) => names.has(firstName(source)));
}

function firstName({ content }: KeyedSource): string {
  const [first] = content.creators;
  return nameKey(first?.family ?? first?.literal ?? content.title ?? '');
}

function keyed(sources: ReadonlyMap<string, KeyedSource>, id: string): KeyedSource {
  const source = sources.get(id);
  if (source === undefined) throw new Error(`The source ${id} is cited and not there`);
  return source;
}
