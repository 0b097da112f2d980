/** A value as a file of JSON. Lone halves of pairs, which UTF-8 cannot hold, become U+FFFD. */
export function jsonFile(value: unknown): string {
  const wellFormed = (_: string, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part);
  return `${JSON.stringify(value, wellFormed, 1)}\n`;
}
