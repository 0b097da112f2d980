/**
 * What a name or a word is found by: the first 28 bits of its SHA-256. A number, because the database tells where a
 * number may stand by the ranges of its blocks, but of a text only by the first eight letters, which ids share.
 */
export async function keyOf(text: string): Promise<number> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return keyIn(hash);
}

export function keyIn([a = 0, b = 0, c = 0, d = 0]: Uint8Array): number {
  return (a << 20) | (b << 12) | (c << 4) | (d >> 4);
}
