import { readKeyList, trustedKey, writeKeyList, type TrustedKey } from '../checks';
import { describeFailure, Failure } from '../model';
import { readText, writeText } from '../workspace';
import type { Loading } from './loading.svelte';

/** A key as a person gives it. */
export type GivenKey = Parameters<typeof trustedKey>[0];

/** Trust is not a matter of the address: keys are kept for all of them. */
const EVERY_ADDRESS = '';
const KEPT = 'keys';

/** The keys that a person trusts. A change makes all verdicts again; a cancelled change is no change. */
export class Trust {
  #keys = $state.raw<readonly TrustedKey[]>([]);
  readonly #loading: Loading;
  readonly #onChanged: () => Promise<void>;
  readonly #say: (text: string) => void;

  constructor(loading: Loading, onChanged: () => Promise<void>, say: (text: string) => void) {
    this.#loading = loading;
    this.#onChanged = onChanged;
    this.#say = say;
  }

  /** The keys that were trusted on this machine before, in time for the first documents. Does not reject. */
  async restore(): Promise<void> {
    const kept = readText(EVERY_ADDRESS, KEPT);
    if (kept === null) return;
    try {
      const keys = await readKeyList(kept);
      await this.#loading.trust(keys);
      this.#keys = keys;
    } catch (failure) {
      this.#say(`Your trusted keys could not be read back: ${describeFailure(failure)}`);
    }
  }

  get keys(): readonly TrustedKey[] {
    return this.#keys;
  }

  /** Rejects with a Failure whose words are for the person: for a private key, another algorithm, junk. */
  async add(given: GivenKey): Promise<void> {
    const key = await trustedKey(given);
    const twin = this.#keys.find((known) => known.key === key.key);
    if (twin) throw new Failure('bad-argument', `This key is trusted already, as “${twin.id}”.`);
    await this.#change([...this.#keys, key]);
  }

  async remove(key: TrustedKey): Promise<void> {
    await this.#change(this.#keys.filter((known) => known !== key));
  }

  /** Adds the keys of a list that `list` wrote. */
  async addList(text: string): Promise<void> {
    const known = new Set(this.#keys.map(({ key }) => key));
    const fresh = (await readKeyList(text)).filter(({ key }) => !known.has(key));
    if (fresh.length > 0) await this.#change([...this.#keys, ...fresh]);
  }

  /** All of them as a text to keep or to give to somebody. */
  get list(): string {
    return writeKeyList(this.#keys);
  }

  async #change(keys: readonly TrustedKey[]): Promise<void> {
    await this.#loading.trust(keys);
    this.#keys = keys;
    writeText(EVERY_ADDRESS, KEPT, keys.length === 0 ? null : this.list);
    await this.#onChanged();
  }
}
