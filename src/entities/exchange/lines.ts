/** How many UTF-16 code units a line may have, and a row that goes over several: far more than an entity may hold. */
export const LINE_LIMIT = 1_000_000;

/** A line of a file, without its end; the text is null where it is longer than the limit. */
export interface Line {
  /** Counted from 1. */
  number: number;
  text: string | null;
}

/** Splits at line feeds, with a carriage return before or not. Of a line that is too long nothing is kept. */
export async function* linesOf(chunks: AsyncIterable<string>, limit = LINE_LIMIT): AsyncGenerator<Line> {
  let number = 1;
  let parts: string[] = [];
  let length = 0;
  const take = (part: string): void => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    const [first = '', ...rest] = chunk.split('\n');
    take(first);
    for (const part of rest) {
      yield { number, text: length > limit ? null : parts.join('').replace(/\r$/, '') };
      number += 1;
      parts = [];
      length = 0;
      take(part);
    }
  }
  if (length > 0) yield { number, text: length > limit ? null : parts.join('') };
}

/** Why a line that is too long is refused. */
export const TOO_LONG = `The row is longer than ${LINE_LIMIT} characters; shorten it.`;
