import { buildGraph, type EvidenceGraph } from '../graph';
import { layoutInput, type LayoutInput, type Positions } from '../layout';
import { Failure, type Cone, type LayoutName, type Standing, type View } from '../model';
import { countNextStep, neighbourhoodOf, readParticulars, type Neighbourhood, type Part } from '../queries';
import type { Connection } from '../tables';
import { aliasesOf, NameBook, type Names } from './names';
import { graphOptions, type Picture, type Shown } from './picture';
import { Recent } from './recent';
import { wantedBy, type Wanted } from './wanted';

export type Arrange = (layout: LayoutName, input: LayoutInput) => Promise<Positions>;

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

export interface PictureSource {
  /** Without it no cone can be shown, and how well statements stand is not told. */
  readonly formal?: FormalSource;
  readonly connection: Connection;
  readonly arrange: Arrange;
  /** Clusters of a neighbourhood, in the order of its nodes; without it there are none. */
  readonly cluster?: (rows: Neighbourhood) => Promise<readonly string[]>;
}

/** A ground with what was wanted besides. */
interface Full {
  readonly told: Pick<Picture, 'particulars' | 'clusters'>;
  readonly graph: EvidenceGraph;
}

interface Ground {
  readonly rows: Neighbourhood;
  readonly graph: EvidenceGraph;
}

const KEPT = 8;
const TOO_MANY =
  'These are too many statements to leave out the lines that longer ways say too; draw all lines.';

/**
 * From the tables, as they are now, to pictures. The last ones are kept, so that going back to a View, or to another
 * layout and back, asks nothing. Rejects with a Failure `not-found` where the focus is in nothing that is loaded.
 */
export class PictureMaker {
  readonly #source: PictureSource;
  readonly #names: NameBook;
  /** Folding and what carries no id change a graph without asking the tables. */
  readonly #rows = new Recent<Neighbourhood>(KEPT);
  readonly #grounds = new Recent<Ground>(KEPT);
  readonly #positions = new Recent<Positions>(3 * KEPT);
  readonly #counts = new Recent<number>(3 * KEPT);
  readonly #full = new Recent<Full>(KEPT);

  constructor(source: PictureSource) {
    this.#source = source;
    this.#names = new NameBook(source.connection);
  }

  /** `wanted` may ask for more than the View needs. */
  async make(view: View, wanted: Wanted = wantedBy(view)): Promise<Shown> {
    const names = await this.#names.read(aliasesOf(view));
    const { cone, folded, axioms, unidentified } = view;
    const key = JSON.stringify([questionOf(view, names), cone, folded, axioms, unidentified]);
    const { rows, graph } = await this.#grounds.get(key, () => this.#ground(view, names));
    const positions = await this.#arranged(key, graph, view, names);
    const picture = { rows, positions, names: idsOf(names) };
    if (!wanted.particulars && !wanted.clusters) return { picture, graph };
    const full = await this.#full.get(JSON.stringify([key, wanted]), () =>
      this.#fill(rows, view, wanted, names),
    );
    return { picture: { ...picture, ...full.told }, graph: full.graph };
  }

  async #fill(rows: Neighbourhood, view: View, wanted: Wanted, names: Names): Promise<Full> {
    const { connection, cluster } = this.#source;
    const [particulars, clusters] = await Promise.all([
      wanted.particulars ? readParticulars(connection, rows.nodes.node) : undefined,
      wanted.clusters ? cluster?.(rows) : undefined,
    ]);
    const told = { ...(particulars && { particulars }), ...(clusters && { clusters }) };
    return { told, graph: buildGraph(rows, { ...graphOptions(view, idsOf(names)), ...told }) };
  }

  async #ground(view: View, names: Names): Promise<Ground> {
    const { cone, axioms } = view;
    const key = JSON.stringify([questionOf(view, names), cone, axioms]);
    const rows = await this.#rows.get(key, () => this.#read(view, names));
    return { rows, graph: buildGraph(rows, graphOptions(view, idsOf(names))) };
  }

  async #read(view: View, names: Names): Promise<Neighbourhood> {
    const part = await this.#part(view, names);
    const question = { ...questionOf(view, names), part };
    const rows = await this.#withStandings(await neighbourhoodOf(this.#source.connection, question), view);
    this.#names.learn(rows.nodes);
    return rows;
  }

  /** What the View's cone holds; null where it has none. */
  async #part({ cone }: View, names: Names): Promise<Part | null> {
    if (!cone || !this.#source.formal) return null;
    const { of, ...question } = cone;
    const theorem = names.get(of)?.node;
    if (theorem === undefined) throw new Failure('not-found', `${of} is not in what is loaded.`);
    const found = await this.#source.formal.cone({ ...question, theorem });
    const { nodes, steps, from, to } = found;
    if (!found.isReduced) throw new Failure('bad-argument', TOO_MANY);
    return {
      nodes: new Map([[theorem, 0], ...nodes.map((node, row) => [node, steps[row] ?? 0] as const)]),
      uses: new Set(from.map((node, row) => `${node} ${to[row]}`)),
    };
  }

  async #withStandings(rows: Neighbourhood, { axioms }: View): Promise<Neighbourhood> {
    const { formal } = rows;
    const source = this.#source.formal;
    if (!formal || !source) return rows;
    const standing = await source.standings({ nodes: formal.node, allowed: axioms });
    return { ...rows, formal: { ...formal, standing } };
  }

  #arranged(ground: string, graph: EvidenceGraph, view: View, names: Names): Promise<Positions> {
    const { layout, layoutSettings } = view;
    const focus = view.focus === null ? null : (names.get(view.focus)?.id ?? null);
    const key = JSON.stringify([ground, layout, layoutSettings, focus]);
    return this.#positions.get(key, () =>
      this.#source.arrange(layout, layoutInput(graph, focus, layoutSettings)),
    );
  }

  /** How many nodes one step more would add; null where depth is at its end. */
  async countNext(view: View): Promise<number | null> {
    if (view.depth === 3 || view.cone) return null;
    const question = questionOf(view, await this.#names.read(aliasesOf(view)));
    return this.#counts.get(JSON.stringify(question), () => countNextStep(this.#source.connection, question));
  }
}

function idsOf(names: Names): Readonly<Record<string, string>> {
  return Object.fromEntries([...names].map(([alias, { id }]) => [alias, id]));
}

function questionOf(view: View, names: Names) {
  const nodesOf = (aliases: readonly string[]) => aliases.flatMap((alias) => names.get(alias)?.node ?? []);
  const { direction, depth, lines } = view;
  return {
    ...{ seeds: startsOf(view, names), direction, depth, kinds: lines },
    expanded: nodesOf(view.expanded),
    added: nodesOf(view.added),
    unfolded: nodesOf(view.unfolded),
  };
}

function startsOf(view: View, names: Names): number[] {
  const starts = [...(view.focus === null ? [] : [view.focus]), ...view.seeds];
  if (view.focus !== null && !names.has(view.focus)) {
    throw new Failure('not-found', `${view.focus} is not in what is loaded.`);
  }
  return starts.flatMap((alias) => names.get(alias)?.node ?? []);
}
