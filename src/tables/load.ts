import type { Delivery } from '../intake';
import type { Connection } from './connection';
import { joined } from '../model';

/**
 * Puts what intake made into the tables, all or nothing. A delivery replaces the works it touches, adds
 * evidence, and moves earlier evidence whose names now belong to another work.
 */
export async function loadTables(connection: Connection, delivery: Delivery): Promise<void> {
  await connection.query('BEGIN TRANSACTION');
  try {
    await forget(connection, delivery);
    for (const [table, ipc] of delivery.batches) await connection.insert(table, ipc);
    if (delivery.replacedTheorems.length > 0) {
      await connection.query(
        `DELETE FROM theorems WHERE theorem_id IN (SELECT t::INTEGER FROM (SELECT unnest(string_split(?, chr(31))) AS t))`,
        [joined(delivery.replacedTheorems)],
      );
    }
    if (delivery.movedNames.length > 0) await moveEvidence(connection);
    await connection.query('COMMIT');
  } catch (failure) {
    await connection.query('ROLLBACK');
    throw failure;
  }
}

async function forget(connection: Connection, delivery: Delivery): Promise<void> {
  if (delivery.replacedWorks.length > 0) {
    await connection.query(
      `DELETE FROM works WHERE work_id IN (SELECT w::INTEGER FROM (SELECT unnest(string_split(?, chr(31))) AS w))`,
      [joined(delivery.replacedWorks)],
    );
  }
  if (delivery.movedNames.length > 0) {
    await connection.query(
      `DELETE FROM work_ids WHERE name_id IN (SELECT n::INTEGER FROM (SELECT unnest(string_split(?, chr(31))) AS n))`,
      [joined(delivery.movedNames)],
    );
  }
}

const MOVES = [
  `UPDATE citations SET citing = i.work_id FROM work_ids i WHERE i.name_id = citing_name AND citing <> i.work_id`,
  `UPDATE citations SET cited = i.work_id FROM work_ids i WHERE i.name_id = cited_name AND cited <> i.work_id`,
  ...['records', 'claims', 'theorem_links'].map(
    (table) =>
      `UPDATE ${table} SET work_id = i.work_id FROM work_ids i WHERE i.name_id = ${table}.name_id AND ${table}.work_id <> i.work_id`,
  ),
];

async function moveEvidence(connection: Connection): Promise<void> {
  for (const sql of MOVES) await connection.query(sql);
}
