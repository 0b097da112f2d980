import type { DocumentKind, Kinds } from '../intake';
import { readText, writeText } from '../workspace';

const KEPT = 'kinds';
const MOST = 1000;
/** A graph that does not say of what it is may be one of these. */
const SAID: readonly string[] = ['imports', 'dependencies', 'blueprint', 'collection'];

/** What a person said before that documents are, by their names, for this address. */
export function readKinds(address: string): Kinds {
  try {
    const kept: unknown = JSON.parse(readText(address, KEPT) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const entries = Object.entries(kept as Record<string, unknown>).slice(-MOST);
    return Object.fromEntries(
      entries.filter((entry): entry is [string, DocumentKind] => SAID.includes(String(entry[1]))),
    );
  } catch {
    return {};
  }
}

export function writeKinds(address: string, kinds: Kinds): void {
  writeText(address, KEPT, JSON.stringify(kinds));
}
