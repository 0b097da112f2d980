/** What a name or a word is found by: the first 52 bits of its SHA-256, which a number holds, and never 0. */
export async function keyOf(text: string): Promise<number> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return keyIn(hash);
}

export function keyIn(hash: Uint8Array): number {
  let key = 0;
  for (let at = 0; at < 6; at++) key = key * 256 + (hash[at] ?? 0);
  return Math.max(1, key * 16 + ((hash[6] ?? 0) >> 4));
}
