import type { DirectedGraph } from 'graphology';
import type { LineKind, NodeKind, Relationship, Standing, TieRelation, Trust } from '../model';

export interface NodeFacts {
  readonly node: number;
  readonly kind: NodeKind;
  readonly hops: number;
  readonly title: string | null;
  readonly authors: string | null;
  readonly date: string | null;
  readonly year: number | null;
  readonly category: string | null;
  readonly trust: Trust;
  readonly status: string | null;
  readonly linesOut: number;
  readonly linesIn: number;
  /** Of a formal statement. */
  readonly formal?: FormalFacts;
  /** Of a folded module: how many statements are in it. */
  readonly statements?: number;
  /** How many claims it has; absent where none is known. */
  readonly claims?: number;
  /** Of a claim: the id of its paper. */
  readonly claimOf?: string;
  /** What only some filters and colours need; absent until it was read. */
  readonly particulars?: Particulars;
  /** The most telling words of its cluster; absent until clusters were looked for. */
  readonly cluster?: string;
}

export interface FormalFacts {
  readonly library: string;
  readonly module: string | null;
  /** In the words of the document: lemma, corollary, def, … */
  readonly statement: string | null;
  readonly standing: Standing | null;
}

export interface Particulars {
  readonly venue: string | null;
  /** File names of the documents that say something of it. */
  readonly documents: readonly string[];
  /** What it is cited as, by evidence in the neighbourhood. */
  readonly roles: readonly string[];
  readonly claims: string;
}

export interface LineFacts {
  /** `claim` leads from a claim to its paper, `contains` from a module to a statement: no evidence of anything. */
  readonly kind: LineKind | 'claim' | 'contains';
  /** Of a citation, where its evidence states one. */
  readonly relationship?: Relationship;
  /** Of a tie, where its evidence states one. */
  readonly tie?: TieRelation;
  readonly evidence: number;
  readonly isWeak: boolean;
}

/** Nodes by public id; lines point from what cites or uses to what is cited or used. */
export type EvidenceGraph = DirectedGraph<NodeFacts, LineFacts>;
