import { type Command, InvalidArgumentError, Option } from 'commander';
import type { EntityKind } from '../store/generated/enums.ts';
import { kindOption } from './kind-option.ts';
import { examples, type StoreGiven, storeCommand } from './options.ts';

/** What the command is given. */
export interface MatchGiven extends StoreGiven {
  kind: EntityKind[];
  limit: number;
}

const MOST = 100;

export function entitiesMatchCommand(): Command {
  return storeCommand(
    'match',
    'Look a name up in the registry, and print whom or what it may mean as a reconciliation service answers.',
  )
    .argument('<name>', 'such as "Joseph Stalin"; a part of one, or one with a slip, finds names too')
    .addOption(kindOption())
    .addOption(new Option('--limit <number>', 'how many at most').default(10).argParser(readLimit))
    .addHelpText(
      'after',
      `${examples(
        ['scholion entities match "Joseph Stalin"', 'all that it may mean'],
        ['scholion entities match Georgia --kind PLACE --limit 1', 'the likeliest place'],
      )}
Scores go from 0 to 100. An entity is marked as a match where it alone has the very name.
`,
    )
    .action(async (name: string, given: MatchGiven) => {
      // Loaded here, so that no other command waits for it.
      const { runEntitiesMatch } = await import('./run-entities-match.ts');
      await runEntitiesMatch(name, given);
    });
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > MOST)
    throw new InvalidArgumentError(`Give a number from 1 to ${MOST}.`);
  return limit;
}
