/** What shows nothing, or turns the direction of what is beside it; a plain space is seen. */
const UNSEEN =
  /[\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}\p{Z}\p{Surrogate}\p{Private_Use}\u2800]/u;
const UNSEEN_BUT_SPACE = new RegExp(`(?! )${UNSEEN.source}`, 'gu');

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
/** Letters that may be drawn like those of ASCII: Greek is left out, because Lean declarations use it openly. */
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}\uff01-\uff5e]/gu;
const ALL_ALIKE = /^(?=.*[^\d_])[аеорсухѕіјһԁԛԝАВЕКМНОРСТУХЅІЈԌԚԜ\uff01-\uff5e\d_]+$/;

/**
 * An identifier as a person can read it: what is invisible, turns the direction of writing, or passes for an ASCII
 * letter, is written out as `⟨U+202E⟩`. For showing only: an id is compared and copied as it is.
 */
export function spelled(id: string): string {
  return id.replace(UNSEEN_BUT_SPACE, codePoint).replace(WORD, undisguised);
}

/** A word in another script is plain to see; a mixture, or one of look-alikes only, is not. */
function undisguised(word: string): string {
  const isDisguise = /[a-z]/i.test(word) || ALL_ALIKE.test(word);
  return isDisguise ? word.replace(LOOKALIKE, (letter) => letter + codePoint(letter)) : word;
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `⟨U+${hex.padStart(4, '0')}⟩`;
}
