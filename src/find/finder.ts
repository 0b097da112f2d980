import type { Standing } from '../model';
import type { FormalRows, LineRows, NetworkRows, NodeRows, TextRows } from '../queries';
import { buildsOn, type BuildsOn, type BuildsOnQuestion } from './builds-on';
import { cascade, type Cascade, type CascadeQuestion } from './cascade';
import { compare, type Comparison, type CompareQuestion } from './compare';
import { cone, type Cone, type ConeQuestion } from './formal/cone';
import { shadow, shadowCasters, type Shadow, type ShadowCaster, type ShadowQuestion } from './formal/shadow';
import { sharing, type Sharing, type SharingQuestion } from './formal/sharing';
import { standings } from './formal/standing';
import { NO_STATEMENTS, Statements } from './formal/statements';
import { survey, type Survey, type SurveyQuestion } from './formal/survey';
import { Network } from './network';
import { paths, type Paths, type PathsQuestion } from './paths';
import { readingOrder, type ReadingOrder } from './reading-order';
import { RelatedWorks, type Related, type RelatedQuestion } from './related';
import { whyRelated, type Why, type WhyQuestion } from './why';
import { Library } from './words/library';

export interface StandingsQuestion {
  readonly nodes: readonly number[];
  /** Axioms that may be used. */
  readonly allowed: readonly string[];
}

/** The class behind the worker's socket: all that is loaded, and the answers to what is asked of it. */
export class Finder {
  readonly #network: Network;
  readonly #texts: Library;
  readonly #related: RelatedWorks;
  readonly #statements: Statements;

  /** Lines may come with the nodes, or by parts. */
  constructor(rows: NodeRows | NetworkRows, formal: FormalRows = NO_STATEMENTS) {
    this.#statements = new Statements(formal);
    this.#network = new Network(rows);
    if ('from' in rows) this.addLines(rows);
    this.#texts = new Library(this.#network.count);
    this.#related = new RelatedWorks(this.#network, this.#texts);
  }

  /** To be called before what goes by lines is asked. */
  addLines(rows: LineRows): void {
    this.#network.addLines(rows);
  }

  /** To be called before what goes by words is asked. */
  addTexts({ node, title, headline, abstract, claims }: TextRows): void {
    node.forEach((number, row) => {
      const place = this.#network.placeOf(number);
      if (place === null) return;
      const texts = {
        title: title[row],
        headline: headline[row],
        abstract: abstract[row],
        claims: claims[row],
      };
      this.#texts.add(place, Object.fromEntries(Object.entries(texts).filter(([, text]) => text)));
    });
  }

  related(question: RelatedQuestion): Related {
    return this.#related.answer(question);
  }

  buildsOn(question: BuildsOnQuestion): BuildsOn {
    return buildsOn(this.#network, question);
  }

  readingOrder(question: { readonly nodes: readonly number[] }): ReadingOrder {
    return readingOrder(this.#network, question.nodes);
  }

  paths(question: PathsQuestion): Paths {
    return paths(this.#network, question);
  }

  cascade(question: CascadeQuestion): Cascade {
    return cascade(this.#network, question);
  }

  compare(question: CompareQuestion): Comparison {
    return compare(this.#network, this.#texts, question);
  }

  cone(question: ConeQuestion): Cone {
    return cone(this.#statements, question);
  }

  /** Of some formal statements, in their order; null for what is none. */
  standings({ nodes, allowed }: StandingsQuestion): readonly (Standing | null)[] {
    const all = standings(this.#statements, allowed);
    return nodes.map((node) => all[this.#statements.placeOf(node) ?? -1] ?? null);
  }

  survey(question: SurveyQuestion): Survey | null {
    return survey(this.#statements, question);
  }

  shadow(question: ShadowQuestion): Shadow {
    return shadow(this.#statements, question);
  }

  shadowCasters(): readonly ShadowCaster[] {
    return shadowCasters(this.#statements);
  }

  sharing(question: SharingQuestion): Sharing {
    return sharing(this.#statements, question);
  }

  why(question: WhyQuestion): Why {
    return whyRelated(this.#network, this.#texts, this.#related, question);
  }
}
