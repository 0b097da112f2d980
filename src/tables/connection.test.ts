import { expect, test } from 'vitest';
import { joined } from '../model';
import { openTablesInNode } from './node';

const COUNT = `SELECT count(*)::INTEGER AS n FROM (SELECT unnest(string_split(?1, chr(31))))`;
const numbers = (count: number) => joined(Array.from({ length: count }, (_, at) => 1_000_000 + at));

test('the database is asked about as many as it can take, refuses more, and goes on', async () => {
  const connection = await openTablesInNode();
  const count = async (text: string) => (await connection.query(COUNT, [text])).numbers('n')[0];
  // Each number is seven letters of JSON, and the sign between two is six.
  expect(await count(numbers(76_000))).toBe(76_000);
  await expect(count(numbers(78_000))).rejects.toMatchObject({ kind: 'too-large' });
  expect(await count('x'.repeat(990_000))).toBe(1);
  await expect(count('x'.repeat(1_100_000))).rejects.toMatchObject({ kind: 'too-large' });
  expect(await count('é'.repeat(490_000))).toBe(1);
  await expect(count('é'.repeat(550_000))).rejects.toMatchObject({ kind: 'too-large' });
  expect(await count(numbers(10))).toBe(10);
});
