import { PAGE, pageOf, pagesFor, rowLength, rowsOnPage, writeRow, type Widths } from '../../corpus';
import { FileWriter } from './file-writer';

/** Writes rows that come sorted by their keys into pages, as the door of `corpus` describes them. */
export class KeyTableWriter {
  readonly #file: FileWriter;
  readonly #widths: Widths;
  readonly #pages: number;
  readonly #most: number;
  #page = new DataView(new ArrayBuffer(PAGE));
  #nth = 0;
  #rows = 0;

  /** `rows` is how many will come. */
  constructor(path: string, widths: Widths, rows: number) {
    this.#file = new FileWriter(path);
    this.#widths = widths;
    this.#pages = pagesFor(rows, widths);
    this.#most = rowsOnPage(widths);
  }

  /** The key first. */
  add(row: readonly [key: number, ...others: number[]]): void {
    const page = pageOf(row[0], this.#pages);
    while (this.#nth < page || this.#rows === this.#most) this.#turn();
    writeRow(this.#page, this.#rows * rowLength(this.#widths), this.#widths, row);
    this.#rows += 1;
  }

  async close(): Promise<void> {
    while (this.#nth <= this.#pages) this.#turn();
    await this.#file.close();
    if (this.#nth > this.#pages + 1) throw new Error('Keys of a corpus are not spread evenly.');
  }

  #turn(): void {
    this.#file.bytes(new Uint8Array(this.#page.buffer));
    this.#page = new DataView(new ArrayBuffer(PAGE));
    this.#nth += 1;
    this.#rows = 0;
  }
}
