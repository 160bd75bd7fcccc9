import { type Measured, SIDES, type Side } from './rounds.ts';
import { figure, latencyOf, NAMES, rateOf } from './table.ts';

/** The chart's measures, in pixels. */
const WIDTH = 860;
const LEFT = 290;
const RIGHT = 120;
const BAR = 13;
const GAP = 16;
const TOP = 74;

/** Colours that stand out against white and against black alike, and by their lightness for those who see no hue. */
const COLOURS: Record<Side, string> = {
  scholion: '#2f6fd6',
  cold: '#7fb0f5',
  postgraphile: '#d9822b',
  limit: '#8a8f98',
};

interface Bar {
  side: Side;
  /** What is drawn: more is better. */
  rate: number;
  label: string;
}

/**
 * Draws how much each server does of each question: horizontal bars, of every question the longest being the best, as
 * an SVG image. It takes the colours of its text from whether the reader likes it light or dark.
 */
export function chartOf(measured: readonly Measured[]): string {
  const sides = SIDES.filter((side) => measured.some((one) => rateOf(one, side) !== null));
  let y = TOP;
  const groups = measured.map((one) => {
    const bars = sides.flatMap((side) => barOf(one, side) ?? []);
    const group = drawGroup(one, bars, y);
    y += bars.length * BAR + GAP;
    return group;
  });
  const height = y + 6;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">`,
    '<title id="title">What each server does in a second, question by question</title>',
    '<style>',
    'text { font: 12px system-ui, sans-serif; fill: #1f2328; } .small { font-size: 10.5px; } .head { font-size: 14px; font-weight: 600; }',
    'rect.ground { fill: #ffffff; } @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } rect.ground { fill: #0d1117; } }',
    '</style>',
    `<rect class="ground" width="${WIDTH}" height="${height}" rx="6"/>`,
    '<text class="head" x="16" y="26">What each does in a second: the longer the better; every question has a scale of its own</text>',
    legend(sides),
    ...groups,
    '</svg>',
    '',
  ].join('\n');
}

function legend(sides: readonly Side[]): string {
  return sides
    .map(
      (side, index) =>
        `<rect x="${16 + index * 140}" y="40" width="12" height="12" rx="2" fill="${COLOURS[side]}"/><text x="${34 + index * 140}" y="50">${escaped(NAMES[side])}</text>`,
    )
    .join('\n');
}

function barOf(measured: Measured, side: Side): Bar | null {
  const rate = rateOf(measured, side);
  if (rate === null) return null;
  if (measured.by !== 'p50') return { side, rate, label: figure(rate) };
  const milliseconds = latencyOf(measured, side, 0.5);
  return { side, rate: 1000 / milliseconds, label: `${figure(milliseconds)} ms` };
}

function drawGroup({ name, unit }: Measured, bars: readonly Bar[], y: number): string {
  const longest = Math.max(...bars.map(({ rate }) => rate));
  const middle = y + (bars.length * BAR) / 2;
  const lines = inLines(`${name.replaceAll('`', '')}${unit === undefined ? '' : ` (${unit})`}`);
  const heads = lines.map(
    (line, index) =>
      `<text x="${LEFT - 12}" y="${middle + 4 + (index - (lines.length - 1) / 2) * 15}" text-anchor="end">${escaped(line)}</text>`,
  );
  const drawn = bars.map(({ side, rate, label }, index) => {
    const width = Math.max(1, (rate / longest) * (WIDTH - LEFT - RIGHT));
    const top = y + index * BAR;
    return `<rect x="${LEFT}" y="${top}" width="${width.toFixed(1)}" height="${BAR - 2}" rx="2" fill="${COLOURS[side]}"/><text class="small" x="${(LEFT + width + 6).toFixed(1)}" y="${top + 9.5}">${escaped(label)}</text>`;
  });
  return [...heads, ...drawn].join('\n');
}

/** Breaks a name that is too long for the space beside the bars. */
function inLines(name: string): string[] {
  const LONGEST = 42;
  if (name.length <= LONGEST) return [name];
  const at = name.lastIndexOf(' ', Math.ceil(name.length / 2) + 4);
  return [name.slice(0, at), name.slice(at + 1)];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
