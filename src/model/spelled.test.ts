import { describe, expect, it, test } from 'vitest';
import { spelled } from './index';

describe('an identifier is shown as it is', () => {
  it.each([
    'arXiv:2409.12917',
    'doi:10.1000/a(b)<c>',
    'lean:Mathlib/Nat.«weird name».α₁',
    'local:c/Статья 1',
    'local:c/論文',
  ])('%s', (id) => {
    expect(spelled(id)).toBe(id);
  });
});

describe('what cannot be seen in it is written out', () => {
  it.each([
    ['a right-to-left override', 'lean:L/\u202Eeurt', 'lean:L/⟨U+202E⟩eurt'],
    ['isolates', 'a\u2066b\u2069', 'a⟨U+2066⟩b⟨U+2069⟩'],
    ['a zero-width space', 'doi:10.1000/a\u200B', 'doi:10.1000/a⟨U+200B⟩'],
    ['a zero-width joiner', 'Nat\u200Dadd', 'Nat⟨U+200D⟩add'],
    ['a byte order mark', '\uFEFFx', '⟨U+FEFF⟩x'],
    ['a soft hyphen', 'main\u00ADtheorem', 'main⟨U+00AD⟩theorem'],
    ['a Hangul filler', 'a\u3164', 'a⟨U+3164⟩'],
    ['a blank Braille pattern', 'a\u2800', 'a⟨U+2800⟩'],
    ['a tag', 'a\u{E0041}', 'a⟨U+E0041⟩'],
    ['a variation selector', 'a\uFE0F', 'a⟨U+FE0F⟩'],
    ['a space that is not one', 'a\u00A0b', 'a⟨U+00A0⟩b'],
    ['control characters', 'a\0\u001F\n', 'a⟨U+0000⟩⟨U+001F⟩⟨U+000A⟩'],
    ['half a pair', 'a\uD800', 'a⟨U+D800⟩'],
    ['a letter of another script that looks the same', 'p\u0430th', 'p\u0430⟨U+0430⟩th'],
    [
      'a word of such letters only',
      'Nat.\u0430\u0441\u0441',
      'Nat.\u0430⟨U+0430⟩\u0441⟨U+0441⟩\u0441⟨U+0441⟩',
    ],
    ['a full-width letter', 'p\uFF41th', 'p\uFF41⟨U+FF41⟩th'],
  ])('%s', (_, id, shown) => {
    expect(spelled(id)).toBe(shown);
  });
});

test('two identifiers that differ are never shown the same, for all characters of one unit', () => {
  const shown = Array.from({ length: 0x10000 }, (_, unit) => spelled(`a${String.fromCharCode(unit)}`));
  expect(new Set(shown).size).toBe(0x10000);
});
