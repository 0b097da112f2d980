import type { View } from '../model';
import { resolveNames, type NodeColumns, type Resolved } from '../queries';
import type { Connection } from '../tables';

export type Names = ReadonlyMap<string, Resolved>;

/** What aliases mean in what is loaded; each is asked once. */
export class NameBook {
  readonly #connection: Connection;
  readonly #known = new Map<string, Resolved | null>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Those that nothing loaded has are absent. */
  async read(aliases: readonly string[]): Promise<Names> {
    const unknown = aliases.filter((alias) => !this.#known.has(alias));
    if (unknown.length > 0) {
      const found = await resolveNames(this.#connection, unknown);
      for (const alias of unknown) this.#known.set(alias, found.get(alias) ?? null);
    }
    const entries = aliases.map((alias) => [alias, this.#known.get(alias)] as const);
    return new Map(entries.filter((entry): entry is [string, Resolved] => Boolean(entry[1])));
  }

  /** A node's public id names it. */
  learn({ node, id }: NodeColumns): void {
    id.forEach((name, row) => this.#known.set(name, { node: node[row] ?? 0, id: name }));
  }
}

export function aliasesOf(view: View): string[] {
  const { focus, seeds, expanded, added, cone, unfolded, hidden, traced, pins, selection } = view;
  const starts = focus === null ? seeds : [focus, ...seeds];
  return [
    ...new Set([
      ...[...starts, ...expanded, ...added, ...(cone === null ? [] : [cone.of]), ...unfolded, ...hidden],
      ...[...traced.flatMap((line) => line.split(' → ')), ...Object.keys(pins), ...selection],
    ]),
  ];
}

/** The View with every alias replaced by its public id; what is not loaded keeps its own name. */
export function withPublicIds(view: View, names: Readonly<Record<string, string>>): View {
  const named = (alias: string) => (Object.hasOwn(names, alias) ? (names[alias] ?? alias) : alias);
  return {
    ...view,
    focus: view.focus === null ? null : named(view.focus),
    seeds: view.seeds.map(named),
    expanded: view.expanded.map(named),
    added: view.added.map(named),
    cone: view.cone && { ...view.cone, of: named(view.cone.of) },
    unfolded: view.unfolded.map(named),
    hidden: view.hidden.map(named),
    traced: view.traced.map((line) => line.split(' → ').map(named).join(' → ')),
    selection: view.selection.map(named),
    pins: Object.fromEntries(Object.entries(view.pins).map(([alias, at]) => [named(alias), at])),
  };
}
