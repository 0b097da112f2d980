/** Case and accents aside, spaces as one: how texts are compared. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A text as keywords are looked for in it: folded, a hyphen or any other sign as good as a space, a space at either end. */
export function spaced(text: string): string {
  return ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

const LONGEST = 500;

/**
 * `self-correct|self-refine, reasoning`: keywords between commas, each with its alternatives. An alternative is given
 * as the beginning of a word of a `spaced` text, ` self correct`.
 */
export function keywordsOf(text: string): readonly (readonly string[])[] {
  return text
    .slice(0, LONGEST)
    .split(',')
    .map((keyword) =>
      keyword
        .split('|')
        .map((one) => spaced(one).trimEnd())
        .filter(Boolean),
    )
    .filter((alternatives) => alternatives.length > 0);
}
