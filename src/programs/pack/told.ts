import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { keyIn, titleWords, type NeighbourRow } from '../../corpus';
import { TRUSTS } from '../../model';
import { eachRow } from './cursor';
import type { Database } from './database';
import { NumberedTexts } from './numbered-texts';

const MOST_AUTHORS = 100;
/** Words whose keys stay in memory. */
const MOST_WORDS = 500_000;

/** What stands in many lines is made once. */
export interface Told {
  /** Each work as it begins a row of others' neighbours. */
  readonly works: NumberedTexts;
  /** Each way in which evidence ends such a row. */
  readonly ends: NumberedTexts;
  /** The names of documents, as JSON. */
  readonly documents: NumberedTexts;
}

/** In files of the folder that are gone once they are closed. */
export async function tell(database: Database, folder: string): Promise<Told> {
  const texts = (name: string) => new NumberedTexts(join(folder, `told-${name}`));
  const told = { works: texts('works'), ends: texts('ends'), documents: texts('documents') };
  await tellWorks(database, told.works);
  await tellEnds(database, told.ends);
  await tellDocuments(database, told.documents);
  return told;
}

/** And which words stand in titles. Texts come as one, as JSON: each that comes by itself costs as much as all. */
async function tellWorks(database: Database, told: NumberedTexts): Promise<void> {
  for (const sql of [
    'CREATE OR REPLACE TABLE postings (key DOUBLE, work INTEGER)',
    'CREATE OR REPLACE TABLE vocabulary (key DOUBLE, word VARCHAR)',
  ])
    await database.connection.run(sql);
  const postings = await database.append('postings');
  const vocabulary = await database.append('vocabulary');
  const known = new Map<string, number>();
  const works = await database.read(
    `SELECT number, to_json([id, title, authors, date, category]), stub::INTEGER, trust, refs, citing FROM works ORDER BY number`,
  );
  for await (const row of eachRow(works)) {
    const [id, title, authors, date, category] = row.json<[string, ...(string | null)[]]>(1);
    const neighbour: NeighbourRow = [
      ...([row.int(0), id, title ?? null, cut(authors ?? null), date ?? null, category ?? null] as const),
      ...([row.int(2) === 1 ? 1 : 0, TRUSTS[row.int(3)] ?? 'none', row.int(4), row.int(5)] as const),
    ];
    told.add(JSON.stringify(neighbour).slice(1, -1));
    for (const word of titleWords(title ?? '')) {
      let key = known.get(word);
      if (key === undefined) {
        key = keyIn(createHash('sha256').update(word).digest());
        if (known.size > MOST_WORDS) known.clear();
        known.set(word, key);
        vocabulary.add(key, word);
      }
      postings.add(key, row.int(0));
    }
  }
  told.finish();
  for (const rows of [postings, vocabulary]) rows.close();
}

async function tellEnds(database: Database, told: NumberedTexts): Promise<void> {
  const ends = await database.read(
    'SELECT "end", to_json([pointer, role, relationship]) FROM ends JOIN places USING (place) ORDER BY "end"',
  );
  for await (const row of eachRow(ends)) {
    const said = row.json<(string | null)[]>(1);
    while (said.at(-1) === null) said.pop();
    told.add(`${said.map((one) => `,${JSON.stringify(one)}`).join('')}]`);
  }
  told.finish();
}

async function tellDocuments(database: Database, told: NumberedTexts): Promise<void> {
  const documents = await database.read('SELECT to_json([name]) FROM documents ORDER BY document');
  for await (const row of eachRow(documents)) told.add(JSON.stringify(row.json<[string]>(0)[0]));
  told.finish();
}

function cut(authors: string | null): string | null {
  return authors !== null && authors.length > MOST_AUTHORS
    ? `${authors.slice(0, MOST_AUTHORS - 1)}…`
    : authors;
}
