/**
 * White space and control characters. Programs differ in which of these they take for the end of a line (Python's are more
 * than those of ECMAScript), and what begins a line may begin a record.
 */
const NOT_SHOWN = /[\s\p{Cc}]+/gu;

/** A text on one line, whatever a program takes for the end of one. */
export function onOneLine(text: string): string {
  return text.replace(NOT_SHOWN, ' ').trim();
}
