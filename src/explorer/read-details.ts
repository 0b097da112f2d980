import {
  readEvidence,
  readPaper,
  readTheorem,
  resolveNode,
  type Evidence,
  type Paper,
  type Theorem,
} from '../queries';
import type { Connection } from '../tables';

/** What the details panel is about. */
export type Details =
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'theorem'; readonly theorem: Theorem }
  | {
      readonly kind: 'line';
      readonly from: Paper | Theorem;
      readonly to: Paper | Theorem;
      readonly evidence: readonly Evidence[];
    };

export async function readDetails(connection: Connection, id: string): Promise<Details | null> {
  const ends = id.split(' → ');
  if (ends.length === 2) return lineDetails(connection, ends[0] ?? '', ends[1] ?? '');
  const found = await readEnd(connection, id);
  if (!found) return null;
  return 'papers' in found.end
    ? { kind: 'theorem', theorem: found.end }
    : { kind: 'paper', paper: found.end };
}

async function lineDetails(connection: Connection, from: string, to: string): Promise<Details | null> {
  const [start, end] = [await readEnd(connection, from), await readEnd(connection, to)];
  if (!start || !end) return null;
  const evidence = await readEvidence(connection, start.node, end.node);
  return { kind: 'line', from: start.end, to: end.end, evidence };
}

async function readEnd(
  connection: Connection,
  id: string,
): Promise<{ node: number; end: Paper | Theorem } | null> {
  const node = await resolveNode(connection, id);
  if (node === null) return null;
  const end = node > 0 ? await readPaper(connection, node) : await readTheorem(connection, node);
  return end && { node, end };
}
