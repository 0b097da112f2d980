const MOST_WORDS = 64;

/** The words of a title or a question, each once: letters and digits without accents, in lower case. */
export function titleWords(text: string): string[] {
  const plain = text.slice(0, 2000).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && word.length <= 40))].slice(0, MOST_WORDS);
}
