import { expect, test } from 'vitest';
import { openTablesInNode } from '../tables/node';
import { readParticulars } from './particulars';

test('roles are those that are in the tables now, also where they were asked for before', async () => {
  const connection = await openTablesInNode();
  const cite = (role: string) =>
    connection.query(`INSERT INTO citations VALUES (1, 2, 0, 1, 1, '', 1, NULL, NULL, NULL, ${role}, NULL)`);
  await connection.query(
    "INSERT INTO works VALUES (1, 'n1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, 'none', NULL), (2, 'n2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, 'none', NULL)",
  );
  await cite("'background'");
  expect((await readParticulars(connection, [1, 2])).roles).toEqual([[], ['background']]);
  await cite('NULL');
  expect((await readParticulars(connection, [1, 2])).roles).toEqual([[], ['background']]);
});
