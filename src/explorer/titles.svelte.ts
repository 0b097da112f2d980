import { spelled } from '../model';
import { readBriefs, resolveNames } from '../queries';
import { claimIn } from './claim-in';
import type { Ground } from './tools';

/** What works and theorems are called that are named outside of any list: kept from one opening of a tab to the next. */
export class Titles {
  #known = $state.raw<ReadonlyMap<string, string>>(new Map());
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** The id, spelled out, where no title is known of it. */
  of(id: string): string {
    return this.#known.get(id) ?? spelled(id);
  }

  /** Reads those that are not known yet; what is not loaded stays without. */
  async read(ids: readonly string[]): Promise<void> {
    const asked = ids.filter((id) => !this.#known.has(id));
    if (asked.length === 0 || !this.#ground.library.holdings) return;
    const connection = await this.#ground.library.connection();
    const names = await resolveNames(connection, asked);
    const nodes = [...names.values()].map(({ node }) => node);
    const briefs = await readBriefs(connection, nodes);
    const found = asked.flatMap((id) => {
      const named = names.get(id);
      const brief = briefs.get(named?.node ?? 0);
      if (!named || !brief?.title) return [];
      const title = brief.kind === 'theorem' ? spelled(brief.title) : brief.title;
      const claimId = claimIn(named.id, brief.id);
      return [[id, claimId === null ? title : `${spelled(claimId)} of ${title}`] as const];
    });
    if (found.length > 0) this.#known = new Map([...this.#known, ...found]);
  }
}
