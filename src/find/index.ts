/**
 * What is related, what builds on it, by which ways: answers computed from all lines and words that are loaded, and
 * the worker that computes them. Pure and total: the same rows give the same answers; ties go by public id.
 *
 * Measures of relatedness (of several seeds always the mean over the seeds):
 * - `coupling`: Adamic/Adar over shared references, natural logarithm (Adamic and Adar 2003).
 * - `cocitation`: Salton's cosine over shared citers (Salton and McGill 1983).
 * - `links`: Katz's index cut after two steps, 0.1 a step (Katz 1953).
 * - `pagerank`: personalised, damping 0.85, lines of all kinds walked in either direction, until all ranks together
 *   change by less than 1e-10 (Page et al. 1999).
 * - `words`: BM25F over title (3), headline (2), claims and abstract (1), k1 1.2, b 0.75, Porter stems.
 * - `combined`: reciprocal rank fusion, constant 60, of coupling, cocitation, pagerank and words (Cormack et al. 2009),
 *   as the mean over the measures that can be taken of a work. Links are not in it: pagerank goes by the same lines.
 * Scores are rounded to 1e-12, so that what is equal is equal in whatever order it was added.
 */
export { Finding } from './client';
/** The same without a worker. */
export { Finder } from './finder';
export { NEEDS, type Filling, type Need } from './needs';
export type { Answer, Question, Verb } from './finder-desk';
export type { Related, RelatedQuestion, RelatedWork } from './related';
export type { SharedNode, Why, WhyQuestion, WhySeed } from './why';
export type { BuildsOn, Descendant } from './builds-on';
export type { Cascade, Dependent } from './cascade';
export type { Aspect, Comparison, Region } from './compare';
export type { Paths, PathsQuestion } from './paths';
export type { ReadingOrder } from './reading-order';
export type { Cone, ConeQuestion } from './formal/cone';
export type { Shadow, ShadowCaster } from './formal/shadow';
export type { Sharing } from './formal/sharing';
export type { Gap, StandingAnswer } from './formal/standing';
export type { OwnState } from './formal/statements';
export type { ConeSize, Survey } from './formal/survey';
