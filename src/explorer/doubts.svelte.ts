import type { Dependent } from '../find';
import { dependentsSql, readBriefs, resolveNames, type Brief } from '../queries';
import { claimIn } from './claim-in';
import { Latest } from './latest.svelte';
import { MarkBook } from './marks.svelte';
import type { Ground } from './tools';

export interface DependentRow extends Omit<Dependent, 'path'> {
  readonly brief: Brief;
  /** From what is in doubt to this one. */
  readonly path: readonly Brief[];
}

/** A work, a theorem or a claim that is marked. */
export interface DoubtStart {
  /** What the mark is kept under. */
  readonly id: string;
  /** Of a claim, its work. */
  readonly brief: Brief;
  /** Null where it is no claim. */
  readonly claimId: string | null;
}

export interface DoubtAnswer {
  readonly starts: readonly DoubtStart[];
  readonly formally: readonly DependentRow[];
  readonly otherwise: readonly DependentRow[];
}

/** What depends on what a person holds to be in doubt or corrected. */
export class DoubtList {
  readonly #ground: Ground;
  readonly #marks: MarkBook;
  readonly #answer: Latest<DoubtAnswer>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#marks = ground.tool(MarkBook);
    this.#answer = new Latest(ground.notices);
  }

  get answer(): DoubtAnswer | null {
    return this.#answer.value;
  }

  get isWorking(): boolean {
    return this.#answer.isWorking;
  }

  get isStopped(): boolean {
    return this.#answer.isStopped;
  }

  /** What is to be answered; a change of it asks for `read`. */
  get wanted() {
    return {
      starts: this.#marks.idsWhere(({ doubt }) => doubt !== null),
      holdings: this.#ground.library.holdings,
    };
  }

  /** What depends on it as SQL: formally alone, or at all. */
  sql(isFormal: boolean): string {
    const starts = [...new Set((this.answer?.starts ?? []).map(({ brief }) => brief.id))];
    return dependentsSql(starts, isFormal ? ['uses'] : ['cites', 'formal', 'uses']);
  }

  async read({ starts, holdings }: DoubtList['wanted']): Promise<void> {
    const isAsked = holdings !== null && starts.length > 0;
    await this.#answer.ask([this.#ground.library.revision, starts], isAsked ? () => this.#ask(starts) : null);
  }

  async #ask(ids: readonly string[]): Promise<DoubtAnswer> {
    const connection = await this.#ground.library.connection();
    await this.#marks.settle(connection);
    const names = await resolveNames(connection, ids);
    const starts = [...new Set([...names.values()].map(({ node }) => node))];
    const { formally, otherwise } = await this.#ground.finding.ask('cascade', { starts });
    const nodes = [...starts, ...formally, ...otherwise].map((one) =>
      typeof one === 'number' ? one : one.node,
    );
    const briefs = await readBriefs(connection, nodes);
    const rowsOf = (dependents: readonly Dependent[]) =>
      dependents.flatMap(({ path, ...one }) => {
        const brief = briefs.get(one.node);
        return brief ? [{ ...one, brief, path: path.flatMap((node) => briefs.get(node) ?? []) }] : [];
      });
    return {
      starts: [...names.values()].flatMap(({ node, id }) => {
        const brief = briefs.get(node);
        return brief ? [{ id, brief, claimId: claimIn(id, brief.id) }] : [];
      }),
      formally: rowsOf(formally),
      otherwise: rowsOf(otherwise),
    };
  }
}
