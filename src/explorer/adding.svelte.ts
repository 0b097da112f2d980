import type { ListedWork, WorkList } from '../intake';
import { DEFAULT_VIEW, describeFailure } from '../model';
import { readHeldWorks, resolveNames } from '../queries';
import type { Keepable } from '../workspace';
import { MarkBook } from './marks.svelte';
import type { Ground } from './tools';

/** Files that may be lists: the rest is opened without being looked at. */
const ENDING = /\.(?:bib|bibtex|ris|json|jsonl|ndjson|csv|tsv|gexf|graphml|xml|txt)$/i;
/** Larger ones, and more of them, are opened at once: reading them twice would be felt. */
const MOST_BYTES = 16_000_000;
const MOST_FILES = 200;
/** More starts than these are no picture that can be read. */
export const MOST_STARTS = 200;

/** Work that is done sooner goes without a sign. */
const PATIENCE = 400;
/** Names asked about at once. */
const STEP = 2000;

export interface OfferedWork extends ListedWork {
  readonly list: string;
  /** `same` is loaded by one of its names; `alike` has the title of another, and stays one of its own. */
  readonly state: 'new' | 'same' | 'alike';
  /** The public id of the loaded work, or the name of the work of these lists, that it is the same as or alike. */
  readonly as: string | null;
}

export interface Offer {
  readonly lists: readonly WorkList[];
  readonly works: readonly OfferedWork[];
}

/** What becomes of the works of a list once they are added: nothing, a star each, or a picture that starts from them. */
export type AddingWish = 'add' | 'star' | 'start';

/** Lists in formats of others are shown before they are added: what is new, what is here, what looks like a duplicate. */
export class Adding {
  #offer = $state.raw<Offer | null>(null);
  #isLooking = $state(false);
  #looking: AbortController | null = null;
  #answer: (wish: AddingWish | null) => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** What waits for an answer. */
  get offer(): Offer | null {
    return this.#offer;
  }

  /** Whether lists are being read, and that takes long enough to be said. */
  get isLooking(): boolean {
    return this.#isLooking;
  }

  /** Stops looking; nothing is opened. */
  cancel(): void {
    this.#looking?.abort();
  }

  /** Null adds nothing. */
  answer(wish: AddingWish | null): void {
    this.#answer(wish);
  }

  /** Opens what is no list at once, and lists when a person has agreed. One after the other. */
  open(sources: Keepable[], open: (sources: Keepable[]) => Promise<unknown>): Promise<unknown> {
    const mine = this.#last.then(() => this.#open(sources, open));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #open(sources: Keepable[], open: (sources: Keepable[]) => Promise<unknown>): Promise<void> {
    const offer = await this.#look(sources);
    if (offer === 'cancelled') return;
    if (offer === null) {
      await open(sources);
      return;
    }
    const answered = new Promise<AddingWish | null>((resolve) => (this.#answer = resolve));
    this.#offer = offer;
    const wish = await answered;
    this.#offer = null;
    if (wish === null) return;
    await open(sources);
    await this.#follow(wish, offer).catch((failure: unknown) =>
      this.#ground.notices.say(describeFailure(failure)),
    );
  }

  /** Null where there is no list; what cannot be looked at is opened, and says then what is wrong with it. */
  async #look(sources: readonly Keepable[]): Promise<Offer | 'cancelled' | null> {
    const looking = new AbortController();
    this.#looking = looking;
    const timer = setTimeout(() => (this.#isLooking = true), PATIENCE);
    try {
      const lists = await this.#lists(sources, looking.signal);
      const offer = lists.length === 0 ? null : await this.#offerOf(lists);
      return looking.signal.aborted ? 'cancelled' : offer;
    } catch {
      return looking.signal.aborted ? 'cancelled' : null;
    } finally {
      clearTimeout(timer);
      this.#isLooking = false;
    }
  }

  async #lists(sources: readonly Keepable[], signal: AbortSignal): Promise<readonly WorkList[]> {
    const seen = sources.filter(
      (source) => source.kind === 'text' || (source.kind === 'file' && ENDING.test(source.name)),
    );
    if (seen.length === 0 || seen.length > MOST_FILES) return [];
    const bytes = seen.reduce((sum, source) => sum + (source.kind === 'file' ? source.blob.size : 0), 0);
    if (bytes > MOST_BYTES) return [];
    const lists = await this.#ground.library.lists(seen, signal);
    return lists.filter(({ works }) => works.length > 0);
  }

  async #offerOf(lists: readonly WorkList[]): Promise<Offer> {
    const works = lists.flatMap((list) =>
      list.works.map((work) => ({
        ...{ ...work, list: list.name },
        twinName: work.twin === null ? null : (list.works[work.twin]?.names[0] ?? null),
      })),
    );
    const held = await readHeldWorks(await this.#ground.library.connection(), works);
    return {
      lists,
      works: works.map(({ twinName, ...work }, place) => {
        const same = held.same.get(place);
        if (same !== undefined) return { ...work, state: 'same', as: same };
        const as = held.alike.get(place) ?? twinName;
        return { ...work, state: as === null ? 'new' : 'alike', as };
      }),
    };
  }

  async #follow(wish: AddingWish, { works }: Offer): Promise<void> {
    const { library, notices, change, tool } = this.#ground;
    const here = works.filter(({ state }) => state === 'same').length;
    notices.say(addedInWords(works.length - here, here));
    if (wish === 'add') return;
    const names = works.flatMap((work) => work.names.slice(0, 1));
    const asked = wish === 'start' ? names.slice(0, MOST_STARTS) : names;
    const ids = new Set<string>();
    for (let from = 0; from < asked.length; from += STEP) {
      const found = await resolveNames(await library.connection(), asked.slice(from, from + STEP));
      for (const { id } of found.values()) ids.add(id);
    }
    if (wish === 'star') tool(MarkBook).mark([...ids], { isStarred: true });
    else {
      const { focus, cone, expanded, added, unfolded, hidden, selection } = DEFAULT_VIEW;
      change({
        ...{ focus, cone, expanded, added, unfolded, hidden, selection },
        seeds: [...ids],
      });
    }
  }
}

function addedInWords(added: number, here: number): string {
  const words = `${added.toLocaleString('en')} ${added === 1 ? 'work' : 'works'} added`;
  return here === 0
    ? `${words}.`
    : `${words}; ${here.toLocaleString('en')} ${here === 1 ? 'was' : 'were'} here already.`;
}
