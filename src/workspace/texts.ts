const PREFIX = 'corollary';

/** A small text of an address, at once; null where there is none, or where nothing may be stored. */
export function readText(address: string, name: string): string | null {
  try {
    return localStorage.getItem(keyOf(address, name));
  } catch {
    return null;
  }
}

/** Null takes it away. A text that finds no room is not kept. */
export function writeText(address: string, name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(keyOf(address, name));
    else localStorage.setItem(keyOf(address, name), text);
  } catch {
    // Storage is refused or full: what is small and convenient is done without.
  }
}

function keyOf(address: string, name: string): string {
  return [PREFIX, name, address].join(' ');
}
