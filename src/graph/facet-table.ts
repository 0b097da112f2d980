import type { FacetName } from '../model';
import type { EvidenceGraph, NodeFacts } from './build-graph';
import { valuesOf } from './facet-values';
import { textOf, type TextField } from './texts';
import { drawnLines } from './line-words';
import { neighboursOf, type Neighbours } from './neighbours';

/** A facet as a column: distinct values, and of each row the numbers of those it has. */
export interface FacetColumn {
  readonly values: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** A row's numbers are those from its start to the next one's. */
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
}

/**
 * The nodes of a graph as columns, a row a node in the graph's order; each is made when it is first asked for.
 * Claims are no rows: they are on the stage where their papers are, and their ties count as their papers'.
 */
export class FacetTable {
  readonly graph: EvidenceGraph;
  readonly ids: readonly string[];
  readonly facts: readonly NodeFacts[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly #columns = new Map<FacetName, FacetColumn>();
  readonly #texts = new Map<TextField, readonly string[]>();
  readonly #neighbours = new Map<string, Neighbours>();

  constructor(graph: EvidenceGraph) {
    this.graph = graph;
    this.ids = graph.filterNodes((_, { kind }) => kind !== 'claim');
    this.facts = this.ids.map((id) => graph.getNodeAttributes(id));
    this.rowOf = new Map(this.ids.map((id, row) => [id, row]));
  }

  column(facet: FacetName): FacetColumn {
    const column = this.#columns.get(facet) ?? columnOf(this.facts.map((facts) => valuesOf(facet, facts)));
    this.#columns.set(facet, column);
    return column;
  }

  /** What a query looks in, folded. */
  texts(field: TextField): readonly string[] {
    const texts =
      this.#texts.get(field) ?? this.ids.map((id, row) => textOf(field, id, this.facts[row] as NodeFacts));
    this.#texts.set(field, texts);
    return texts;
  }

  /** By the lines that a legend with these keys off leaves. */
  neighbours(off: readonly string[]): Neighbours {
    const keys = off.filter((key) => key.startsWith('line:')).sort();
    const known =
      this.#neighbours.get(keys.join()) ?? neighboursOf(this.graph, this.rowOf, drawnLines(this.graph, keys));
    this.#neighbours.set(keys.join(), known);
    return known;
  }
}

function columnOf(rows: readonly (readonly string[])[]): FacetColumn {
  const numberOf = new Map<string, number>();
  const starts = new Int32Array(rows.length + 1);
  const numbers: number[] = [];
  rows.forEach((values, row) => {
    for (const value of values) {
      const number = numberOf.get(value) ?? numberOf.size;
      numberOf.set(value, number);
      numbers.push(number);
    }
    starts[row + 1] = numbers.length;
  });
  return { values: [...numberOf.keys()], numberOf, starts, numbers: Int32Array.from(numbers) };
}
