import { importPublicKey, verify } from '../ed25519';
import { fromHex, toUtf8, type Bytes } from '../encodings';
import edgeCases from './ed25519-edge-cases.json';
import rfc8032 from './ed25519-rfc8032.json';
import wycheproof from './ed25519-wycheproof.json';
import zip215 from './ed25519-zip215.json';

export { edgeCases, rfc8032, wycheproof, zip215 };

/**
 * What WebCrypto of Node 20 (OpenSSL) and of Chromium (BoringSSL) both accept where verifiers differ: they check the
 * equation without the cofactor, R as it is written and S below the order, and take keys of small order and keys
 * written beyond the field. Such keys are refused when they are pasted (`curve.ts`); of all these that leaves the edge
 * cases 2 and 3, whose keys are of mixed order, as only their owner can make them.
 */
export const ACCEPTED = {
  edgeCases: [0, 1, 2, 3, 11],
  zip215: [0, 16, 19, 28, 43, 73, 75, 76, 112, 130, 168, 182],
};

interface Vector {
  readonly key: string;
  /** Hex; the vectors of ZIP 215 all have the message "Zcash". */
  readonly message?: string;
  readonly signature: string;
}

/** What this engine's WebCrypto says, through the function that the app uses. */
export async function accepts({ key, message, signature }: Vector): Promise<boolean> {
  const imported = await importPublicKey(bytes(key));
  return verify(imported, bytes(signature), message === undefined ? toUtf8('Zcash') : bytes(message));
}

/** The places of the vectors that are accepted. */
export async function acceptedOf(vectors: readonly Vector[]): Promise<number[]> {
  const verdicts = await Promise.all(vectors.map(accepts));
  return verdicts.flatMap((isAccepted, index) => (isAccepted ? [index] : []));
}

function bytes(hex: string): Bytes {
  const read = fromHex(hex);
  if (read === null) throw new Error(`A vector is not hex: ${hex.slice(0, 40)}`);
  return read;
}
