import type { DocumentKind } from './facts';
import { isObject, type Json } from './stated';

const ROWS = new Set(['collection', 'work', 'citation', 'theorem', 'theorem_use', 'theorem_link']);

/** The kind of one parsed document by what it holds; `row` is a line of a collection; null is nothing we know. */
export function recognise(value: unknown): Exclude<DocumentKind, 'collection'> | 'row' | null {
  if (!isObject(value)) return null;
  const has = (key: string) => Object.hasOwn(value, key);
  if (isRow(value)) return 'row';
  if (has('bundle_type')) return 'bundle';
  if (has('state_type')) return 'state';
  if (has('record_type')) return 'record';
  if (has('work') && has('hub')) return 'hub';
  if (isBlueprint(value)) return 'blueprint';
  if (has('paper') && (has('builder_version') || has('references'))) return 'graph';
  if (has('graph_snapshot') && !has('canonical_record')) return 'graph';
  if (has('canonical_record')) return has('events') ? 'bundle' : 'record';
  return has('pith_number') && has('canonical_sha256') ? 'record' : null;
}

function isRow(value: Json): boolean {
  return typeof value['type'] === 'string' && ROWS.has(value['type']);
}

/** Graphs of all sorts have nodes and edges; a blueprint's nodes also say which Lean declarations they are. */
function isBlueprint({ nodes, edges }: Json): boolean {
  if (!Array.isArray(nodes) || !Array.isArray(edges)) return false;
  const first: unknown = nodes[0];
  return isObject(first) && typeof first['id'] === 'string' && Array.isArray(first['lean']);
}
