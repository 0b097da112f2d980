import { describeFailure, Failure } from '../model';
import { trustedKey, type TrustedKey } from './keys';
import { isObject } from './read';

const TYPE = 'corollary-keys';
const VERSION = 1;
const MOST_KEYS = 1000;

/** Keys as a small JSON text to keep or to give to somebody: `{"type":"corollary-keys","version":1,"keys":[…]}`. */
export function writeKeyList(keys: readonly TrustedKey[]): string {
  return `${JSON.stringify({ type: TYPE, version: VERSION, keys }, null, 2)}\n`;
}

/**
 * The keys of such a text. Each is read as a pasted key is, and its fingerprint made again: a list that states another
 * one is refused whole, because somebody may compare that instead of the key. Of a key that comes twice the first
 * is kept. Throws a Failure of kind `unreadable`.
 */
export async function readKeyList(text: string): Promise<TrustedKey[]> {
  const keys = await Promise.all(itemsOf(text).map(readItem));
  return keys.filter(
    ({ id, key }, at) => keys.findIndex((other) => other.id === id && other.key === key) === at,
  );
}

function itemsOf(text: string): readonly unknown[] {
  const list = parse(text);
  if (!isObject(list) || list['type'] !== TYPE) throw refusal('This is not a list of keys from Corollary.');
  if (list['version'] !== VERSION) throw refusal('This list of keys is of a version that is not known here.');
  const keys: unknown = list['keys'];
  if (!Array.isArray(keys)) throw refusal('This list of keys holds no keys.');
  if (keys.length > MOST_KEYS)
    throw refusal(`A list holds at most ${MOST_KEYS} keys; this has ${keys.length}.`);
  return keys;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failure('unreadable', 'This list of keys is not whole JSON.', { cause });
  }
}

async function readItem(item: unknown, index: number): Promise<TrustedKey> {
  const { id, key, note = '', fingerprint } = isObject(item) ? item : {};
  if (typeof id !== 'string' || typeof key !== 'string' || typeof note !== 'string')
    throw refusal(`Key ${index + 1} of the list has no id or no key.`);
  const read = await trustedKey({ id, key, note }).catch((cause: unknown) => {
    throw new Failure('unreadable', `Key ${index + 1} of the list: ${describeFailure(cause)}`, { cause });
  });
  if (fingerprint !== undefined && fingerprint !== read.fingerprint)
    throw refusal(`Key ${index + 1} of the list states a fingerprint that is not its own.`);
  return read;
}

function refusal(message: string): Failure {
  return new Failure('unreadable', message);
}
