import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../src/store/paths.ts';

const SCHEMA = 'schema/schema.graphql';

/** Rules that are set otherwise than they come. */
const own: Record<string, Linter.RulesRecord> = {
  'flat/schema-recommended': {
    // Types that are values, not entities: what they say is all that they are.
    '@graphql-eslint/strict-id-in-types': [
      'error',
      {
        exceptions: {
          types: [
            'Anchor',
            'AnchorMove',
            'AnchorReport',
            'AnchorStanding',
            'AnnotationState',
            'Authority',
            'AuthorityTaken',
            'Bibliography',
            'BibliographyEntry',
            'BlockChange',
            'ChangesLinkedReport',
            'CitationAnchorMove',
            'CitationConflict',
            'CitationReport',
            'CitationState',
            'CitationStyle',
            'DocumentEntity',
            'EditConflict',
            'EntityBody',
            'EntityCandidate',
            'EntityConflict',
            'EntityDates',
            'EntityName',
            'EntityState',
            'InputInvalid',
            'KeyTaken',
            'LinkBody',
            'LinkReport',
            'MatchReason',
            'MentionReport',
            'NotAllowed',
            'NotFound',
            'PageInfo',
            'Passage',
            'PossibleDuplicate',
            'Quotation',
            'Quotations',
            'QuoteAmbiguous',
            'QuoteNotFound',
            'RangeInvalid',
            'RelatedEntity',
            'RevisionConflict',
            'Rights',
            'SourceBody',
            'SourceCited',
            'SourceConflict',
            'SourceCreator',
            'SourceState',
            'TextInvalid',
            'TextQuote',
            'TextRange',
            'TextRun',
            'TextualBody',
            'Viewer',
          ],
          suffixes: ['Connection', 'Edge', 'Payload'],
        },
      },
    ],
  },
  'flat/schema-relay': {
    // Blocks nest in plain lists, and an event is read in its list only.
    '@graphql-eslint/relay-edge-types': [
      'error',
      { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false, withEdgeSuffix: true },
    ],
    // Lists that hang on each item of another list are read forward only, all of them in one statement.
    '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
  },
};

async function lint(rules: Linter.RulesRecord): Promise<string[]> {
  const eslint = new ESLint({
    cwd: packageFolder,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.graphql'],
        plugins: { '@graphql-eslint': graphqlPlugin },
        languageOptions: {
          parser: graphqlPlugin.parser,
          parserOptions: { graphQLConfig: { schema: SCHEMA } },
        },
        rules,
      },
    ],
  });
  const results = await eslint.lintFiles(SCHEMA);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
  );
}

describe('the schema', () => {
  it.each(['flat/schema-recommended', 'flat/schema-relay'] as const)(
    'follows the rules of %s',
    async (name) => {
      expect(await lint({ ...graphqlPlugin.configs[name].rules, ...own[name] })).toEqual([]);
    },
  );
});
