import type { Bytes } from './encodings';

/** The field and the constant of Ed25519: RFC 8032, section 5.1. */
const P = 2n ** 255n - 19n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;

/** The y of the eight points of small order; under such a key anybody can make signatures that verify. */
const SMALL_ORDER = new Set([
  0n,
  1n,
  P - 1n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]);

/** What is wrong with 32 bytes as a public key, in words; null where nothing is. WebCrypto takes any 32 bytes. */
export function faultOfPoint(raw: Bytes): string | null {
  const y = yOf(raw);
  if (y >= P || !isOnCurve(y)) return 'These 32 bytes are not an Ed25519 public key: no such point exists.';
  if (SMALL_ORDER.has(y)) return 'This is a key of small order, under which anybody can sign.';
  return null;
}

/** Little-endian; the highest bit is the sign of x. */
function yOf(raw: Bytes): bigint {
  let y = 0n;
  for (const byte of raw.toReversed()) y = (y << 8n) | BigInt(byte);
  return y & ((1n << 255n) - 1n);
}

/** Whether x² = (y² - 1) / (dy² + 1) has a root, by Euler's criterion. */
function isOnCurve(y: bigint): boolean {
  const square = (y * y) % P;
  const product = ((square - 1n + P) * (D * square + 1n)) % P;
  return product === 0n || power(product, (P - 1n) / 2n) === 1n;
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, factor] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}
