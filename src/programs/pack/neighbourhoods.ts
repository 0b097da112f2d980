import { join } from 'node:path';
import {
  NEIGHBOURHOODS_FILE,
  originalsFile,
  PLACE,
  PLACES_TABLE,
  rowLength,
  stretchStarts,
  writeRow,
  type CardLine,
  type PlacedDocument,
  type StretchLine,
} from '../../corpus';
import { TRUSTS } from '../../model';
import { Bytes } from './bytes';
import { eachRow, rowsOf, type Cursor } from './cursor';
import type { Database } from './database';
import { FileWriter } from './file-writer';
import type { OnStep } from './progress';
import type { Told } from './told';

/** Works that are laid out at once. */
const STEP = 20_000;
const [OPEN, COMMA] = [0x5b, 0x2c];

interface Line {
  readonly neighbour: number;
  readonly evidence: number;
  readonly document: number;
  readonly end: number;
}

export async function writeNeighbourhoods(
  database: Database,
  folder: string,
  told: Told,
  onStep: OnStep,
): Promise<void> {
  const works = await database.count('works');
  const places = new FileWriter(join(folder, PLACES_TABLE));
  const placeRow = new DataView(new ArrayBuffer(rowLength(PLACE)));
  const writer = new Neighbourhoods(new FileWriter(join(folder, NEIGHBOURHOODS_FILE)), told);
  let next = partOf(database, 1);
  for (let from = 1; from <= works; from += STEP) {
    onStep('neighbourhoods', from - 1, works);
    const { references, citing, originals, aliases, cards } = await next;
    // The database sorts what comes next meanwhile.
    next = partOf(database, from + STEP);
    for await (const row of eachRow(cards)) {
      const work = row.int(0);
      const place = writer.write(row, {
        names: await rowsOf(aliases, work, (name) => name.text(1) ?? ''),
        references: await rowsOf(references, work, lineIn),
        citing: await rowsOf(citing, work, lineIn),
        documents: await rowsOf(originals, work, originalIn),
      });
      writeRow(placeRow, 0, PLACE, [place.start, place.card, place.head]);
      places.bytes(new Uint8Array(placeRow.buffer));
    }
    for (const cursor of [references, citing, originals, aliases]) cursor.close();
  }
  for (const cursor of Object.values(await next)) cursor.close();
  await places.close();
  await writer.close();
}

async function partOf(database: Database, from: number) {
  const within = (number: string) => `${number} >= ${from} AND ${number} < ${from + STEP}`;
  const lines = (table: string, of: string, neighbour: string) =>
    `SELECT ${of}, ${neighbour}, evidence, document, "end" FROM ${table} WHERE ${within(of)} ORDER BY ${of}, ${neighbour}`;
  const [references, citing, originals, aliases, cards] = await Promise.all([
    database.read(lines('cites', 'citing', 'cited')),
    database.read(lines('cited_by', 'cited', 'citing')),
    database.read(
      `SELECT number, to_json([name, kind, sha256]), shard, start, bytes FROM about JOIN documents USING (document)
        WHERE ${within('number')} AND shard IS NOT NULL ORDER BY number, document`,
    ),
    database.read(`SELECT number, alias FROM aliases WHERE ${within('number')} ORDER BY number, place`),
    database.read(
      `SELECT number, to_json([id, title, authors, date, venue, category]), stub::INTEGER, trust, refs, citing FROM works
        WHERE ${within('number')} ORDER BY number`,
    ),
  ]);
  return { references, citing, originals, aliases, cards };
}

function lineIn(row: Cursor): Line {
  return { neighbour: row.int(1), evidence: row.int(2), document: row.int(3), end: row.int(4) };
}

function originalIn(row: Cursor): PlacedDocument {
  const [name, kind, sha256] = row.json<[string, string, string]>(1);
  return { name, kind, sha256, file: originalsFile(row.int(2)), start: row.int(3), bytes: row.int(4) };
}

interface Parts {
  readonly names: readonly string[];
  readonly references: readonly Line[];
  readonly citing: readonly Line[];
  readonly documents: readonly PlacedDocument[];
}

/** A work's own line says how long those after it are, so these are made first. */
class Neighbourhoods {
  readonly #file: FileWriter;
  readonly #told: Told;
  readonly #references = new Bytes();
  readonly #citing = new Bytes();

  constructor(file: FileWriter, told: Told) {
    this.#file = file;
    this.#told = told;
  }

  write(row: Cursor, { names, references, citing, documents }: Parts) {
    const [id, title = null, authors = null, date = null, venue = null, category = null] =
      row.json<[string, ...(string | null)[]]>(1);
    const stretches = {
      references: this.#write(this.#references, { id, direction: 'references' }, references),
      citing: this.#write(this.#citing, { id, direction: 'citing' }, citing),
    };
    const card: CardLine = {
      ...{ work: row.int(0), id, names, title, authors, date, venue, category },
      ...{ stub: row.int(2) === 1, trust: TRUSTS[row.int(3)] ?? 'none' },
      ...{ references: row.int(4), citing: row.int(5), documents, stretches },
    };
    const start = this.#file.size;
    this.#file.text(`${JSON.stringify(card)}\n`);
    const afterCard = this.#file.size;
    const [firstReferences = 0, firstCiting = 0] = [stretches.references[0], stretches.citing[0]];
    this.#file.bytes(this.#references.slice(0, firstReferences));
    this.#file.bytes(this.#citing.slice(0, firstCiting));
    const place = { start, card: afterCard - start, head: this.#file.size - start };
    this.#file.bytes(this.#references.slice(firstReferences, this.#references.length));
    this.#file.bytes(this.#citing.slice(firstCiting, this.#citing.length));
    return place;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /** The lines of a direction, one after the other, and how long each is. */
  #write(to: Bytes, about: Pick<StretchLine, 'id' | 'direction'>, lines: readonly Line[]): number[] {
    to.clear();
    const starts = stretchStarts(lines.length);
    return starts.map((from, at) => {
      const before = to.length;
      to.text(JSON.stringify({ ...about, from, total: lines.length }).slice(0, -1));
      this.#writeRows(to, lines.slice(from, starts[at + 1]));
      return to.length - before;
    });
  }

  #writeRows(to: Bytes, lines: readonly Line[]): void {
    const places = new Map<number, number>();
    for (const { document } of lines) if (!places.has(document)) places.set(document, places.size);
    to.text(',"documents":[');
    for (const [document, place] of places) {
      if (place > 0) to.byte(COMMA);
      this.#told.documents.copyTo(to, document);
    }
    to.text('],"rows":[');
    lines.forEach(({ neighbour, evidence, document, end }, nth) => {
      if (nth > 0) to.byte(COMMA);
      to.byte(OPEN);
      this.#told.works.copyTo(to, neighbour);
      to.number(evidence);
      to.number(places.get(document) ?? 0);
      this.#told.ends.copyTo(to, end);
    });
    to.text(']}\n');
  }
}
