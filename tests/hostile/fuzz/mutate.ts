import fc from 'fast-check';
import { hostileValue, hugeValue, KEYS } from './values';

type Container = Record<string, unknown> | unknown[];

const KINDS = ['replace', 'drop', 'double', 'rename', 'add', 'move', 'swap'] as const;

export interface Change {
  readonly kind: (typeof KINDS)[number];
  /** Where, and where else, among all the values of the document. */
  readonly at: number;
  readonly other: number;
  readonly key: string;
  readonly value: unknown;
}

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    at: fc.nat(),
    other: fc.nat(),
    key: fc.constantFrom(...KEYS),
    value: fc.oneof({ weight: 60, arbitrary: hostileValue }, { weight: 1, arbitrary: hugeValue }),
  }),
  { minLength: 1, maxLength: 4 },
);

interface Place {
  readonly parent: Container;
  readonly key: string;
}

/** A copy of a document with changes at places in it. */
export function mutated(document: unknown, wanted: readonly Change[]): unknown {
  const holder = { root: structuredClone(document) };
  for (const change of wanted) {
    const places = placesIn(holder.root, { parent: holder, key: 'root' });
    const place = places[change.at % places.length];
    const other = places[change.other % places.length];
    // A value of its own: one that stands at two places could come to hold itself.
    if (place && other) apply({ ...change, value: structuredClone(change.value) }, place, other);
  }
  return holder.root;
}

function placesIn(value: unknown, place: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const parent = value as Container;
  return [place, ...Object.entries(parent).flatMap(([key, inner]) => placesIn(inner, { parent, key }))];
}

function apply({ kind, key, value }: Change, place: Place, other: Place): void {
  const here = valueAt(place);
  switch (kind) {
    case 'replace':
      put(place, value);
      break;
    case 'drop':
      drop(place);
      break;
    case 'double':
      if (Array.isArray(place.parent)) place.parent.push(here);
      else put({ parent: place.parent, key: `${place.key}2` }, here);
      break;
    case 'rename':
      drop(place);
      put({ parent: place.parent, key }, here);
      break;
    case 'add':
      if (typeof here === 'object' && here !== null) put({ parent: here as Container, key }, value);
      break;
    case 'move':
      put(other, structuredClone(here));
      break;
    case 'swap':
      put(place, structuredClone(valueAt(other)));
      put(other, structuredClone(here));
      break;
  }
}

function valueAt({ parent, key }: Place): unknown {
  return (parent as Record<string, unknown>)[key];
}

/** As its own key, whatever it is called. */
function put({ parent, key }: Place, value: unknown): void {
  if (Array.isArray(parent)) parent.splice(Number(key) || 0, 1, value);
  else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function drop({ parent, key }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}
