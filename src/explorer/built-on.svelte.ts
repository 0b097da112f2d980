import type { BuildsOn, Descendant } from '../find';
import { dependentsSql, firstToCiteSql, readBriefs, readRoles, resolveNames, type Brief } from '../queries';
import { Latest } from './latest.svelte';
import type { Ground } from './tools';

export interface BuiltOnRow extends Descendant {
  readonly brief: Brief;
  /** As what it cites a start, where the evidence says so. */
  readonly role: string | null;
}

export interface BuiltOnAnswer extends Omit<BuildsOn, 'descendants'> {
  readonly starts: readonly Brief[];
  readonly rows: readonly BuiltOnRow[];
  readonly briefs: ReadonlyMap<number, Brief>;
}

/** What builds on the focus and the seeds: descendants by citation, and the main paths among them. */
export class BuiltOnList {
  #routes = $state(5);
  readonly #ground: Ground;
  readonly #answer: Latest<BuiltOnAnswer>;
  readonly #order: Latest<readonly Brief[]>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#answer = new Latest(ground.notices);
    this.#order = new Latest(ground.notices);
  }

  get routes(): number {
    return this.#routes;
  }

  set routes(routes: number) {
    this.#routes = routes;
  }

  get answer(): BuiltOnAnswer | null {
    return this.#answer.value;
  }

  get isWorking(): boolean {
    return this.#answer.isWorking;
  }

  get isStopped(): boolean {
    return this.#answer.isStopped;
  }

  /** The selection in an order to read it in; null until it was asked for. */
  get readingOrder(): readonly Brief[] | null {
    return this.#order.value;
  }

  /** What the list is to answer; a change of it asks for `read`. */
  get wanted() {
    const { focus, seeds } = this.#ground.showing.namedView;
    return {
      starts: [...new Set(focus === null ? seeds : [focus, ...seeds])],
      routes: this.#routes,
      holdings: this.#ground.library.holdings,
    };
  }

  async read({ starts, routes, holdings }: BuiltOnList['wanted']): Promise<void> {
    const isAsked = holdings !== null && starts.length > 0;
    await this.#answer.ask(
      [this.#ground.library.revision, starts, routes],
      isAsked ? () => this.#ask(starts, routes) : null,
    );
  }

  async #ask(ids: readonly string[], routes: number): Promise<BuiltOnAnswer> {
    const connection = await this.#ground.library.connection();
    const names = await resolveNames(connection, ids);
    const starts = ids.flatMap((id) => names.get(id)?.node ?? []);
    const { descendants, ...answer } = await this.#ground.finding.ask('buildsOn', { starts, routes });
    const nodes = [
      ...starts,
      ...descendants.map(({ node }) => node),
      ...answer.mainPaths.lines.flatMap(({ citing, cited }) => [citing, cited]),
    ];
    const [briefs, roles] = await Promise.all([readBriefs(connection, nodes), readRoles(connection, starts)]);
    return {
      ...answer,
      starts: starts.flatMap((node) => briefs.get(node) ?? []),
      rows: descendants.flatMap((one) => {
        const brief = briefs.get(one.node);
        return brief ? [{ ...one, brief, role: roles.get(one.node) ?? null }] : [];
      }),
      briefs,
    };
  }

  /** The list as SQL: what cites the starts directly, or all that builds on them by steps. */
  sql(which: 'first' | 'all'): string {
    const starts = (this.answer?.starts ?? []).map(({ id }) => id);
    return which === 'first' ? firstToCiteSql(starts) : dependentsSql(starts, ['cites']);
  }

  /** An order to read some works in: what is built on comes first, else the oldest. */
  async order(ids: readonly string[]): Promise<void> {
    await this.#order.ask([this.#ground.library.revision, ids], async () => {
      const connection = await this.#ground.library.connection();
      const names = await resolveNames(connection, ids);
      const { nodes } = await this.#ground.finding.ask('readingOrder', {
        nodes: [...names.values()].map(({ node }) => node),
      });
      const briefs = await readBriefs(connection, nodes);
      return nodes.flatMap((node) => briefs.get(node) ?? []);
    });
  }
}
