import { quoteOf } from '../../anchors/quote.ts';
import { createBreath } from '../../breath.ts';
import { type Linked, type LinkTask, nothingLinked, type UnitLinker } from '../../documents/unit-linker.ts';
import type { Lexicons } from '../../entities/lexicons.ts';
import { contested, decide } from '../../entities/linking/decide.ts';
import { findNames, type NamedStretch } from '../../entities/linking/find-names.ts';
import type { Lexicon } from '../../entities/linking/lexicon.ts';
import type { Proposal } from '../../entities/linking/proposal.ts';
import { groupBy } from '../../group-by.ts';
import type { Client } from '../../store/store.ts';
import type { RevisionText, RevisionUnit } from '../../text/revision-text.ts';
import { mentionLimits } from '../limits.ts';
import { readAbout, readNamed } from './read-knowledge.ts';
import { readRejectedWords, readStanding } from './read-standing.ts';
import { reconcile } from './reconcile.ts';
import { RejectedWords, type WordsOfEntity } from './rejected-words.ts';
import { type UnitLinks, writeLinks } from './write-links.ts';

/** A unit of text with the names that stand in it. */
interface ReadUnit {
  revision: RevisionText;
  unit: RevisionUnit;
  stretches: NamedStretch[];
}

/** Looks for the entities of the registry in text, and writes down where it finds them. */
export class Linker implements UnitLinker {
  readonly #lexicons: Lexicons;

  constructor(lexicons: Lexicons) {
    this.#lexicons = lexicons;
  }

  /**
   * Suggests mentions in units of text, and withdraws its own suggestions there that it would not make now. What it is
   * not asked about it leaves alone. The caller sees to it that the documents get no other revision meanwhile.
   */
  async link(statements: Client, agentId: string, tasks: readonly LinkTask[]): Promise<Linked> {
    const lexicon = await this.#lexicons.current(statements);
    const places = tasks.flatMap(({ revision, units }) =>
      units.flatMap((index) => {
        const unit = revision.units[index];
        return unit === undefined ? [] : [{ revision, unit }];
      }),
    );
    if (places.length === 0) return nothingLinked;
    const standing = await readStanding(statements, places);
    if (lexicon.size === 0 && standing.size === 0) return nothingLinked;
    const read = await readNames(lexicon, tasks);
    const proposals = await propose(statements, tasks, read);
    const rejected = new RejectedWords(
      await readRejectedWords(statements, [...new Set(tasks.map(({ revision }) => revision.documentId))]),
    );
    const left = new Map<string, number>();
    let omitted = 0;
    const links = read.map(({ revision, unit }): UnitLinks => {
      const isRejected = (proposal: Proposal) => rejected.has(() => wordsOf(revision, unit, proposal));
      const links = reconcile(proposals.get(unit.id) ?? [], standing.get(unit.id) ?? [], isRejected);
      const room = left.get(revision.documentId) ?? mentionLimits.suggestions;
      left.set(revision.documentId, Math.max(0, room - links.added.length));
      omitted += Math.max(0, links.added.length - room);
      return { revision, unit, ...links, added: links.added.slice(0, room) };
    });
    await writeLinks(statements, agentId, links);
    return { ...summarize(links), omitted };
  }
}

async function readNames(lexicon: Lexicon, tasks: readonly LinkTask[]): Promise<ReadUnit[]> {
  const breathe = createBreath();
  const read: ReadUnit[] = [];
  for (const { revision, language, units } of tasks)
    for (const index of units) {
      await breathe();
      const unit = revision.units[index];
      if (unit !== undefined)
        read.push({ revision, unit, stretches: findNames(lexicon, unit.text, language) });
    }
  return read;
}

/** Chooses the entity that each name means. @returns proposals by the ids of units. */
async function propose(
  statements: Client,
  tasks: readonly LinkTask[],
  read: readonly ReadUnit[],
): Promise<Map<string, Proposal[]>> {
  const within = read.map(({ unit }) => unit.id);
  const about = await readAbout(statements, contested(read.map(({ stretches }) => stretches)), within);
  const named = await readNamed(
    statements,
    [...new Set(tasks.map(({ revision }) => revision.documentId))],
    within,
  );
  const proposals = new Map<string, Proposal[]>();
  for (const [revision, own] of groupBy(read, (one) => one.revision)) {
    const decided = decide(
      own.map(({ unit, stretches }) => ({ text: unit.text, stretches })),
      { named: named.get(revision.documentId) ?? new Set(), about },
    );
    own.forEach(({ unit }, index) => {
      proposals.set(unit.id, decided[index] ?? []);
    });
  }
  return proposals;
}

function wordsOf(
  revision: RevisionText,
  unit: RevisionUnit,
  { start, end, entityId }: Proposal,
): WordsOfEntity {
  const quote = quoteOf(revision.text, { start: unit.start + start, end: unit.start + end });
  return { documentId: revision.documentId, entityId, ...quote };
}

function summarize(links: readonly UnitLinks[]): Omit<Linked, 'omitted'> {
  let [suggested, withdrawn] = [0, 0];
  for (const link of links) {
    suggested += link.added.length + link.changed.filter(({ wasWithdrawn }) => wasWithdrawn).length;
    withdrawn += link.withdrawn.length;
  }
  return { suggested, withdrawn };
}
