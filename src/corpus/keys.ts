/**
 * What a name or a word is found by: the first 52 bits of its SHA-256, which a number holds. By numbers the database
 * knows in which of its blocks one may stand; of texts it compares the first eight letters, which ids share.
 */
export async function keyOf(text: string): Promise<number> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return keyIn(hash);
}

/** Of a name less of it, for the sake of a small table: those that share one are told apart by their works' own lines. */
export function nameKeyOf(key: number): number {
  return Math.floor(key / 2 ** 21);
}

export function keyIn(hash: Uint8Array): number {
  let key = 0;
  for (let at = 0; at < 6; at++) key = key * 256 + (hash[at] ?? 0);
  return key * 16 + ((hash[6] ?? 0) >> 4);
}
