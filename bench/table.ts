import type { Load } from './load.ts';
import type { Measured, MeasuredLoad, Sides } from './rounds.ts';
import { median, percentile, sum } from './statistics.ts';

const HEADS = [
  'Question',
  'Server',
  'Requests/s',
  'p50 ms',
  'p99 ms',
  'Answer bytes',
  'CPU s',
  'CPU ms a request',
  'Errors',
  'Ratio',
];

/** This server's requests per second as a share of the limit's: the median of what it is in each round. */
export function ratioOf({ rounds }: Measured): number {
  return median(rounds.map(({ scholion, limit }) => perSecond(scholion) / perSecond(limit)));
}

/** The figures as a Markdown table. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.flatMap((one) => [
    rowOf(one, 'scholion', 'Scholion', ratioOf(one).toFixed(3)),
    rowOf(one, 'limit', 'limit', ''),
  ]);
  const rule = HEADS.map((_, index) => (index < 2 ? '---' : '---:'));
  return [HEADS, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function rowOf(
  { name, rounds }: Measured,
  side: keyof Sides<unknown>,
  server: string,
  ratio: string,
): string[] {
  const loads = rounds.map((round) => round[side]);
  const total = (of: (load: MeasuredLoad) => number): number => sum(loads.map(of));
  const requests = total((load) => load.requests);
  const processorSeconds = total((load) => load.processorSeconds);
  const latencies = loads.flatMap((load) => load.latencies);
  return [
    name,
    server,
    figure(median(loads.map(perSecond))),
    figure(percentile(latencies, 0.5)),
    figure(percentile(latencies, 0.99)),
    String(Math.round(total((load) => load.bytes) / requests)),
    processorSeconds.toFixed(1),
    figure((processorSeconds * 1000) / requests),
    String(total((load) => load.errors)),
    ratio,
  ];
}

function perSecond({ requests, seconds }: Load): number {
  return requests / seconds;
}

/** Three digits that mean something. */
function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}
