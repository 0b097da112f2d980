import type { Direction, LineKind } from '../model';
import {
  GRADES,
  pathEvidenceSql,
  readBriefs,
  readHops,
  resolveNames,
  type Brief,
  type Hop,
} from '../queries';
import { Latest } from './latest.svelte';
import type { Ground } from './tools';

export interface PathSettings {
  /** Public ids, or any alias: where paths begin and where they end. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly through: string | null;
  readonly direction: Direction;
  readonly kinds: readonly LineKind[];
  /** How many steps longer than the shortest. */
  readonly slack: number;
  readonly limit: number;
}

export interface FoundPath {
  readonly nodes: readonly Brief[];
  readonly hops: readonly Hop[];
  /** The place of the hop that is shown least well. */
  readonly weakest: number;
}

export interface PathsAnswer {
  readonly paths: readonly FoundPath[];
  readonly shortest: number | null;
  readonly isCut: boolean;
  /** What was named and is not loaded. */
  readonly missing: readonly string[];
}

const DEFAULT_SETTINGS: PathSettings = {
  from: [],
  to: [],
  through: null,
  direction: 'both',
  kinds: ['cites', 'formal', 'uses'],
  slack: 0,
  limit: 50,
};

/** Paths between works, theorems or selections, each hop with what shows it. */
export class PathFinder {
  #settings = $state.raw(DEFAULT_SETTINGS);
  readonly #ground: Ground;
  readonly #answer: Latest<PathsAnswer>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#answer = new Latest(ground.notices);
  }

  get settings(): PathSettings {
    return this.#settings;
  }

  set settings(change: Partial<PathSettings>) {
    this.#settings = { ...this.#settings, ...change };
  }

  get answer(): PathsAnswer | null {
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
    return { settings: this.#settings, holdings: this.#ground.library.holdings };
  }

  async read({ settings, holdings }: PathFinder['wanted']): Promise<void> {
    const isAsked = holdings !== null && settings.from.length > 0 && settings.to.length > 0;
    await this.#answer.ask(
      [this.#ground.library.revision, settings],
      isAsked ? () => this.find(settings) : null,
    );
  }

  /** The evidence of all hops of a path as SQL. */
  evidenceSql({ nodes, hops }: FoundPath): string {
    const ids = new Map(nodes.map(({ node, id }) => [node, id]));
    return pathEvidenceSql(
      hops.map(({ from, to }) => ({ from: ids.get(from) ?? '', to: ids.get(to) ?? '' })),
    );
  }

  async find(settings: Partial<PathSettings>): Promise<PathsAnswer> {
    const { from, to, through, ...asked } = { ...DEFAULT_SETTINGS, ...settings };
    const connection = await this.#ground.library.connection();
    const named = [...from, ...to, ...(through === null ? [] : [through])];
    const names = await resolveNames(connection, named);
    const nodesOf = (ids: readonly string[]) => ids.flatMap((id) => names.get(id)?.node ?? []);
    const missing = named.filter((id) => !names.has(id));
    if (through !== null && !names.has(through)) return { paths: [], shortest: null, isCut: false, missing };
    const found = await this.#ground.finding.ask('paths', {
      ...asked,
      from: nodesOf(from),
      to: nodesOf(to),
      through: through === null ? null : (names.get(through)?.node ?? null),
    });
    const [briefs, hops] = await Promise.all([
      readBriefs(connection, found.paths.flat()),
      readHops(connection, found.paths),
    ]);
    return {
      ...found,
      missing,
      paths: found.paths.map((path) => foundPath(path, briefs, hops, asked.kinds)),
    };
  }
}

function foundPath(
  path: readonly number[],
  briefs: ReadonlyMap<number, Brief>,
  hops: ReadonlyMap<string, Hop>,
  kinds: readonly LineKind[],
): FoundPath {
  const own = path.slice(1).flatMap((node, at) => {
    const before = path[at];
    const lines = [hops.get(`${before}>${node}`), hops.get(`${node}>${before}`)];
    return lines.find((hop) => hop !== undefined && kinds.includes(hop.kind)) ?? [];
  });
  const grades = own.map(({ grade }) => GRADES.indexOf(grade));
  return {
    nodes: path.flatMap((node) => briefs.get(node) ?? []),
    hops: own,
    weakest: grades.indexOf(Math.min(...grades)),
  };
}
