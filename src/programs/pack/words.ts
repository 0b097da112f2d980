import { join } from 'node:path';
import { encodePostings, POSTINGS_FILE, WORD, WORDS_FILE, WORDS_TABLE, WORKS_A_WORD } from '../../corpus';
import { Bytes } from './bytes';
import { eachRow, rowsOf } from './cursor';
import type { Database } from './database';
import { FileWriter } from './file-writer';
import { KeyTableWriter } from './key-table-writer';
import type { NumberedTexts } from './numbered-texts';
import type { OnStep } from './progress';

const [OPEN, CLOSE, COMMA] = [0x5b, 0x5d, 0x2c];

/** A word's line: in how many titles it stands, and the most cited of their works. */
export async function writeWords(
  database: Database,
  folder: string,
  told: NumberedTexts,
  onStep: OnStep,
): Promise<void> {
  const file = new FileWriter(join(folder, WORDS_FILE));
  const all = new FileWriter(join(folder, POSTINGS_FILE));
  const distinct = await database.count('(SELECT DISTINCT key FROM postings)');
  const table = new KeyTableWriter(join(folder, WORDS_TABLE), WORD, distinct);
  const postings = await database.read('SELECT key, work FROM postings ORDER BY key, work');
  const words = await database.read('SELECT key, min(word) FROM vocabulary GROUP BY key ORDER BY key');
  const line = new Bytes();
  let done = 0;
  for await (const row of eachRow(words)) {
    onStep('words', done++, distinct);
    const key = row.int(0);
    const works = await rowsOf(postings, key, (posting) => posting.int(1));
    const [start, first] = [file.size, all.size];
    line.clear();
    line.text(`${JSON.stringify({ word: row.text(1), works: works.length }).slice(0, -1)},"rows":[`);
    works.slice(0, WORKS_A_WORD).forEach((work, nth) => {
      if (nth > 0) line.byte(COMMA);
      line.byte(OPEN);
      told.copyTo(line, work);
      line.byte(CLOSE);
    });
    line.text(']}\n');
    file.bytes(line.slice(0, line.length));
    all.bytes(encodePostings(works));
    table.add([key, works.length, start, file.size - start, first, all.size - first]);
  }
  postings.close();
  for (const one of [file, all, table]) await one.close();
}
