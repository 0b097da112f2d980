import type { Related, RelatedWork, Why } from '../find';
import { ALL_EVIDENCE, type EvidenceChoice, type Measure } from '../model';
import {
  readBriefs,
  readEvidenceDocuments,
  relatedSql,
  resolveNames,
  type Brief,
  type EvidenceDocument,
  type Holdings,
} from '../queries';
import { Latest } from './latest.svelte';
import { MarkBook } from './marks.svelte';
import type { Ground } from './tools';

export interface RelatedSettings {
  readonly measure: Measure;
  readonly boost: string;
  readonly years: readonly [number, number] | null;
  readonly evidence: EvidenceChoice;
  /** Leaves out what is marked as known or hidden. */
  readonly hidesKnown: boolean;
  readonly limit: number;
}

export interface RelatedRow extends RelatedWork {
  readonly rank: number;
  readonly brief: Brief;
}

export interface RelatedAnswer extends Omit<Related, 'works'> {
  readonly rows: readonly RelatedRow[];
  readonly seeds: readonly Brief[];
  /** Public ids of what was left out because it is known or hidden. */
  readonly without: readonly string[];
  readonly settings: RelatedSettings;
}

export interface Explanation {
  readonly node: number;
  readonly why: Why;
  /** Of all nodes that the why names, so far as they are listed. */
  readonly briefs: ReadonlyMap<number, Brief>;
}

interface Wanted {
  readonly settings: RelatedSettings;
  readonly seeds: readonly string[];
  readonly without: readonly string[];
  readonly holdings: Holdings | null;
}

const DEFAULT_SETTINGS: RelatedSettings = {
  measure: 'combined',
  boost: '',
  years: null,
  evidence: ALL_EVIDENCE,
  hidesKnown: true,
  limit: 100,
};

/** Works related to the focus and the seeds, ranked; and why. */
export class RelatedList {
  #settings = $state.raw(DEFAULT_SETTINGS);
  readonly #answer: Latest<RelatedAnswer>;
  readonly #explanation: Latest<Explanation>;
  readonly #ground: Ground;
  readonly #marks: MarkBook;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#marks = ground.tool(MarkBook);
    this.#answer = new Latest(ground.notices);
    this.#explanation = new Latest(ground.notices);
  }

  /** What the list is to answer; a change of it asks for `read`. */
  get wanted(): Wanted {
    const { focus, seeds } = this.#ground.showing.namedView;
    const { hidesKnown } = this.#settings;
    const left = this.#marks.idsWhere(
      ({ isKnown, verdict }) => hidesKnown && (isKnown || verdict === 'hide'),
    );
    return {
      settings: this.#settings,
      seeds: [...new Set(focus === null ? seeds : [focus, ...seeds])],
      without: left,
      holdings: this.#ground.library.holdings,
    };
  }

  get settings(): RelatedSettings {
    return this.#settings;
  }

  set settings(change: Partial<RelatedSettings>) {
    this.#settings = { ...this.#settings, ...change };
  }

  get answer(): RelatedAnswer | null {
    return this.#answer.value;
  }

  get explanation(): Explanation | null {
    return this.#explanation.value;
  }

  get isWorking(): boolean {
    return this.#answer.isWorking;
  }

  get isStopped(): boolean {
    return this.#answer.isStopped;
  }

  async read({ settings, seeds, without, holdings }: Wanted): Promise<void> {
    const isAsked = holdings !== null && seeds.length > 0;
    const question = [this.#ground.library.revision, settings, seeds, without];
    await this.#answer.ask(question, isAsked ? () => this.#ask(settings, seeds, without) : null);
  }

  async #ask(
    settings: RelatedSettings,
    seedIds: readonly string[],
    without: readonly string[],
  ): Promise<RelatedAnswer> {
    const connection = await this.#ground.library.connection();
    await this.#marks.settle(connection);
    const names = await resolveNames(connection, [...seedIds, ...without]);
    const nodesOf = (ids: readonly string[]) => ids.flatMap((id) => names.get(id)?.node ?? []);
    const seeds = nodesOf(seedIds);
    const { works, ...answer } = await this.#ground.finding.ask('related', {
      ...settings,
      seeds,
      without: nodesOf(without),
      withParts: true,
    });
    const briefs = await readBriefs(connection, [...seeds, ...works.map(({ node }) => node)]);
    return {
      ...answer,
      rows: works.flatMap((work, at) => {
        const brief = briefs.get(work.node);
        return brief ? [{ ...work, rank: at + 1, brief }] : [];
      }),
      seeds: seeds.flatMap((node) => briefs.get(node) ?? []),
      without: without.flatMap((id) => names.get(id)?.id ?? []),
      settings,
    };
  }

  /** Reads why a listed work is related. */
  async explain(node: number | null): Promise<void> {
    const { answer } = this;
    if (node === null || !answer) return this.#explanation.ask(null, null);
    const seeds = answer.seeds.map((seed) => seed.node);
    const question = [this.#ground.library.revision, node, seeds, answer.settings.evidence];
    await this.#explanation.ask(question, () => this.#explain(node, answer));
  }

  async #explain(node: number, { seeds: briefs, settings }: RelatedAnswer): Promise<Explanation> {
    const seeds = briefs.map((seed) => seed.node);
    const why = await this.#ground.finding.ask('why', { seeds, node, evidence: settings.evidence });
    const named = why.seeds.flatMap(({ references, citers, between }) => [
      ...references.map((one) => one.node),
      ...[...citers, ...between].slice(0, MOST_NAMED),
    ]);
    const nodes = [...seeds, ...named, ...why.inflows.map((one) => one.node)];
    return { node, why, briefs: await readBriefs(await this.#ground.library.connection(), nodes) };
  }

  /** The documents that evidence of citations stands in, those with the most first. */
  async documents(): Promise<EvidenceDocument[]> {
    return readEvidenceDocuments(await this.#ground.library.connection());
  }

  /** The list as SQL, where it can be said in SQL. */
  get sql(): string | null {
    const { answer } = this;
    if (!answer) return null;
    const { seeds, without, settings } = answer;
    const { measure } = settings;
    if (measure !== 'coupling' && measure !== 'cocitation') return null;
    return relatedSql({ ...settings, measure, without, seeds: seeds.map(({ id }) => id) });
  }
}

const MOST_NAMED = 200;
