import type { Batch, Delivery } from '../intake';
import { joined } from '../model';
import type { Connection } from './connection';

/**
 * Puts what intake makes into the tables while it is made, all or nothing: where `read` rejects, nothing was added.
 * A delivery replaces the works it touches, adds evidence, and moves evidence whose names now belong to another work.
 * The connection is to be nobody else's meanwhile; other connections see nothing of it until it is whole.
 */
export async function loadTables(
  opening: Connection | Promise<Connection>,
  read: (insert: (batch: Batch) => Promise<void>) => Promise<Delivery>,
): Promise<Delivery> {
  const transaction = new Transaction(opening);
  try {
    const delivery = await read((batch) => transaction.insert(batch));
    await transaction.do((connection) => settle(connection, delivery));
    await transaction.do((connection) => connection.query('COMMIT'));
    return delivery;
  } catch (failure) {
    await transaction.rollBack();
    throw failure;
  }
}

/** Begins with the first thing to do; one thing after the other, and nothing after one that failed. */
class Transaction {
  readonly #opening: Connection | Promise<Connection>;
  #last: Promise<unknown> | null = null;

  constructor(opening: Connection | Promise<Connection>) {
    this.#opening = opening;
  }

  do(work: (connection: Connection) => Promise<unknown>): Promise<unknown> {
    const before = this.#last ?? this.#begin();
    this.#last = before.then(async () => work(await this.#opening));
    return this.#last;
  }

  /** What goes wrong is said by whatever is done next. */
  async insert([table, ipc]: Batch): Promise<void> {
    await this.do((connection) => connection.insert(table, ipc)).catch(() => undefined);
  }

  async rollBack(): Promise<void> {
    if (this.#last === null) return;
    await this.#last.catch(() => undefined);
    await (await this.#opening).query('ROLLBACK');
  }

  async #begin(): Promise<unknown> {
    return (await this.#opening).query('BEGIN TRANSACTION');
  }
}

async function settle(connection: Connection, delivery: Delivery): Promise<void> {
  await forget(connection, delivery);
  for (const [table, ipc] of delivery.batches) await connection.insert(table, ipc);
  if (delivery.brokenRecords.length > 0) await connection.query(BREAKS, [joined(delivery.brokenRecords)]);
  if (delivery.movesEvidence) for (const sql of MOVES) await connection.query(sql);
}

/** Numbers that are bound at once. */
const AT_ONCE = 50_000;

async function forget(connection: Connection, delivery: Delivery): Promise<void> {
  const { replacedWorks, movedNames, replacedTheorems } = delivery;
  const rows = [
    ['works', 'work_id', replacedWorks],
    ['work_ids', 'name_id', movedNames],
    ['theorems', 'theorem_id', replacedTheorems],
    ['theorem_names', 'theorem_id', replacedTheorems],
  ] as const;
  for (const [table, id, gone] of rows) {
    for (let at = 0; at < gone.length; at += AT_ONCE)
      await connection.query(
        `DELETE FROM ${table} WHERE ${id} IN (SELECT i::INTEGER FROM (SELECT unnest(string_split(?, chr(31))) AS i))`,
        [joined(gone.slice(at, at + AT_ONCE))],
      );
  }
}

const BREAKS = `UPDATE records SET trust = 'broken'
 WHERE trust <> 'broken' AND list_contains(string_split(?, chr(31)), pith_number)`;

const MOVES = [
  `UPDATE citations SET citing = i.work_id FROM work_ids i WHERE i.name_id = citing_name AND citing <> i.work_id`,
  `UPDATE citations SET cited = i.work_id FROM work_ids i WHERE i.name_id = cited_name AND cited <> i.work_id`,
  ...['records', 'claims', 'theorem_links'].map(
    (table) =>
      `UPDATE ${table} SET work_id = i.work_id FROM work_ids i WHERE i.name_id = ${table}.name_id AND ${table}.work_id <> i.work_id`,
  ),
];
