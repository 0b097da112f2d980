import type { DocumentKind } from './facts';
import { isCslItem } from './csl';
import { isOpenalexWork } from './openalex';
import type { RowForm, RowKind } from './row-reader';
import { isSemanticScholarPaper } from './semantic-scholar';
import { isObject, type Json } from './stated';

const ROWS = new Set(['collection', 'work', 'citation', 'theorem', 'theorem_use', 'theorem_link']);

/** The kind of one parsed document by what it holds; null is nothing we know, or a row of one. */
export function recognise(value: unknown): Exclude<DocumentKind, RowKind> | null {
  if (!isObject(value)) return null;
  const has = (key: string) => Object.hasOwn(value, key);
  if (isCollectionRow(value)) return null;
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

function isCollectionRow(value: Json): boolean {
  return typeof value['type'] === 'string' && ROWS.has(value['type']);
}

/** As what a parsed line or item is a row of a document; null where it is none. */
export function rowFormOf(value: unknown): RowForm | null {
  if (!isObject(value)) return null;
  if (isCollectionRow(value)) return 'collection';
  const { name, theorem, file, references } = value;
  if (typeof theorem === 'string' && typeof file === 'string') return isLink(value) ? 'theorem-links' : null;
  if (recognise(value) !== null) return null;
  if (typeof name === 'string' && Array.isArray(references)) return 'dependencies';
  if (typeof name === 'string' && isDeclaration(value)) return 'declarations';
  if (isOpenalexWork(value)) return 'openalex';
  if (isSemanticScholarPaper(value)) return 'semantic-scholar';
  return isCslItem(value) ? 'csl' : null;
}

function isLink(value: Json): boolean {
  return ['url', 'arxiv_id', 'doi'].some((key) => Object.hasOwn(value, key));
}

const LEAN_KINDS = new Set([
  ...['theorem', 'lemma', 'def', 'definition', 'abbrev', 'axiom', 'opaque'],
  ...['structure', 'class', 'inductive', 'instance'],
]);

/** A name alone says too little: many other lists have names. */
function isDeclaration({ module, uses, axioms, sorry, kind }: Json): boolean {
  if (typeof module === 'string' || typeof sorry === 'boolean') return true;
  if (Array.isArray(uses) || Array.isArray(axioms)) return true;
  return typeof kind === 'string' && LEAN_KINDS.has(kind.toLowerCase());
}

/** Graphs of all sorts have nodes and edges; a blueprint's nodes also say which Lean declarations they are. */
function isBlueprint({ nodes, edges }: Json): boolean {
  if (!Array.isArray(nodes) || !Array.isArray(edges)) return false;
  const first: unknown = nodes[0];
  return isObject(first) && typeof first['id'] === 'string' && Array.isArray(first['lean']);
}
