import type { ConeSize, Survey } from '../find';
import { readBriefs, resolveNode, type Brief } from '../queries';
import { Latest } from './latest.svelte';
import type { Ground } from './tools';

export type { ConeSize };

export interface SurveyAnswer {
  /** The public id it is of. */
  readonly id: string;
  readonly survey: Survey;
  readonly briefs: ReadonlyMap<number, Brief>;
}

/** So many of each list are read with their names. */
const MOST_NAMED = 500;

/** What one formal statement rests on, whether all of it is proved, and how large each cone of it is. */
export class StatementSurvey {
  readonly #ground: Ground;
  readonly #answer: Latest<SurveyAnswer | null>;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#answer = new Latest(ground.notices);
  }

  get answer(): SurveyAnswer | null {
    return this.#answer.value;
  }

  get isWorking(): boolean {
    return this.#answer.isWorking;
  }

  /** What an answer depends on besides the statement. */
  get ground() {
    return {
      axioms: this.#ground.showing.namedView.axioms,
      holdings: this.#ground.library.holdings,
    };
  }

  async read(id: string | null, { axioms, holdings }: StatementSurvey['ground']): Promise<void> {
    const isAsked = id !== null && holdings !== null;
    await this.#answer.ask(
      [this.#ground.library.revision, id, axioms],
      isAsked ? () => this.#ask(id, axioms) : null,
    );
  }

  async #ask(id: string, allowed: readonly string[]): Promise<SurveyAnswer | null> {
    const connection = await this.#ground.library.connection();
    const theorem = await resolveNode(connection, id);
    const survey = theorem === null ? null : await this.#ground.finding.ask('survey', { theorem, allowed });
    if (!survey) return null;
    const { standing, sharing, cones } = survey;
    const named = [
      ...standing.gaps.slice(0, MOST_NAMED).flatMap(({ path }) => path),
      ...standing.axioms.map(({ node }) => node),
      ...sharing.works.slice(0, MOST_NAMED).flatMap(({ node, theorem: by }) => [node, by]),
      ...cones.flatMap(({ cycles }) => cycles.flat().slice(0, MOST_NAMED)),
    ];
    return { id, survey, briefs: await readBriefs(connection, named) };
  }
}
