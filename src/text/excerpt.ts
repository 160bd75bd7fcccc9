/** The beginning of a text, on one line, for a message. */
export function excerpt(text: string, length = 60): string {
  const characters = [...text.slice(0, 2 * length + 2).replace(/\s+/gu, ' ')];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
