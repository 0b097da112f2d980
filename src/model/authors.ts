/** `J`, `R. W.`: an initial alone belongs to the name before it (`Vaughan, R.`). */
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;
const NO_NAME = /^(?:et al\.?|others|\P{L}*)$/iu;

/**
 * The names in an author line as documents have it: `A. One, B. Two, and C. Three`, or with semicolons. Names are as
 * printed: `E. Zelikman` and `Eric Zelikman` stay two.
 */
export function authorsIn(line: string | null): string[] {
  if (line === null) return [];
  const hasSemicolons = line.includes(';');
  const names: string[] = [];
  for (const piece of line.split(hasSemicolons ? /;/ : /,|&|\band\b/)) {
    const name = piece.replace(/\bet al\.?$/, '').trim();
    if (NO_NAME.test(name)) continue;
    if (!hasSemicolons && INITIALS.test(name) && names.length > 0)
      names.push(`${names.pop() ?? ''}, ${name}`);
    else names.push(name);
  }
  return [...new Set(names)];
}
