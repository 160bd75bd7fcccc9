import { Option } from 'commander';
import { readKind } from '../entities/exchange/given-kind.ts';
import type { EntityKind } from '../store/generated/enums.ts';

/** An option that may be given several times, and names kinds of entities. */
export function kindOption(): Option {
  return new Option('--kind <kind>', 'only those of this kind, such as PERSON; may be given several times')
    .default([], 'all')
    .argParser((word, before: EntityKind[]) => [...before, readKind(word)]);
}
