import { tokensOf, type Token } from './dot-tokens';
import {
  NO_ATTRIBUTES,
  type Attributes,
  type GraphFile,
  type GraphFileLine,
  type GraphFileNode,
} from './graph-file';
import { LIMITS } from './limits';
import type { Problems } from './problems';

/**
 * Reads a graph in DOT (graphviz.org/doc/info/lang.html): nodes, lines and their attributes, in time proportional to
 * its length. Subgraphs are read as if they were not there. `firstLine` is the number of the text's first line.
 */
export function readDot(text: string, problems: Problems, firstLine = 1): GraphFile {
  const reader = new DotReader(tokensOf(text, firstLine), problems);
  reader.readGraph();
  return reader;
}

class Unexpected extends Error {}

class DotReader implements GraphFile {
  readonly form = 'dot';
  name: string | null = null;
  isDirected = true;
  readonly nodes = new Map<string, GraphFileNode>();
  readonly lines: GraphFileLine[] = [];
  readonly graph = new Map<string, string>();
  readonly everyNode = new Map<string, string>();
  readonly everyLine = new Map<string, string>();
  readonly #tokens: Iterator<Token, Token>;
  readonly #problems: Problems;
  /** Names of nodes in the order in which they are written, to know which of them a subgraph has. */
  readonly #written: string[] = [];
  #next: Token;

  constructor(tokens: Iterator<Token, Token>, problems: Problems) {
    this.#tokens = tokens;
    this.#problems = problems;
    this.#next = tokens.next().value;
  }

  readGraph(): void {
    try {
      this.#takeWord('strict');
      this.isDirected = this.#takeWord('digraph');
      if (!this.isDirected && !this.#takeWord('graph')) throw new Unexpected();
      if (this.#next.kind === 'id') this.name = this.#take().text;
      this.#expect('{');
      this.#readStatements(0);
    } catch (failure) {
      if (!(failure instanceof Unexpected)) throw failure;
      const { kind, line } = this.#next;
      const what = failure.message || (kind === 'end' ? 'The graph ends in the middle' : 'This is not DOT');
      this.#problems.error(`line ${line}`, `${what}; only what comes before was read.`);
    }
  }

  /** Until the brace that closes them. */
  #readStatements(depth: number): void {
    if (depth > LIMITS.depth) throw new Unexpected('The subgraphs are nested too deep');
    while (!this.#takeKind('}')) if (!this.#takeKind(';')) this.#readStatement(depth);
  }

  #readStatement(depth: number): void {
    if (this.#readForAll()) return;
    const { line, text } = this.#next;
    const first = this.#readEnd(depth);
    if (this.#takeKind('=')) {
      this.graph.set(text, this.#expect('id').text);
      return;
    }
    const ends = [first];
    while (this.#takeKind('->') || this.#takeKind('--')) ends.push(this.#readEnd(depth));
    this.#state(ends, this.#readAttributes(), line);
  }

  /** `node [shape=box]`, and the same of lines and of the graph. */
  #readForAll(): boolean {
    const all = { graph: this.graph, node: this.everyNode, edge: this.everyLine };
    for (const [word, attributes] of Object.entries(all)) {
      if (!this.#takeWord(word)) continue;
      for (const [name, value] of this.#readAttributes()) attributes.set(name, value);
      return true;
    }
    return false;
  }

  /** What stands at an end of a line: one name, or all of a subgraph. */
  #readEnd(depth: number): readonly string[] {
    const isNamed = this.#takeWord('subgraph');
    if (isNamed && this.#next.kind === 'id') this.#take();
    if (isNamed || this.#next.kind === '{') {
      this.#expect('{');
      const before = this.#written.length;
      this.#readStatements(depth + 1);
      return [...new Set(this.#written.slice(before))];
    }
    const { text } = this.#expect('id');
    // A port says where on the node's border a line ends.
    while (this.#takeKind(':')) this.#expect('id');
    return [text];
  }

  #readAttributes(): Attributes {
    if (this.#next.kind !== '[') return NO_ATTRIBUTES;
    const attributes = new Map<string, string>();
    while (this.#takeKind('[')) {
      while (!this.#takeKind(']')) {
        if (this.#takeKind(',') || this.#takeKind(';')) continue;
        const { text: name } = this.#expect('id');
        attributes.set(name, this.#takeKind('=') ? this.#expect('id').text : 'true');
      }
    }
    return attributes;
  }

  #state(ends: readonly (readonly string[])[], attributes: Attributes, line: number): void {
    const own = ends.length === 1 ? attributes : NO_ATTRIBUTES;
    for (const [name, ...more] of ends)
      if (name !== undefined && more.length === 0) this.#addNode(name, own, line);
    for (let place = 1; place < ends.length; place++)
      for (const source of ends[place - 1] ?? [])
        for (const target of ends[place] ?? []) {
          if (this.lines.length === LIMITS.listItems) throw new Unexpected(TOO_MANY);
          this.lines.push({ source, target, attributes, line });
        }
  }

  #addNode(name: string, attributes: Attributes, line: number): void {
    if (this.#written.length === 4 * LIMITS.listItems) throw new Unexpected(TOO_MANY);
    this.#written.push(name);
    const known = this.nodes.get(name);
    if (!known) this.nodes.set(name, { attributes, line });
    else if (attributes.size > 0)
      this.nodes.set(name, { attributes: new Map([...known.attributes, ...attributes]), line });
  }

  #take(): Token {
    const taken = this.#next;
    this.#next = this.#tokens.next().value;
    return taken;
  }

  #takeKind(kind: Token['kind']): boolean {
    if (this.#next.kind !== kind) return false;
    this.#take();
    return true;
  }

  /** A word of DOT itself, in any case of letters, which a name in quotes is not. */
  #takeWord(word: string): boolean {
    const { kind, isQuoted, text } = this.#next;
    if (kind !== 'id' || isQuoted || text.toLowerCase() !== word) return false;
    this.#take();
    return true;
  }

  #expect(kind: Token['kind']): Token {
    if (this.#next.kind !== kind) throw new Unexpected();
    return this.#take();
  }
}

const TOO_MANY = `The graph has more than ${LIMITS.listItems.toLocaleString('en')} lines`;
