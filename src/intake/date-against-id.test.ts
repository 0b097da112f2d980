import { expect, test } from 'vitest';
import type { Alias } from '../model';
import { dateAgainstId } from './date-against-id';

const against = (date: string, ...names: readonly string[]) => dateAgainstId(date, names as Alias[]);

test('a record’s date is held against the month of the arXiv id', () => {
  expect(against('2024-09-19', 'arXiv:2409.12917')).toBeNull();
  expect(against('2024-08-31', 'arXiv:2409.00001'), 'sent in on the last day').toBeNull();
  expect(against('1998-12-31', 'arXiv:hep-th/9901001')).toBeNull();
  expect(against('2023-01-01', 'doi:10.1000/x', 'arXiv:2409.12917')).toBe(
    "The record's date is 2023-01-01, but arXiv gave arXiv:2409.12917 its id in 2024-09.",
  );
  expect(against('2023-01-01', 'doi:10.1000/x')).toBeNull();
});
