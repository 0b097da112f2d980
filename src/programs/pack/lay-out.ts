import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, NAME, NAMES_TABLE } from '../../corpus';
import { eachRow } from './cursor';
import { quoted, type Database } from './database';
import { KeyTableWriter } from './key-table-writer';
import { writeNeighbourhoods } from './neighbourhoods';
import type { OnStep } from './progress';
import { tell } from './told';
import { writeWords } from './words';

/** Lays a settled corpus out into files to be read by ranges. */
export async function layOut(database: Database, folder: string, onStep: OnStep): Promise<void> {
  onStep('works', 0, 1);
  const told = await tell(database, folder);
  await writeNames(database, join(folder, NAMES_TABLE));
  // The database works by itself while lines are made here.
  await Promise.all([
    writeDatabase(database, join(folder, DATABASE_FILE)),
    writeNeighbourhoods(database, folder, told, onStep).then(() =>
      writeWords(database, folder, told.works, onStep),
    ),
  ]);
  for (const texts of [told.works, told.ends, told.documents]) texts.close();
}

/** Keys as the door of `corpus` has them. */
async function writeNames(database: Database, path: string): Promise<void> {
  const table = new KeyTableWriter(path, NAME, await database.count('aliases'));
  const names = await database.read(
    `SELECT greatest(1, ('0x' || sha256(alias)[1:13])::BIGINT)::DOUBLE AS key, number FROM aliases ORDER BY key, number`,
  );
  for await (const row of eachRow(names)) table.add([row.int(0), row.int(1)]);
  await table.close();
}

/** Only numbers stand in it: a reader fetches whole blocks, and of texts it would fetch 2,048 rows for one. */
async function writeDatabase({ connection }: Database, file: string): Promise<void> {
  rmSync(file, { force: true });
  await connection.run(`ATTACH ${quoted(file)} AS corpus (BLOCK_SIZE 65536, STORAGE_VERSION 'v1.4.0')`);
  for (const sql of [
    `CREATE TABLE corpus.cites AS SELECT citing, cited FROM cites ORDER BY citing, cited`,
    `CREATE TABLE corpus.cited_by AS SELECT cited, citing FROM cited_by ORDER BY cited, citing`,
    `CHECKPOINT corpus`,
    `DETACH corpus`,
  ])
    await connection.run(sql);
}
