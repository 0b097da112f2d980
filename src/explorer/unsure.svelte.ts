import type { DocumentKind, Unsure as UnsureDocument } from '../intake';
import { describeFailure } from '../model';
import type { Keepable } from '../workspace';
import type { Kinds } from '../intake';
import { readKinds, writeKinds } from './kinds';
import type { Library } from './library.svelte';

interface Parts {
  readonly address: string;
  readonly library: Library;
  readonly open: (sources: Keepable[]) => Promise<unknown>;
  readonly say: (text: string) => void;
}

/** Documents of which it must be said what they are: nothing is guessed. */
export class Unsure {
  #documents = $state.raw<readonly UnsureDocument[]>([]);
  #kinds: Kinds;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#kinds = readKinds(parts.address);
    parts.library.say(this.#kinds);
  }

  /** Those that wait for an answer. */
  get documents(): readonly UnsureDocument[] {
    return this.#documents;
  }

  ask(documents: readonly UnsureDocument[]): void {
    this.#documents = [...this.#documents, ...documents];
  }

  /** By name; what is not answered is left out, and may be opened again. Does not reject. */
  async answer(kinds: Readonly<Record<string, DocumentKind>>): Promise<void> {
    this.#documents = [];
    const names = Object.keys(kinds);
    if (names.length === 0) return;
    this.#kinds = { ...this.#kinds, ...kinds };
    writeKinds(this.#parts.address, this.#kinds);
    this.#parts.library.say(this.#kinds);
    const sources = this.#parts.library.sourcesOf(names);
    try {
      await this.#parts.open(sources);
    } catch (failure) {
      this.#parts.say(describeFailure(failure));
    }
  }
}
