const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ID_LENGTH = 26;
/** The first bytes of the hash, which hold the 130 bits of the id. */
const ID_BYTES = 17;

/** RFC 4648 base32, upper case, without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let [bits, held] = [0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31] ?? '';
  }
  return bits > 0 ? text + (ALPHABET[(held << (5 - bits)) & 31] ?? '') : text;
}

/** The 26 characters of a canonical hash given as hex. */
export function pithId(hashHex: string): string {
  const bytes = new Uint8Array(ID_BYTES);
  for (let at = 0; at < ID_BYTES; at++) bytes[at] = parseInt(hashHex.slice(2 * at, 2 * at + 2), 16);
  return base32(bytes).slice(0, ID_LENGTH);
}

export function pithNumber(hashHex: string, submittedAt: string): string {
  return `pith:${submittedAt.slice(0, 4)}:${pithId(hashHex)}`;
}
