import {
  claimPlacesSql,
  evidenceSql,
  moduleEvidenceSql,
  readClaimPlaces,
  readEvidence,
  readModule,
  readModuleEvidence,
  readPaper,
  readTheorem,
  resolveClaims,
  resolveNode,
  type Evidence,
  type Module,
  type Paper,
  type Theorem,
} from '../queries';
import type { Connection } from '../tables';

/** What the details panel is about. */
export type Details =
  | { readonly kind: 'paper'; readonly paper: Paper; readonly claimId: string | null }
  | { readonly kind: 'theorem'; readonly theorem: Theorem }
  | { readonly kind: 'module'; readonly module: Module }
  | {
      readonly kind: 'line';
      readonly from: End;
      readonly to: End;
      readonly evidence: readonly Evidence[];
      readonly sql: string;
    };

/** What a line leads from or to; of a claim it is the paper, with the claim's id; of a folded module what is in it. */
export interface End {
  readonly of: Paper | Theorem | Module;
  readonly claimId: string | null;
}

/** Where claims of a paper are on the stage, its own ties are those that name none of them. */
export async function readDetails(
  connection: Connection,
  id: string,
  isUnfolded: boolean,
): Promise<Details | null> {
  const ends = id.split(' → ');
  if (ends.length === 2) return lineDetails(connection, ends[0] ?? '', ends[1] ?? '', isUnfolded);
  const found = await readEnd(connection, id);
  if (!found) return null;
  const { of, claimId } = found;
  if ('papers' in of) return { kind: 'theorem', theorem: of };
  return 'library' in of ? { kind: 'module', module: of } : { kind: 'paper', paper: of, claimId };
}

async function lineDetails(
  connection: Connection,
  from: string,
  to: string,
  isUnfolded: boolean,
): Promise<Details | null> {
  const [start, end] = [await readEnd(connection, from), await readEnd(connection, to)];
  if (!start || !end) return null;
  const { claimId } = start;
  const line = { kind: 'line', from: start, to: end } as const;
  const isFolded = start.node === null || end.node === null;
  if (start.node === null || end.node === null || (isModule(start) && !isModule(end))) {
    const evidence = await readModuleEvidence(connection, from, to, isFolded);
    return { ...line, evidence, sql: moduleEvidenceSql(from, to, isFolded) };
  }
  if (start.node === end.node && claimId !== null) {
    const evidence = await readClaimPlaces(connection, start.node, claimId);
    return { ...line, evidence, sql: claimPlacesSql(start.node, claimId) };
  }
  const of = { claimId, isUnfolded };
  const evidence = await readEvidence(connection, start.node, end.node, of);
  return { ...line, evidence, sql: evidenceSql(start.node, end.node, of) };
}

/** Whether it is a module that an import graph names. */
function isModule({ of }: End): boolean {
  return 'papers' in of && of.kind === 'module';
}

async function readEnd(
  connection: Connection,
  id: string,
): Promise<(End & { readonly node: number | null }) | null> {
  const claim = (await resolveClaims(connection, [id])).get(id) ?? null;
  const node = claim?.node ?? (await resolveNode(connection, id));
  if (node === null) {
    const of = id.startsWith('module:') ? await readModule(connection, id) : null;
    return of && { node, of, claimId: null };
  }
  const of = node > 0 ? await readPaper(connection, node) : await readTheorem(connection, node);
  return of && { node, of, claimId: claim?.claimId ?? null };
}
