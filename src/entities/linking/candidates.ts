import type { EntityKind, NameKind } from '../../store/generated/enums.ts';
import { confidenceOf } from './confidence.ts';
import type { Ending } from './endings.ts';
import type { Lexicon } from './lexicon.ts';
import { formOfName, surfaceOf } from './name-form.ts';

/** An entity that a stretch of text may refer to. */
export interface Candidate {
  entityId: string;
  kind: EntityKind;
  /** Of which kind the name is that stands there; of several the one that says most. */
  nameKind: NameKind;
  /** Whether the last word has another form in the text than in the name: a plural, a case. */
  inflected: boolean;
  /** Whether the text has other accents than the name. */
  respelled: boolean;
}

/**
 * The entities whose names end there and may be written as the text has them, those found first first, each once.
 * @param text the stretch
 */
export function candidatesOf(lexicon: Lexicon, text: string, endings: readonly Ending[]): Candidate[] {
  const surface = surfaceOf(text);
  const candidates = new Map<string, Candidate>();
  for (const { part, partIndex, state, inflected } of endings) {
    const { automaton } = part;
    for (let name = automaton.sequence(state); name >= 0; name = automaton.equal(name)) {
      const form = formOfName(part, name, surface, inflected);
      if (form === null) continue;
      const entityId = part.entityId(name);
      if (!lexicon.isCurrent(entityId, partIndex)) continue;
      const candidate: Candidate = {
        entityId,
        kind: part.entityKind(name),
        nameKind: part.nameKind(name),
        inflected,
        respelled: form.respelled,
      };
      const other = candidates.get(entityId);
      if (other === undefined || confidenceOf(candidate) > confidenceOf(other))
        candidates.set(entityId, candidate);
    }
  }
  return [...candidates.values()];
}
