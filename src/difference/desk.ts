import type { Change } from '../model';
import type { SnapshotPart } from '../queries';
import { differenceBetween, type Difference } from './difference';
import type { Entry, Group } from './entry';
import { marksOf, type Marks } from './marks';
import { SnapshotBook } from './snapshot';

export type SideName = 'before' | 'after';

export type Summary = Pick<Difference, 'counts' | 'documents' | 'renamed'>;

export interface Marked {
  readonly nodes: readonly (Change | null)[];
  readonly lines: readonly (Change | null)[];
  /** Of each node, the title before where it is another now. */
  readonly titles: readonly (string | null)[];
}

export type Asked =
  | { readonly verb: 'begin'; readonly side: SideName }
  | { readonly verb: 'add'; readonly side: SideName; readonly part: SnapshotPart }
  | { readonly verb: 'compare' }
  | { readonly verb: 'entries'; readonly group: Group; readonly from: number; readonly most: number }
  | { readonly verb: 'marks'; readonly nodes: readonly string[]; readonly lines: readonly string[] };

/** The worker's end: two snapshots, and what is not the same in them. */
export class DifferenceDesk {
  readonly #books = { before: new SnapshotBook(), after: new SnapshotBook() };
  #entries: readonly Entry[] = [];
  #marks: Marks = { nodes: new Map(), lines: new Map(), titles: new Map() };

  answer(asked: Asked): unknown {
    switch (asked.verb) {
      case 'begin':
        this.#books[asked.side] = new SnapshotBook();
        return null;
      case 'add':
        this.#books[asked.side].add(asked.part);
        return null;
      case 'compare':
        return this.#compare();
      case 'entries':
        return this.#entries
          .filter(({ group }) => group === asked.group)
          .slice(asked.from, asked.from + asked.most);
      case 'marks':
        return this.#marked(asked.nodes, asked.lines);
    }
  }

  #compare(): Summary {
    const { before, after } = this.#books;
    const { entries, ...summary } = differenceBetween(before.snapshot, after.snapshot);
    this.#entries = entries;
    this.#marks = marksOf(entries);
    return summary;
  }

  #marked(nodes: readonly string[], lines: readonly string[]): Marked {
    return {
      nodes: nodes.map((id) => this.#marks.nodes.get(id) ?? null),
      lines: lines.map((id) => this.#marks.lines.get(id) ?? null),
      titles: nodes.map((id) => this.#marks.titles.get(id) ?? null),
    };
  }
}
