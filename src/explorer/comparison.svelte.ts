import type { Aspect, Comparison, Region } from '../find';
import { readBriefs, regionSql, resolveNames, type Brief } from '../queries';
import { Latest } from './latest.svelte';
import type { Ground } from './tools';

export interface ComparisonAnswer {
  /** How many of each aspect each region has: what exactly these groups have. */
  readonly comparison: Comparison;
  readonly briefs: ReadonlyMap<number, Brief>;
  /** Public ids of each group. */
  readonly groups: readonly (readonly string[])[];
}

export type { Aspect, Region };

/** Two or three works or selections side by side. */
export class Comparer {
  /** Public ids, or any alias. */
  #groups = $state.raw<readonly (readonly string[])[]>([[], []]);
  readonly #ground: Ground;
  readonly #answer: Latest<ComparisonAnswer>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#answer = new Latest(ground.notices);
  }

  get groups(): readonly (readonly string[])[] {
    return this.#groups;
  }

  set groups(groups: readonly (readonly string[])[]) {
    this.#groups = groups;
  }

  get answer(): ComparisonAnswer | null {
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
    return { groups: this.#groups, holdings: this.#ground.library.holdings };
  }

  async read({ groups, holdings }: Comparer['wanted']): Promise<void> {
    const isAsked = holdings !== null && groups.filter((group) => group.length > 0).length > 1;
    await this.#answer.ask([this.#ground.library.revision, groups], isAsked ? () => this.#ask(groups) : null);
  }

  async #ask(ids: readonly (readonly string[])[]): Promise<ComparisonAnswer> {
    const connection = await this.#ground.library.connection();
    const names = await resolveNames(connection, ids.flat());
    const groups = ids.map((group) => group.flatMap((id) => names.get(id)?.node ?? []));
    const comparison = await this.#ground.finding.ask('compare', { groups });
    const { references, citers, theorems } = comparison;
    const nodes = [...references, ...citers, ...theorems].flatMap(({ items }) => items);
    return {
      comparison,
      briefs: await readBriefs(connection, nodes.slice(0, MOST_LISTED)),
      groups: ids.map((group) => group.flatMap((id) => names.get(id)?.id ?? [])),
    };
  }

  /** A region as SQL, where it can be said in SQL. */
  sql(aspect: Aspect, region: number): string | null {
    if (!this.answer || (aspect !== 'references' && aspect !== 'citers')) return null;
    return regionSql({ aspect, groups: this.answer.groups, region });
  }
}

const MOST_LISTED = 5_000;
