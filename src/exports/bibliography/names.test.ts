import { expect, test } from 'vitest';
import { authorsOf, type Name } from './names';

const person = (given: string, family: string): Name => ({ family, given });

test.each<[why: string, line: string | null, names: readonly Name[], more: boolean]>([
  ['two words', 'Matthew Lai', [person('Matthew', 'Lai')], false],
  ['initials', 'R. Y. Pang and H. He', [person('R. Y.', 'Pang'), person('H.', 'He')], false],
  ['an initial between', 'Paul F. Christiano', [person('Paul F.', 'Christiano')], false],
  ['initials without dots', 'Yu K Li', [person('Yu K', 'Li')], false],
  ['initials after', 'Vaughan, R., and Wawerla, J', [person('R.', 'Vaughan'), person('J', 'Wawerla')], false],
  ['a semicolon', 'Doe, Jane; Roe, R. W.', [person('Jane', 'Doe'), person('R. W.', 'Roe')], false],
  ['a particle', 'Hado van Hasselt', [person('Hado', 'van Hasselt')], false],
  ['three words, which do not tell', 'Nicolas Le Roux', [{ whole: 'Nicolas Le Roux' }], false],
  ['a group', 'Gemini Team, Rohan Anil', [{ whole: 'Gemini Team' }, person('Rohan', 'Anil')], false],
  ['capitals only, which a group has', 'Meta AI', [{ whole: 'Meta AI' }], false],
  ['one word', 'OpenAI', [{ whole: 'OpenAI' }], false],
  ['no spaces', '山田太郎', [{ whole: '山田太郎' }], false],
  ['broken letters', 'Ji ¨ ˇr´ı Hammer', [{ whole: 'Ji ¨ ˇr´ı Hammer' }], false],
  ['et al.', 'Saharia et al.', [{ whole: 'Saharia' }], true],
  ['and others', 'Y. He, S. Li, and others', [person('Y.', 'He'), person('S.', 'Li')], true],
  ['a mark of a list', '[Heess et al., 2015] Nicolas Heess', [person('Nicolas', 'Heess')], false],
  ['nothing', null, [], false],
])('authors with %s', (_, line, names, more) => {
  expect(authorsOf(line)).toEqual({ names, more });
});
