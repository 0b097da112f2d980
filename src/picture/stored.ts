import * as v from 'valibot';
import { RELATIONSHIPS, STANDINGS, TIE_RELATIONS, TRUSTS } from '../model';
import type { Picture, StoredPicture } from './picture';

/** A stored Picture without its View: enough to draw it for a View that is known to be the same. */
export type DrawnPicture = Omit<StoredPicture, 'view'>;

/** What is larger takes too long to store. */
const MOST_NODES = 5_000;
const MOST_LINES = 25_000;
const MOST_TICKS = 1_000;

type Schema = v.GenericSchema;

const TIE = v.picklist([...TIE_RELATIONS, 'several']);

const number = v.pipe(v.number(), v.finite());
const text = v.string();

function listOf<Item extends Schema>(item: Item, most: number) {
  return v.pipe(v.array(item), v.maxLength(most));
}

/** Lists of one length; those in `more` may be absent. */
function columnsOf(
  fields: Readonly<Record<string, Schema>>,
  most: number,
  more: Readonly<Record<string, Schema>> = {},
) {
  const columns = Object.entries(fields).map(([name, item]) => [name, listOf(item, most)] as const);
  const others = Object.entries(more).map(([name, item]) => [name, v.optional(listOf(item, most))] as const);
  return v.pipe(
    v.looseObject(Object.fromEntries([...columns, ...others])),
    v.check((lists) => {
      const told = [...columns, ...others].map(([name]) => (lists[name] as unknown[] | undefined)?.length);
      return new Set(told.filter((length) => length !== undefined)).size <= 1;
    }),
  );
}

const NODES: Record<keyof Picture['rows']['nodes'], Schema> = {
  node: number,
  id: text,
  hops: number,
  kind: v.picklist(['paper', 'stub', 'theorem', 'definition', 'axiom', 'module']),
  title: v.nullable(text),
  authors: v.nullable(text),
  date: v.nullable(text),
  year: v.nullable(number),
  category: v.nullable(text),
  trust: v.picklist(TRUSTS),
  status: v.nullable(text),
  linesOut: number,
  linesIn: number,
};

const LINES: Record<Exclude<keyof Picture['rows']['lines'], 'relationship' | 'tie'>, Schema> = {
  from: number,
  to: number,
  kind: v.picklist(['cites', 'formal', 'uses']),
  evidence: number,
  isWeak: v.boolean(),
};

const FORMAL: Record<keyof NonNullable<Picture['rows']['formal']>, Schema> = {
  node: number,
  library: text,
  module: v.nullable(text),
  statement: v.nullable(text),
  standing: v.nullable(v.picklist(STANDINGS)),
};

const UNIDENTIFIED: Record<keyof Picture['rows']['unidentified'], Schema> = {
  citing: number,
  refIndex: v.nullable(number),
  raw: text,
};

type Claims = NonNullable<Picture['rows']['claims']>;

const COUNTS: Record<keyof Claims['counts'], Schema> = { work: number, claims: number };

const UNFOLDED: Record<keyof Claims['unfolded'], Schema> = {
  work: number,
  id: text,
  claimId: text,
  text,
  status: text,
  evidence: number,
};

const TIES: Record<keyof Claims['ties'], Schema> = {
  work: number,
  claim: v.nullable(text),
  theorem: number,
  evidence: number,
  isWeak: v.boolean(),
  relation: v.nullable(TIE),
};

const texts = listOf(text, MOST_NODES);

const PARTICULARS: Record<keyof NonNullable<Picture['particulars']>, Schema> = {
  venue: v.nullable(text),
  documents: texts,
  roles: texts,
  claims: text,
};

const AXIS = v.object({
  kind: v.picklist(['time', 'rings', 'lane']),
  ticks: listOf(v.object({ at: number, label: text, isMajor: v.boolean() }), MOST_TICKS),
});

const PICTURE = v.object({
  rows: v.object({
    nodes: columnsOf(NODES, MOST_NODES),
    lines: columnsOf(LINES, MOST_LINES, {
      relationship: v.picklist([...RELATIONSHIPS, 'several']),
      tie: v.nullable(TIE),
    }),
    unidentified: columnsOf(UNIDENTIFIED, MOST_NODES),
    formal: v.optional(columnsOf(FORMAL, MOST_NODES)),
    claims: v.optional(
      v.object({
        counts: columnsOf(COUNTS, MOST_NODES),
        unfolded: columnsOf(UNFOLDED, MOST_NODES),
        ties: columnsOf(TIES, MOST_LINES),
      }),
    ),
  }),
  positions: v.intersect([
    columnsOf({ id: text, x: number, y: number }, 2 * MOST_NODES),
    v.looseObject({
      axes: listOf(AXIS, MOST_TICKS),
      stretches: v.boolean(),
      bounds: v.object({ left: number, top: number, right: number, bottom: number }),
    }),
  ]),
  names: v.pipe(
    v.custom((names) => !Array.isArray(names)),
    v.record(text, text),
  ),
  next: v.nullable(number),
  particulars: v.optional(columnsOf(PARTICULARS, MOST_NODES)),
  clusters: v.optional(texts),
});

/** What was stored, if it is a Picture, and one of a size to be stored. */
export function readPicture(value: unknown): DrawnPicture | null {
  if (!v.is(PICTURE, value)) return null;
  const { rows, particulars, clusters } = value as unknown as DrawnPicture;
  const isWhole = [particulars?.venue, clusters].every(
    (told) => !told || told.length === rows.nodes.id.length,
  );
  return isWhole ? (value as unknown as DrawnPicture) : null;
}
