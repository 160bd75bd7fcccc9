/**
 * The lines of a text without their line feeds, each with its number from 1. One after the other, because
 * the list of all lines of a large text takes many times its memory.
 */
export function* lines(text: string): Generator<[number: number, line: string]> {
  let number = 1;
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    yield [number, text.slice(start, end)];
    number += 1;
    start = end + 1;
  }
  yield [number, text.slice(start)];
}
