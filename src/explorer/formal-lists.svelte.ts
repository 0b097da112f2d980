import type { ShadowCaster } from '../find';
import {
  coverageSql,
  readBriefs,
  readCoverage,
  readStatements,
  resolveNames,
  type Brief,
  type Coverage,
  type Statement,
} from '../queries';
import { Latest } from './latest.svelte';
import type { Ground } from './tools';

export type { Statement };

export interface CoverageRow extends Coverage {
  readonly brief: Brief;
  /** Steps from the focus. */
  readonly hops: number;
}

export interface ShadowAnswer {
  readonly of: string;
  readonly statements: readonly { readonly brief: Brief; readonly steps: number }[];
  readonly works: readonly { readonly brief: Brief; readonly tied: number; readonly within: number }[];
}

/** Lists about all formal statements that are loaded, and about those on the stage. */
export class FormalLists {
  readonly #ground: Ground;
  readonly #coverage: Latest<readonly CoverageRow[]>;
  readonly #casters: Latest<readonly ShadowCaster[]>;
  readonly #shadow: Latest<ShadowAnswer>;
  readonly #reading: Latest<readonly Statement[]>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#coverage = new Latest(ground.notices);
    this.#casters = new Latest(ground.notices);
    this.#shadow = new Latest(ground.notices);
    this.#reading = new Latest(ground.notices);
  }

  /** Of the works on the stage, those near the focus first. */
  get coverage(): readonly CoverageRow[] | null {
    return this.#coverage.value;
  }

  /** What can cast a shadow: `sorry`, and axioms. */
  get casters(): readonly ShadowCaster[] | null {
    return this.#casters.value;
  }

  get shadow(): ShadowAnswer | null {
    return this.#shadow.value;
  }

  /** Statements in an order to read them in, in full. */
  get reading(): readonly Statement[] | null {
    return this.#reading.value;
  }

  get isWorking(): boolean {
    return [this.#coverage, this.#casters, this.#shadow, this.#reading].some(({ isWorking }) => isWorking);
  }

  get holdings() {
    return this.#ground.library.holdings;
  }

  /** Works on the stage with their steps, as node numbers. */
  get worksShown(): ReadonlyMap<number, number> {
    const { shown, crossFilter } = this.#ground.showing;
    const works = new Map<number, number>();
    for (const id of crossFilter?.stage ?? []) {
      const facts = shown?.graph.getNodeAttributes(id);
      if (facts && facts.node > 0 && facts.kind !== 'claim') works.set(facts.node, facts.hops);
    }
    return works;
  }

  async readCoverage(works: ReadonlyMap<number, number>): Promise<void> {
    await this.#coverage.ask([this.#ground.library.revision, 'coverage', [...works]], async () => {
      const connection = await this.#ground.library.connection();
      const nodes = [...works.keys()];
      const [rows, briefs] = await Promise.all([
        readCoverage(connection, nodes),
        readBriefs(connection, nodes),
      ]);
      return rows
        .flatMap((row) => {
          const brief = briefs.get(row.node);
          return brief ? [{ ...row, brief, hops: works.get(row.node) ?? 0 }] : [];
        })
        .sort((a, b) => a.hops - b.hops || (a.brief.id < b.brief.id ? -1 : 1));
    });
  }

  get coverageSql(): string {
    return coverageSql([...this.worksShown.keys()]);
  }

  async readCasters(): Promise<void> {
    await this.#casters.ask([this.#ground.library.revision, 'casters'], () =>
      this.#ground.finding.ask('shadowCasters', undefined),
    );
  }

  async readShadow(of: string): Promise<void> {
    await this.#shadow.ask([this.#ground.library.revision, of], async () => {
      const connection = await this.#ground.library.connection();
      const { nodes, steps, works } = await this.#ground.finding.ask('shadow', { of });
      const briefs = await readBriefs(connection, [...nodes, ...works.map(({ node }) => node)]);
      return {
        of,
        statements: nodes.flatMap((node, row) => {
          const brief = briefs.get(node);
          return brief ? [{ brief, steps: steps[row] ?? 0 }] : [];
        }),
        works: works.flatMap(({ node, ...counts }) => {
          const brief = briefs.get(node);
          return brief ? [{ brief, ...counts }] : [];
        }),
      };
    });
  }

  /** Of these ids the formal statements, what is used before what uses it. */
  async read(ids: readonly string[]): Promise<void> {
    await this.#reading.ask([this.#ground.library.revision, 'reading', ids], async () => {
      const connection = await this.#ground.library.connection();
      const names = await resolveNames(connection, ids);
      const formal = [...names.values()].map(({ node }) => node).filter((node) => node < 0);
      const { nodes } = await this.#ground.finding.ask('readingOrder', { nodes: formal });
      const byNode = new Map((await readStatements(connection, formal)).map((one) => [one.node, one]));
      return nodes.flatMap((node) => byNode.get(node) ?? []);
    });
  }
}
