export type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = new TextEncoder();
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toUtf8(text: string): Bytes {
  return utf8.encode(text);
}

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += DIGITS[byte] ?? '';
  return hex;
}

/** Null for what is not hex. */
export function fromHex(text: string): Bytes | null {
  if (text.length % 2 === 1 || !/^[0-9a-f]*$/i.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}

/** RFC 4648 section 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 or base64url, padded or not. Null for anything else, a second spelling of the same bytes among it. */
export function fromBase64(text: string): Bytes | null {
  const plain = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1 || hasSpareBits(plain)) return null;
  const decoded = atob(plain);
  const bytes = new Uint8Array(decoded.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = decoded.charCodeAt(at);
  return bytes;
}

/** Whether bits of the last letter that no byte takes are set. */
function hasSpareBits(plain: string): boolean {
  const spare = [0, 0, 0b1111, 0b11][plain.length % 4] ?? 0;
  return (ALPHABET.indexOf(plain.at(-1) ?? 'A') & spare) !== 0;
}
