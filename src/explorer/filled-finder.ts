import {
  Finding as Finder,
  NEEDS,
  type Answer,
  type Filling,
  type Need,
  type Question,
  type Verb,
} from '../find';
import { readFormal, readLines, readNodes, readTexts } from '../queries';
import type { Connection } from '../tables';

/**
 * A worker that finds in what was loaded when it was made. Each kind of it is read by parts, when a question needs it
 * first.
 */
export class FilledFinder {
  readonly #finder = new Finder();
  readonly #connection: Connection;
  readonly #tell: (filling: Filling | null) => void;
  readonly #filled = new Map<Need, Promise<void>>();

  constructor(connection: Connection, tell: (filling: Filling | null) => void) {
    this.#connection = connection;
    this.#tell = tell;
  }

  /** So it is also where something could not be read. */
  get isClosed(): boolean {
    return this.#finder.isClosed;
  }

  async ask<V extends Verb>(verb: V, question: Question<V>): Promise<Answer<V>> {
    for (const need of NEEDS[verb]) await this.#have(need);
    return this.#finder.ask(verb, question);
  }

  /** What is under way rejects for this reason. */
  close(reason: Error): void {
    this.#finder.close(reason);
  }

  #have(need: Need): Promise<void> {
    let having = this.#filled.get(need);
    if (!having) {
      having = this.#fill(need);
      this.#filled.set(need, having);
    }
    return having;
  }

  async #fill(need: Need): Promise<void> {
    const onShare = (share: number) => this.#tell({ need, share });
    onShare(0);
    try {
      await FILL[need](this.#finder, this.#connection, onShare);
      this.#tell(null);
    } catch (failure) {
      this.close(failure instanceof Error ? failure : new Error(String(failure)));
      throw failure;
    }
  }
}

type Fill = (finder: Finder, connection: Connection, onShare: (share: number) => void) => Promise<void>;

const FILL: Readonly<Record<Need, Fill>> = {
  nodes: async (finder, connection) => {
    const [nodes, formal] = await Promise.all([readNodes(connection), readFormal(connection)]);
    await finder.load(nodes, formal);
  },
  lines: (finder, connection, onShare) => finder.addLines(readLines(connection, onShare)),
  texts: (finder, connection, onShare) => finder.addTexts(readTexts(connection, onShare)),
};
