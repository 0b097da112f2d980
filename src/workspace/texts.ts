const PREFIX = 'corollary';

/** A small text of an address, at once; null where there is none, or where nothing may be stored. */
export function readText(address: string, name: string): string | null {
  try {
    return localStorage.getItem(keyOf(address, name));
  } catch {
    return null;
  }
}

/** Null takes it away. False where storage is refused or full: then the text is not kept. */
export function writeText(address: string, name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(keyOf(address, name));
    else localStorage.setItem(keyOf(address, name), text);
    return true;
  } catch {
    return false;
  }
}

function keyOf(address: string, name: string): string {
  return [PREFIX, name, address].join(' ');
}
