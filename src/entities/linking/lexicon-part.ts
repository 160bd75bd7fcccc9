import { EntityKind, NameKind } from '../../store/generated/enums.ts';
import type { EntityName } from '../entity.ts';
import { tellsTooLittle } from '../names/common-words.ts';
import { tokenKey, tokensOf } from '../names/tokens.ts';
import { MOST_TOKENS } from '../names/words.ts';
import { Automaton } from './automaton.ts';
import { IdIndex } from './id-index.ts';
import { beginsWithCapital } from './letter-case.ts';
import { Sequences } from './sequences.ts';
import { Vocabulary } from './vocabulary.ts';

/** An entity with the names under which texts may speak of it. */
export interface LexiconEntry {
  entityId: string;
  kind: EntityKind;
  names: readonly EntityName[];
}

const ENTITY_KINDS = Object.values(EntityKind);
const NAME_KINDS = Object.values(NameKind);
/** For so many words of a name it is known which begin with a capital. */
const MARKED_WORDS = 32;

/**
 * Entities and an automaton that finds their names. In columns, so that a million names take some hundred bytes each with
 * all that belongs to them; what is known of a name is asked by its index.
 */
export class LexiconPart {
  readonly automaton: Automaton;
  readonly vocabulary = new Vocabulary();
  readonly #ids: string[] = [];
  readonly #kinds: number[] = [];
  /** By entity: the index after its last name. */
  readonly #ends: number[] = [];
  readonly #texts: string[] = [];
  readonly #languages: (string | null)[] = [];
  readonly #nameKinds: number[] = [];
  readonly #owners: number[] = [];
  /** By name: a bit for each of its words that begins with a capital. */
  readonly #capitals: number[] = [];
  #index: IdIndex | undefined;

  /** @param entries of each entity one. One without names says that the entity has none, whatever other parts say. */
  constructor(entries: Iterable<LexiconEntry>) {
    const sequences = new Sequences();
    for (const { entityId, kind, names } of entries) {
      for (const name of names) {
        const sequence = this.#add(name);
        sequences.add(sequence);
        const last = sequence.at(-1);
        if (last !== undefined) this.vocabulary.addLast(last);
      }
      this.#ids.push(entityId);
      this.#kinds.push(ENTITY_KINDS.indexOf(kind));
      this.#ends.push(this.#texts.length);
    }
    this.automaton = new Automaton(sequences, this.vocabulary.size);
  }

  /** How much building it again takes: names, and entities. */
  get weight(): number {
    return this.#texts.length + this.#ids.length;
  }

  get nameCount(): number {
    return this.#texts.length;
  }

  /** Whether this part says which names an entity has. */
  has(entityId: string): boolean {
    return this.#indexOf(entityId) >= 0;
  }

  /** How many names an entity has here. */
  countNames(entityId: string): number {
    const entity = this.#indexOf(entityId);
    return entity < 0 ? 0 : (this.#ends[entity] ?? 0) - this.#startOf(entity);
  }

  entityId(name: number): string {
    return this.#ids[this.#owners[name] ?? 0] ?? '';
  }

  entityKind(name: number): EntityKind {
    return ENTITY_KINDS[this.#kinds[this.#owners[name] ?? 0] ?? 0] ?? EntityKind.CONCEPT;
  }

  nameKind(name: number): NameKind {
    return NAME_KINDS[this.#nameKinds[name] ?? 0] ?? NameKind.VARIANT;
  }

  text(name: number): string {
    return this.#texts[name] ?? '';
  }

  /** Whether a word of a name, by its place in it, begins with a capital. */
  isCapitalized(name: number, place: number): boolean {
    return place < MARKED_WORDS && (((this.#capitals[name] ?? 0) >>> place) & 1) === 1;
  }

  /** What it was made from. */
  *entries(): Generator<LexiconEntry> {
    for (const [entity, entityId] of this.#ids.entries()) {
      const names: EntityName[] = [];
      for (let name = this.#startOf(entity); name < (this.#ends[entity] ?? 0); name += 1)
        names.push({
          text: this.text(name),
          language: this.#languages[name] ?? null,
          kind: this.nameKind(name),
        });
      yield { entityId, kind: ENTITY_KINDS[this.#kinds[entity] ?? 0] ?? EntityKind.CONCEPT, names };
    }
  }

  /** @returns its words by their numbers; none where it is not to be looked for. */
  #add({ text, language, kind }: EntityName): number[] {
    const tokens = tokensOf(text);
    const sequence: number[] = [];
    let capitals = 0;
    if (tokens.starts.length <= MOST_TOKENS && !tellsTooLittle(text, tokens, language)) {
      for (const [place, start] of tokens.starts.entries()) {
        const surface = text.slice(start, tokens.ends[place]);
        sequence.push(this.vocabulary.add(tokenKey(surface, tokens.breaks[place] === true)));
        if (place < MARKED_WORDS && beginsWithCapital(surface)) capitals |= 1 << place;
      }
    }
    this.#texts.push(text);
    this.#languages.push(language);
    this.#nameKinds.push(NAME_KINDS.indexOf(kind));
    this.#owners.push(this.#ids.length);
    this.#capitals.push(capitals >>> 0);
    return sequence;
  }

  #startOf(entity: number): number {
    return entity === 0 ? 0 : (this.#ends[entity - 1] ?? 0);
  }

  #indexOf(entityId: string): number {
    this.#index ??= new IdIndex(this.#ids);
    return this.#index.indexOf(entityId);
  }
}
