import { authorsIn } from '../../model';

/** `whole`: the text does not tell which of its words are the family's. */
export type Name = { readonly family: string; readonly given: string } | { readonly whole: string };

export interface Authors {
  readonly names: readonly Name[];
  /** The line says `et al.` or `others`. */
  readonly more: boolean;
}

/** `[Heess et al., 2015] Nicolas Heess, …`: a mark of the reference list it was printed in. */
const LIST_MARK = /^\s*\[[^\]]*\]\s*/;
const MORE = /(?:\bet al\.?|\bothers)\s*$/i;

const GROUP =
  /\b(?:teams?|group|collaboration|consortium|project|research|labs?|laboratory|university|institute|inc|deepmind|openai|ai|association|society|foundation|community|contributors)\b/i;
const PARTICLE = /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu)$/;
const INITIAL = /^(?:\p{Lu}\.?-?){1,3}$/u;
const CAPITALISED = /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*$/u;
const LETTERS = /^[\p{L}\p{M}][\p{L}\p{M}\s.'’-]*$/u;

export function authorsOf(line: string | null): Authors {
  const said = (line ?? '').replace(LIST_MARK, '').replace(/\s+/g, ' ');
  return { names: authorsIn(said).map(nameOf), more: MORE.test(said) };
}

function nameOf(printed: string): Name {
  const [family = '', given = '', ...rest] = printed.split(',').map((part) => part.trim());
  if (given !== '') return personOf(printed, { family, given }, rest.length === 0);
  const words = printed.split(/\s+/);
  const start = startOfFamily(words);
  const parts = { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
  return personOf(printed, parts, start > 0);
}

function personOf(printed: string, parts: { family: string; given: string }, isTold: boolean): Name {
  const isPerson = LETTERS.test(parts.family) && LETTERS.test(parts.given) && !GROUP.test(printed);
  return isTold && isPerson ? parts : { whole: printed };
}

/**
 * Where the family's name begins: after initials, at a particle, or at the second of two words. `Nicolas Le Roux` does
 * not tell. 0 where nothing does.
 */
function startOfFamily(words: readonly string[]): number {
  const last = words.length - 1;
  if (last < 1 || !CAPITALISED.test(words[last] ?? '')) return 0;
  const particle = words.findIndex((word, place) => place > 0 && PARTICLE.test(word));
  if (particle > 0) return particle;
  const isTold = last === 1 || words.slice(1, last).every((word) => INITIAL.test(word));
  const first = words[0] ?? '';
  return isTold && (INITIAL.test(first) || CAPITALISED.test(first)) ? last : 0;
}
