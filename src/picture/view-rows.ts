import { Failure, type Cone, type Standing, type View } from '../model';
import { countNextStep, neighbourhoodOf, type Neighbourhood, type Part } from '../queries';
import type { Connection } from '../tables';
import { aliasesOf, NameBook, type Names } from './names';

/** What the statements of formal libraries come to, worked out of all that is loaded. */
export interface FormalSource {
  readonly cone: (question: Omit<Cone, 'of'> & { readonly theorem: number }) => Promise<{
    readonly nodes: readonly number[];
    readonly steps: readonly number[];
    readonly from: readonly number[];
    readonly to: readonly number[];
    /** False where there are too many statements to leave lines out. */
    readonly isReduced: boolean;
  }>;
  readonly standings: (question: {
    readonly nodes: readonly number[];
    readonly allowed: readonly string[];
  }) => Promise<readonly (Standing | null)[]>;
}

/** A View whose names were read. */
export interface NamedView {
  readonly view: View;
  readonly names: Names;
}

const TOO_MANY =
  'These are too many statements to leave out the lines that longer ways say too; draw all lines.';

/** From the tables, as they are now, to the rows of Views. */
export class ViewRows {
  readonly #connection: Connection;
  readonly #formal: FormalSource | undefined;
  readonly #names: NameBook;

  constructor(connection: Connection, formal?: FormalSource) {
    this.#connection = connection;
    this.#formal = formal;
    this.#names = new NameBook(connection);
  }

  async named(view: View): Promise<NamedView> {
    return { view, names: await this.#names.read(aliasesOf(view)) };
  }

  /** What the aliases of a View mean; those that nothing loaded has are absent. */
  async ids(view: View): Promise<Readonly<Record<string, string>>> {
    return idsOf((await this.named(view)).names);
  }

  /** What of the View nothing loaded has is left out: a start as well as the middle of a cone. */
  async known(view: View): Promise<Neighbourhood> {
    const { names } = await this.named(view);
    if (view.cone === null || names.has(view.cone.of)) return this.read({ view, names });
    return this.read({ view: { ...view, cone: null, focus: null, seeds: [] }, names });
  }

  async read({ view, names }: NamedView): Promise<Neighbourhood> {
    const part = await this.#part(view, names);
    const question = { ...questionOf({ view, names }), part };
    const rows = await this.#withStandings(await neighbourhoodOf(this.#connection, question), view);
    this.#names.learn(rows.nodes);
    return rows;
  }

  /** What the View's cone holds; null where it has none. */
  async #part({ cone }: View, names: Names): Promise<Part | null> {
    if (!cone || !this.#formal) return null;
    const { of, ...question } = cone;
    const theorem = names.get(of)?.node;
    if (theorem === undefined) throw new Failure('not-found', `${of} is not in what is loaded.`);
    const found = await this.#formal.cone({ ...question, theorem });
    const { nodes, steps, from, to } = found;
    if (!found.isReduced) throw new Failure('bad-argument', TOO_MANY);
    return {
      nodes: new Map([[theorem, 0], ...nodes.map((node, row) => [node, steps[row] ?? 0] as const)]),
      uses: new Set(from.map((node, row) => `${node} ${to[row]}`)),
    };
  }

  async #withStandings(rows: Neighbourhood, { axioms }: View): Promise<Neighbourhood> {
    const { formal } = rows;
    if (!formal || !this.#formal) return rows;
    const standing = await this.#formal.standings({ nodes: formal.node, allowed: axioms });
    return { ...rows, formal: { ...formal, standing } };
  }

  /** How many nodes one step more would add; null where depth is at its end. */
  async countNext(view: View, keep: (key: string, count: () => Promise<number>) => Promise<number>) {
    if (view.depth === 3 || view.cone) return null;
    const question = questionOf(await this.named(view));
    return keep(JSON.stringify(question), () => countNextStep(this.#connection, question));
  }
}

export function idsOf(names: Names): Readonly<Record<string, string>> {
  return Object.fromEntries([...names].map(([alias, { id }]) => [alias, id]));
}

/** All that the rows of a View depend on but its cone, in the numbers of nodes. */
export function questionOf({ view, names }: NamedView) {
  const nodesOf = (aliases: readonly string[]) => aliases.flatMap((alias) => names.get(alias)?.node ?? []);
  const { direction, depth, lines } = view;
  return {
    ...{ seeds: startsOf(view, names), direction, depth, kinds: lines },
    expanded: nodesOf(view.expanded),
    added: nodesOf(view.added),
    unfolded: nodesOf(view.unfolded),
  };
}

function startsOf({ focus, seeds }: View, names: Names): number[] {
  const starts = [...(focus === null ? [] : [focus]), ...seeds];
  return starts.flatMap((alias) => names.get(alias)?.node ?? []);
}
