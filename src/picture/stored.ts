import type { Picture, StoredPicture } from './picture';

/** A stored Picture without its View: enough to draw it for a View that is known to be the same. */
export type DrawnPicture = Omit<StoredPicture, 'view'>;

/** What is larger takes too long to store. */
const MOST_NODES = 5_000;
const MOST_LINES = 25_000;
const MOST_TICKS = 1_000;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const isTruth: Check = (value) => typeof value === 'boolean';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value);
const listOf =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);
const recordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);
const objectOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

/** Lists of one length. */
const columnsOf =
  (fields: Readonly<Record<string, Check>>, most: number): Check =>
  (value) => {
    if (!isObject(value)) return false;
    const columns = Object.entries(fields).map(([name, check]) => [value[name], check] as const);
    const [first] = columns;
    const length = Array.isArray(first?.[0]) ? first[0].length : -1;
    return columns.every(
      ([column, check]) => listOf(check, most)(column) && (column as unknown[]).length === length,
    );
  };

const NODES: Record<keyof Picture['rows']['nodes'], Check> = {
  node: isNumber,
  id: isText,
  hops: isNumber,
  kind: oneOf('paper', 'stub', 'theorem', 'definition'),
  title: orNull(isText),
  authors: orNull(isText),
  date: orNull(isText),
  year: orNull(isNumber),
  category: orNull(isText),
  trust: oneOf('sound', 'broken', 'unchecked', 'none'),
  status: orNull(isText),
  linesOut: isNumber,
  linesIn: isNumber,
};

const LINES: Record<keyof Picture['rows']['lines'], Check> = {
  from: isNumber,
  to: isNumber,
  kind: oneOf('cites', 'formal', 'uses'),
  evidence: isNumber,
  isWeak: isTruth,
};

const UNIDENTIFIED: Record<keyof Picture['rows']['unidentified'], Check> = {
  citing: isNumber,
  refIndex: orNull(isNumber),
  raw: isText,
};

const AXIS = {
  kind: oneOf('time', 'rings', 'lane'),
  ticks: listOf(objectOf({ at: isNumber, label: isText, isMajor: isTruth }), MOST_TICKS),
};

const isPicture = objectOf({
  rows: objectOf({
    nodes: columnsOf(NODES, MOST_NODES),
    lines: columnsOf(LINES, MOST_LINES),
    unidentified: columnsOf(UNIDENTIFIED, MOST_NODES),
  }),
  positions: (value) =>
    columnsOf({ id: isText, x: isNumber, y: isNumber }, 2 * MOST_NODES)(value) &&
    objectOf({
      axes: listOf(objectOf(AXIS), MOST_TICKS),
      stretches: isTruth,
      bounds: objectOf({ left: isNumber, top: isNumber, right: isNumber, bottom: isNumber }),
    })(value),
  names: recordOf(isText),
  next: orNull(isNumber),
});

/** What was stored, if it is a Picture, and one of a size to be stored. */
export function readPicture(value: unknown): DrawnPicture | null {
  return isPicture(value) ? (value as DrawnPicture) : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
