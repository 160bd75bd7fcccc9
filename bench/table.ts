import { type Measured, type MeasuredLoad, SIDES, type Side } from './rounds.ts';
import { median, percentile, sum } from './statistics.ts';

const HEADS = [
  'Question',
  'Server',
  'a second',
  'p50 ms',
  'p99 ms',
  'Answer bytes',
  'CPU ms a request',
  'of the database',
  'Errors',
];

export const NAMES: Record<Side, string> = {
  scholion: 'Scholion',
  cold: 'Scholion, cold',
  postgraphile: 'PostGraphile',
  limit: 'the limit',
};

/**
 * One server's performance as a multiple of another's: the median of what it is in each round. It is what they do in a
 * second, or the time of half of the answers, whichever the question is about.
 */
export function ratioOf(measured: Measured, side: Side, other: Side): number | null {
  const ratios = measured.rounds.flatMap((round) => {
    const [one, two] = [round[side], round[other]];
    if (one === undefined || two === undefined) return [];
    if (measured.by === 'p50') return [percentile(two.latencies, 0.5) / percentile(one.latencies, 0.5)];
    return [perSecond(measured, side, one) / perSecond(measured, other, two)];
  });
  return ratios.length === 0 ? null : median(ratios);
}

/** What a server does in a second in the median round: requests, or what the question counts; null where it was not asked. */
export function rateOf(measured: Measured, side: Side): number | null {
  const loads = loadsOf(measured, side);
  return loads.length === 0 ? null : median(loads.map((load) => perSecond(measured, side, load)));
}

/** The time in milliseconds in which so many (0 to 1) of all answers came. */
export function latencyOf(measured: Measured, side: Side, share: number): number {
  return percentile(
    loadsOf(measured, side).flatMap((load) => load.latencies),
    share,
  );
}

function perSecond({ rows }: Measured, side: Side, { requests, seconds }: MeasuredLoad): number {
  return (requests * (rows?.[side] ?? 1)) / seconds;
}

function loadsOf({ rounds }: Measured, side: Side): MeasuredLoad[] {
  return rounds.flatMap((round) => round[side] ?? []);
}

/** The figures as a Markdown table. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.flatMap((one) => SIDES.flatMap((side) => rowOf(one, side)));
  return toTable(HEADS, rows, 2);
}

/** @param texts how many columns, from the left, have texts in them and not numbers. */
export function toTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  texts: number,
): string {
  const rule = heads.map((_, index) => (index < texts ? '---' : '---:'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function rowOf(measured: Measured, side: Side): string[][] {
  const loads = loadsOf(measured, side);
  if (loads.length === 0) return [];
  const total = (of: (load: MeasuredLoad) => number): number => sum(loads.map(of));
  const requests = total((load) => load.requests);
  const each = (seconds: number): string => figure((seconds * 1000) / requests);
  return [
    [
      measured.name,
      NAMES[side],
      `${figure(rateOf(measured, side) ?? Number.NaN)}${measured.unit === undefined ? '' : ` ${measured.unit}`}`,
      figure(latencyOf(measured, side, 0.5)),
      figure(latencyOf(measured, side, 0.99)),
      String(Math.round(total((load) => load.bytes) / requests)),
      each(total((load) => load.processorSeconds)),
      each(total((load) => load.databaseSeconds)),
      String(total((load) => load.errors)),
    ],
  ];
}

/** Three digits that mean something. */
export function figure(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en');
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}
