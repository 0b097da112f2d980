import { readKeyList, trustedKey, writeKeyList, type TrustedKey } from '../checks';
import { Failure } from '../model';
import type { Loading } from './loading.svelte';

/** A key as a person gives it. */
export type GivenKey = Parameters<typeof trustedKey>[0];

/** The keys that a person trusts. A change makes all verdicts again; a cancelled change is no change. */
export class Trust {
  #keys = $state.raw<readonly TrustedKey[]>([]);
  readonly #loading: Loading;
  readonly #onChanged: () => Promise<void>;

  constructor(loading: Loading, onChanged: () => Promise<void>) {
    this.#loading = loading;
    this.#onChanged = onChanged;
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
    await this.#onChanged();
  }
}
