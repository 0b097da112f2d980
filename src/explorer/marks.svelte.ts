import { resolveNames } from '../queries';
import type { Connection } from '../tables';
import { isBlank, NO_MARK, readMarks, writeMarks, type Mark, type Marks } from '../workspace';
import type { Ground } from './tools';

const MOST_UNDONE = 100;

/** What a person marked: on this machine, for the address of this page. Changes can be undone. */
export class MarkBook {
  /** By the alias that was marked. */
  #marks: Marks = {};
  /** Public ids of aliases that are others by now. */
  #names: ReadonlyMap<string, string> = new Map();
  #before = $state.raw<readonly Marks[]>([]);
  #all = $state.raw<ReadonlyMap<string, Mark>>(new Map());
  readonly #address: string;
  readonly #notices: Ground['notices'];

  constructor({ address, notices }: Ground) {
    this.#address = address;
    this.#notices = notices;
    this.#read();
    // Another tab of this address marks too.
    window.addEventListener('storage', () => this.#read());
  }

  /** By public id, in the order they were marked. */
  get all(): ReadonlyMap<string, Mark> {
    return this.#all;
  }

  of(id: string): Mark {
    return this.#all.get(id) ?? NO_MARK;
  }

  /** Public ids of the works with such a mark, in the order they were marked. */
  idsWhere(fits: (mark: Mark) => boolean): string[] {
    return [...this.#all].filter(([, mark]) => fits(mark)).map(([id]) => id);
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  mark(ids: readonly string[], change: Partial<Mark>): void {
    this.#before = [...this.#before, this.#marks].slice(-MOST_UNDONE);
    this.#write(this.#changed(this.#marks, ids, change));
  }

  /** Looking at a work is not a step to be undone, nor taken back by one. */
  see(id: string): void {
    if (this.of(id).isSeen) return;
    const seen = (marks: Marks) => this.#changed(marks, [id], { isSeen: true });
    this.#before = this.#before.map(seen);
    this.#write(seen(this.#marks));
  }

  undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#before = this.#before.slice(0, -1);
    this.#write(before);
  }

  /** Learns which works the marked aliases name in what is loaded. */
  async settle(connection: Connection): Promise<void> {
    const found = await resolveNames(connection, Object.keys(this.#marks));
    const names = new Map([...found].map(([alias, { id }]) => [alias, id]));
    const isSame = JSON.stringify([...names]) === JSON.stringify([...this.#names]);
    this.#names = names;
    if (!isSame) this.#index();
  }

  #read(): void {
    this.#marks = readMarks(this.#address);
    this.#index();
  }

  #index(): void {
    const entries = Object.entries(this.#marks);
    this.#all = new Map(entries.map(([alias, mark]) => [this.#names.get(alias) ?? alias, mark]));
  }

  #changed(before: Marks, ids: readonly string[], change: Partial<Mark>): Marks {
    const wanted = new Set(ids);
    const marks = new Map(Object.entries(before));
    for (const alias of marks.keys()) {
      const id = this.#names.get(alias) ?? alias;
      if (wanted.delete(id)) marks.set(alias, { ...(marks.get(alias) ?? NO_MARK), ...change });
    }
    for (const id of wanted) marks.set(id, { ...NO_MARK, ...change });
    return Object.fromEntries([...marks].filter(([, mark]) => !isBlank(mark)));
  }

  #write(marks: Marks): void {
    this.#marks = marks;
    this.#index();
    if (!writeMarks(this.#address, marks))
      this.#notices.say('There is no room to keep your marks: they are gone when this page is closed.');
  }
}
