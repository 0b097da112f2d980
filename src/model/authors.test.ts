import { expect, test } from 'vitest';
import { authorsIn } from './authors';

test.each([
  [
    'Yuqing Du, Sainbayar Sukhbaatar, and Roberta Raileanu',
    ['Yuqing Du', 'Sainbayar Sukhbaatar', 'Roberta Raileanu'],
  ],
  ['Shinn, Cassano, Narasimhan & Yao', ['Shinn', 'Cassano', 'Narasimhan', 'Yao']],
  ['Vaughan, R., and Wawerla, J', ['Vaughan, R.', 'Wawerla, J']],
  ['Doe, Jane; Roe, R. W.', ['Doe, Jane', 'Roe, R. W.']],
  ['X. Liu, K. Yang, et al', ['X. Liu', 'K. Yang']],
  ['Zelikman et al.', ['Zelikman']],
  ['Brandon Anderson', ['Brandon Anderson']],
  ['A. One, A. One', ['A. One']],
  ['Ada Lovelace, —', ['Ada Lovelace']],
  ['', []],
  [null, []],
])('the names in %j', (line, names) => {
  expect(authorsIn(line)).toEqual(names);
});
