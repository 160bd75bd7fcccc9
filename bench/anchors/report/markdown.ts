/** A Markdown table; the first column is words, the others are figures. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = heads.map((_, index) => (index === 0 ? '---' : '---:'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A share from 0 to 1 in per cent, with two digits after the point where it is small but not nothing. */
export function percent(share: number): string {
  const value = 100 * share;
  return value > 0 && value < 0.1 ? value.toFixed(2) : value.toFixed(1);
}
