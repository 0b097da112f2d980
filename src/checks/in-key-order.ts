import { DEEPEST, ExactNumber } from './exact';

export type Container =
  readonly unknown[] | Readonly<Record<string, unknown>> | ReadonlyMap<unknown, unknown>;

const HIGH_UNIT = /[\ud800-\uffff]/;

/**
 * Canonical JSON by the engine's own JSON.stringify, which is some times faster than by hand. Null where that may not be
 * canonical: exact numbers, keys that JavaScript keeps in an order of its own, characters in whose order UTF-16 and code
 * points differ, and lone surrogates.
 */
export function stringifyInOrder(value: Container): string | null {
  const ordered = inKeyOrder(value, 0);
  if (ordered === null) return null;
  const text = JSON.stringify(ordered);
  return HIGH_UNIT.test(text) || text.includes('\\ud') ? null : text;
}

/** The same with the keys of every object in order: itself, where they are already. Null where JavaScript cannot do that. */
function inKeyOrder(value: Container, depth: number): Container | null {
  if (depth > DEEPEST || value instanceof ExactNumber) return null;
  if (Array.isArray(value)) return listInOrder(value, depth);
  const members = value instanceof Map ? fromMap(value) : (value as Record<string, unknown>);
  return members && membersInOrder(members, depth);
}

function listInOrder(list: readonly unknown[], depth: number): readonly unknown[] | null {
  let ordered: unknown[] | null = null;
  for (let at = 0; at < list.length; at++) {
    const item = list[at];
    if (typeof item !== 'object' || item === null) continue;
    const inOrder = inKeyOrder(item as Container, depth + 1);
    if (inOrder === null) return null;
    if (inOrder !== item) (ordered ??= [...list])[at] = inOrder;
  }
  return ordered ?? list;
}

function fromMap(map: ReadonlyMap<unknown, unknown>): Record<string, unknown> | null {
  const members: Record<string, unknown> = {};
  for (const [key, value] of map) {
    if (typeof key !== 'string' || !isPlainKey(key)) return null;
    members[key] = value;
  }
  return members;
}

/** Keys that begin with a digit may be put first, and `__proto__` may be no key. */
function isPlainKey(key: string): boolean {
  return key.charCodeAt(0) > 0x39 && key !== '__proto__';
}

function membersInOrder(
  members: Readonly<Record<string, unknown>>,
  depth: number,
): Readonly<Record<string, unknown>> | null {
  const keys = Object.keys(members);
  let isInOrder = true;
  let changed: Record<string, unknown> | null = null;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? '';
    if (!isPlainKey(key)) return null;
    if (at > 0 && (keys[at - 1] ?? '') > key) isInOrder = false;
    const value = members[key];
    if (typeof value !== 'object' || value === null) continue;
    const ordered = inKeyOrder(value as Container, depth + 1);
    if (ordered === null) return null;
    if (ordered !== value) (changed ??= {})[key] = ordered;
  }
  return isInOrder && changed === null ? members : copyInOrder(members, keys, changed ?? {});
}

function copyInOrder(
  members: Readonly<Record<string, unknown>>,
  keys: string[],
  changed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const copy: Record<string, unknown> = {};
  for (const key of keys.sort()) copy[key] = Object.hasOwn(changed, key) ? changed[key] : members[key];
  return copy;
}
