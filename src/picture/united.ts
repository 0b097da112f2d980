import type { Claims, Neighbourhood } from '../queries';

/** Nodes of the earlier snapshot alone get numbers that no row has. */
const ELSEWHERE = 2 ** 30;

/**
 * The rows of two snapshots as those of one: what both have is as the later says, what only the earlier has is added.
 * `idOf` gives the id that one of the earlier goes by in the later.
 */
export function united(
  later: Neighbourhood,
  earlier: Neighbourhood,
  idOf: (id: string) => string,
): Neighbourhood {
  const known = new Map(later.nodes.id.map((id, row) => [id, later.nodes.node[row] ?? 0]));
  const numbers = new Map(
    earlier.nodes.node.map((node, row) => [
      node,
      known.get(idOf(earlier.nodes.id[row] ?? '')) ?? Math.sign(node) * (ELSEWHERE + Math.abs(node)),
    ]),
  );
  const numberOf = (node: number) => numbers.get(node) ?? 0;
  const isAlone = (node: number) => Math.abs(numberOf(node)) > ELSEWHERE;
  const claims = unitedClaims(later, earlier, { numberOf, idOf });
  const formal = unitedFormal(later, earlier, { numberOf, isAlone });
  return {
    nodes: unitedNodes(later, earlier, { numberOf, isAlone, idOf }),
    lines: unitedLines(later, earlier, numberOf),
    unidentified: later.unidentified,
    ...(claims && { claims }),
    ...(formal && { formal }),
  };
}

interface Renaming {
  readonly numberOf: (node: number) => number;
  readonly isAlone: (node: number) => boolean;
  readonly idOf: (id: string) => string;
}

function unitedNodes(
  { nodes: later }: Neighbourhood,
  { nodes: earlier }: Neighbourhood,
  { numberOf, isAlone, idOf }: Renaming,
): Neighbourhood['nodes'] {
  const steps = new Map(earlier.node.map((node, row) => [numberOf(node), earlier.hops[row] ?? 0]));
  const own: Neighbourhood['nodes'] = {
    ...later,
    hops: later.hops.map((hops, row) => Math.min(hops, steps.get(later.node[row] ?? 0) ?? hops)),
  };
  const others = rowsWhere(earlier.node, isAlone);
  const added = {
    ...pickedFrom(earlier, others),
    node: others.map((row) => numberOf(earlier.node[row] ?? 0)),
    id: others.map((row) => idOf(earlier.id[row] ?? '')),
  };
  const whole = appended(own, added);
  const order = [...whole.id.keys()].sort((a, b) => ((whole.id[a] ?? '') < (whole.id[b] ?? '') ? -1 : 1));
  return pickedFrom(whole, order);
}

function unitedLines(
  { lines: later }: Neighbourhood,
  { lines: earlier }: Neighbourhood,
  numberOf: (node: number) => number,
): Neighbourhood['lines'] {
  const keyOf = (from: number, to: number, kind: string | undefined) => `${from} ${to} ${kind}`;
  const known = new Set(later.from.map((from, row) => keyOf(from, later.to[row] ?? 0, later.kind[row])));
  const [from, to] = [earlier.from.map(numberOf), earlier.to.map(numberOf)];
  const isOther = (_: number, row: number) =>
    from[row] !== to[row] && !known.has(keyOf(from[row] ?? 0, to[row] ?? 0, earlier.kind[row]));
  const others = rowsWhere(earlier.from, isOther);
  const whole = (lines: Neighbourhood['lines']) => ({
    ...lines,
    relationship: lines.relationship ?? lines.kind.map(() => 'cites' as const),
    tie: lines.tie ?? lines.kind.map(() => null),
  });
  return appended(whole(later), pickedFrom({ ...whole(earlier), from, to }, others));
}

function unitedFormal(
  { formal: later }: Neighbourhood,
  { formal: earlier }: Neighbourhood,
  { numberOf, isAlone }: Pick<Renaming, 'numberOf' | 'isAlone'>,
): Neighbourhood['formal'] {
  if (!earlier) return later;
  const others = pickedFrom(earlier, rowsWhere(earlier.node, isAlone));
  const added = { ...others, node: others.node.map(numberOf) };
  return later ? appended(later, added) : added;
}

function unitedClaims(
  { claims: later }: Neighbourhood,
  { claims: earlier }: Neighbourhood,
  { numberOf, idOf }: Pick<Renaming, 'numberOf' | 'idOf'>,
): Claims | undefined {
  if (!earlier) return later;
  const renamed: Claims = {
    counts: { ...earlier.counts, work: earlier.counts.work.map(numberOf) },
    unfolded: {
      ...earlier.unfolded,
      work: earlier.unfolded.work.map(numberOf),
      id: earlier.unfolded.id.map((id, row) => claimIdOf(id, earlier.unfolded.claimId[row] ?? '', idOf)),
    },
    ties: {
      ...earlier.ties,
      work: earlier.ties.work.map(numberOf),
      theorem: earlier.ties.theorem.map(numberOf),
      claim: earlier.ties.claim.map((id) => id && renamedClaim(id, earlier.unfolded, idOf)),
    },
  };
  if (!later) return renamed;
  const [works, claims] = [new Set(later.counts.work), new Set(later.unfolded.id)];
  const ties = new Set(later.ties.work.map((work, row) => tieKey(later.ties, work, row)));
  const { counts, unfolded } = renamed;
  return {
    counts: appended(
      later.counts,
      pickedFrom(
        counts,
        rowsWhere(counts.work, (work) => !works.has(work)),
      ),
    ),
    unfolded: appended(
      later.unfolded,
      pickedFrom(
        unfolded,
        rowsWhere(unfolded.id, (id) => !claims.has(id)),
      ),
    ),
    ties: appended(
      later.ties,
      pickedFrom(
        renamed.ties,
        rowsWhere(renamed.ties.work, (work, row) => !ties.has(tieKey(renamed.ties, work, row))),
      ),
    ),
  };
}

function tieKey({ claim, theorem }: Claims['ties'], work: number, row: number): string {
  return `${work} ${claim[row] ?? ''} ${theorem[row]}`;
}

function claimIdOf(id: string, claimId: string, idOf: (id: string) => string): string {
  return `${idOf(id.slice(0, id.length - claimId.length - 1))}#${claimId}`;
}

function renamedClaim(id: string, { id: ids, claimId }: Claims['unfolded'], idOf: Renaming['idOf']): string {
  const row = ids.indexOf(id);
  return row < 0 ? id : claimIdOf(id, claimId[row] ?? '', idOf);
}

type Columns<Of> = { readonly [Name in keyof Of]: readonly unknown[] };

function rowsWhere<Value>(
  column: readonly Value[],
  isWanted: (value: Value, row: number) => boolean,
): number[] {
  return column.flatMap((value, row) => (isWanted(value, row) ? [row] : []));
}

function pickedFrom<Of extends object>(columns: Of & Columns<Of>, rows: readonly number[]): Of {
  return mapped(columns, (column) => rows.map((row) => column[row]));
}

function appended<Of extends object>(columns: Of & Columns<Of>, more: Of & Columns<Of>): Of {
  const others = more as Readonly<Record<string, readonly unknown[]>>;
  return mapped(columns, (column, name) => [...column, ...(others[name] ?? [])]);
}

function mapped<Of extends object>(
  columns: Of & Columns<Of>,
  of: (column: readonly unknown[], name: string) => unknown[],
): Of {
  const entries = Object.entries(columns as Record<string, readonly unknown[]>);
  return Object.fromEntries(entries.map(([name, column]) => [name, of(column, name)])) as Of;
}
