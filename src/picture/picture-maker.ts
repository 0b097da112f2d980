import { buildGraph, MANY_NODES, tellClusters, type EvidenceGraph } from '../graph';
import { layoutInput, type Arranging, type LayoutInput, type Positions } from '../layout';
import { Failure, type LayoutName, type View } from '../model';
import { readParticulars, type Neighbourhood } from '../queries';
import type { Connection } from '../tables';
import type { Beside } from './beside';
import { withPublicIds } from './names';
import { graphOptions, type Picture, type Shown } from './picture';
import { Recent } from './recent';
import { idsOf, questionOf, ViewRows, type FormalSource, type NamedView } from './view-rows';
import { wantedBy, type Wanted } from './wanted';

export type Arrange = (layout: LayoutName, input: LayoutInput, arranging?: Arranging) => Promise<Positions>;

/** Who waits for a picture. */
export interface Waiting {
  /** Whether so many nodes are to be arranged. */
  readonly agree?: (nodes: number) => Promise<boolean>;
  /** So many are arranged now. */
  readonly arranging?: (nodes: number) => Arranging;
}

export interface PictureSource {
  /** Without it no cone can be shown, and how well statements stand is not told. */
  readonly formal?: FormalSource;
  readonly connection: Connection;
  readonly arrange: Arrange;
  /** Clusters of a neighbourhood, in the order of its nodes; without it there are none. */
  readonly cluster?: (rows: Neighbourhood) => Promise<readonly string[]>;
  /** Drawn with what the tables hold, on one layout. */
  readonly beside?: Beside | null;
}

/** Each alias of a View with its public id. */
type Ids = Picture['names'];

/** A ground with what was wanted besides. */
interface Full {
  readonly told: Pick<Picture, 'particulars' | 'clusters'>;
  readonly graph: EvidenceGraph;
}

interface Ground {
  readonly rows: Neighbourhood;
  readonly graph: EvidenceGraph;
}

interface Asked {
  readonly view: View;
  readonly ids: Ids;
  readonly arranging: Waiting['arranging'];
}

const KEPT = 8;
/**
 * From the tables, as they are now, to pictures. The last ones are kept, so that going back to a View, or to another
 * layout and back, asks nothing. Rejects with a Failure `not-found` where the focus is in nothing that is
 * loaded, `cancelled` where a picture of so many nodes is not agreed to or its arrangement is stopped.
 */
export class PictureMaker {
  readonly #source: PictureSource;
  readonly #own: ViewRows;
  /** Folding and what carries no id change a graph without asking the tables. */
  readonly #rows = new Recent<Neighbourhood>(KEPT);
  readonly #grounds = new Recent<Ground>(KEPT);
  readonly #positions = new Recent<Positions>(3 * KEPT);
  readonly #counts = new Recent<number>(3 * KEPT);
  readonly #full = new Recent<Full>(KEPT);

  constructor(source: PictureSource) {
    this.#source = source;
    this.#own = new ViewRows(source.connection, source.formal);
  }

  /** `wanted` may ask for more than the View needs. */
  async make(
    view: View,
    wanted: Wanted = wantedBy(view),
    { agree, arranging }: Waiting = {},
  ): Promise<Shown> {
    const named = await this.#own.named(view);
    const ids = { ...(await this.#source.beside?.names(view)), ...idsOf(named.names) };
    if (view.focus !== null && !Object.hasOwn(ids, view.focus))
      throw new Failure('not-found', `${view.focus} is not in what is loaded.`);
    const { cone, folded, axioms, unidentified } = view;
    const key = JSON.stringify([this.#question(named, ids), cone, folded, axioms, unidentified]);
    const { rows, graph } = await this.#grounds.get(key, () => this.#ground(named, ids));
    if (agree && !(await agree(graph.order)))
      throw new Failure('cancelled', `${graph.order.toLocaleString('en')} nodes were not drawn.`);
    const fill = async (what: Wanted): Promise<Full> =>
      what.particulars || what.clusters
        ? this.#full.get(JSON.stringify([key, what]), () => this.#fill({ rows, graph }, view, what, ids))
        : { told: {}, graph };
    // Without clusters that nobody asked for a large picture is drawn in full.
    const filled =
      graph.order > MANY_NODES && !wanted.clusters
        ? fill({ ...wanted, clusters: true }).catch(() => fill(wanted))
        : fill(wanted);
    const [positions, full] = await Promise.all([
      this.#arranged(key, graph, { view, ids, arranging }),
      filled,
    ]);
    return { picture: { rows, positions, names: ids, ...full.told }, graph: full.graph };
  }

  async #fill({ rows, graph }: Ground, view: View, wanted: Wanted, ids: Ids): Promise<Full> {
    const { connection, cluster } = this.#source;
    const [particulars, clusters] = await Promise.all([
      wanted.particulars ? readParticulars(connection, rows.nodes.node) : undefined,
      wanted.clusters ? cluster?.(rows) : undefined,
    ]);
    const told = { ...(particulars && { particulars }), ...(clusters && { clusters }) };
    if (clusters && !particulars && graph.order > MANY_NODES) {
      tellClusters(graph, rows, clusters);
      return { told, graph };
    }
    return { told, graph: buildGraph(rows, { ...graphOptions(view, ids), ...told }) };
  }

  async #ground(named: NamedView, ids: Ids): Promise<Ground> {
    const { view } = named;
    const { cone, axioms } = view;
    const key = JSON.stringify([this.#question(named, ids), cone, axioms]);
    const rows = await this.#rows.get(key, () => this.#read(named, ids));
    return { rows, graph: buildGraph(rows, graphOptions(view, ids)) };
  }

  /** All that rows depend on; of what stands beside, the ids themselves. */
  #question(named: NamedView, ids: Ids): unknown {
    if (!this.#source.beside) return questionOf(named);
    const { focus, seeds, expanded, added, unfolded } = withPublicIds(named.view, ids);
    return [questionOf(named), focus, seeds, expanded, added, unfolded];
  }

  async #read(named: NamedView, ids: Ids): Promise<Neighbourhood> {
    const { beside } = this.#source;
    return beside
      ? beside.unite(withPublicIds(named.view, ids), (other) => this.#own.known(other))
      : this.#own.read(named);
  }

  #arranged(ground: string, graph: EvidenceGraph, { view, ids, arranging }: Asked): Promise<Positions> {
    const { layout, layoutSettings } = view;
    const focus = view.focus === null ? null : (ids[view.focus] ?? null);
    const key = JSON.stringify([ground, layout, layoutSettings, focus]);
    return this.#positions.get(key, () =>
      this.#source.arrange(layout, layoutInput(graph, focus, layoutSettings), arranging?.(graph.order)),
    );
  }

  /** How many nodes one step more would add; null where depth is at its end. */
  async countNext(view: View): Promise<number | null> {
    return this.#own.countNext(view, (key, count) => this.#counts.get(key, count));
  }
}
