import { isStopWord } from '../../anchors/words/stop-words.ts';
import { wordsOf } from '../names/words.ts';
import type { About, Knowledge, NamedUnit } from './decide.ts';

/** What a document speaks of: its words, and the entities that it names without doubt. */
export class DocumentContext {
  /** Entities that a fuller name of theirs names without doubt, here or elsewhere in the document. */
  readonly named: ReadonlySet<string>;
  readonly #units: readonly NamedUnit[];
  readonly #knowledge: Knowledge;
  readonly #namedIn: readonly ReadonlySet<string>[];
  readonly #wordsIn = new Map<number, ReadonlySet<string>>();
  readonly #wordsOf = new Map<string, readonly string[]>();
  #allWords: ReadonlySet<string> | undefined;

  constructor(units: readonly NamedUnit[], knowledge: Knowledge) {
    this.#units = units;
    this.#knowledge = knowledge;
    this.#namedIn = units.map(({ stretches }) => {
      const ids = new Set<string>();
      for (const { candidates, isCut } of stretches) {
        const [only] = candidates;
        if (candidates.length === 1 && only !== undefined && only.nameKind !== 'SURNAME' && !isCut)
          ids.add(only.entityId);
      }
      return ids;
    });
    const named = new Set(knowledge.named);
    for (const ids of this.#namedIn) for (const id of ids) named.add(id);
    this.named = named;
  }

  about(entityId: string): About | undefined {
    return this.#knowledge.about.get(entityId);
  }

  namedIn(unit: number): ReadonlySet<string> {
    return this.#namedIn[unit] ?? new Set();
  }

  /** The telling words of a unit. */
  wordsIn(unit: number): ReadonlySet<string> {
    const known = this.#wordsIn.get(unit) ?? new Set(tellingWords(this.#units[unit]?.text ?? ''));
    this.#wordsIn.set(unit, known);
    return known;
  }

  /** The telling words of all units. */
  get words(): ReadonlySet<string> {
    this.#allWords ??= new Set(this.#units.flatMap((_, unit) => [...this.wordsIn(unit)]));
    return this.#allWords;
  }

  /** The telling words of what is said of an entity, without those of the name that stands for it. */
  wordsAbout(entityId: string): readonly string[] {
    const known = this.#wordsOf.get(entityId);
    if (known !== undefined) return known;
    const about = this.about(entityId);
    const words = tellingWords([about?.description ?? '', ...(about?.names ?? [])].join('\n'));
    this.#wordsOf.set(entityId, words);
    return words;
  }
}

/** Distinct words that tell what a text is about. */
function tellingWords(text: string): string[] {
  return [...new Set(wordsOf(text).map(({ key }) => key))].filter(
    (key) => key !== "'s" && !isStopWord(key, 'en'),
  );
}
