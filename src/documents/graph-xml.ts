import { describeFailure } from '../model';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { GraphFile, GraphFileLine, GraphFileNode } from './graph-file';
import { LIMITS } from './limits';
import type { Problems } from './problems';

/** Fed to the parser at once, so that it holds no copy of a large text. */
const CHUNK = 64 * 1024;

/**
 * Reads a graph in GEXF (gexf.net) or GraphML (graphml.graphdrawing.org). Attributes are under the names that the file
 * gives them, in lower case. Nothing outside is fetched, and entities that the file defines are not expanded.
 */
export function readGraphXml(text: string, form: 'gexf' | 'graphml', problems: Problems): GraphFile {
  const reader = new XmlReader(form);
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  parser.on('opentag', (tag) => {
    reader.open(tag, parser.line);
  });
  parser.on('text', (said) => {
    reader.say(said);
  });
  parser.on('cdata', (said) => {
    reader.say(said);
  });
  parser.on('closetag', ({ name }) => {
    reader.close(name);
  });
  parser.on('error', (failure) => {
    throw failure;
  });
  try {
    for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
    parser.close();
  } catch (failure) {
    const why = describeFailure(failure).replace(/^\d+:\d+: /, '');
    problems.error(
      `line ${parser.line}`,
      `The XML is damaged here (${why}); only what comes before was read.`,
    );
  }
  return reader;
}

type Said = GraphFileNode & { readonly attributes: Map<string, string> };

class XmlReader implements GraphFile {
  readonly form: 'gexf' | 'graphml';
  readonly name = null;
  isDirected = true;
  readonly nodes = new Map<string, GraphFileNode>();
  readonly lines: GraphFileLine[] = [];
  readonly graph = new Map<string, string>();
  readonly everyNode = new Map<string, string>();
  readonly everyLine = new Map<string, string>();
  /** What attributes are called, by `node` or `edge` and the short ids that stand for them. */
  readonly #titles = new Map<string, string>();
  /** The nodes and lines that are open, the innermost last. */
  readonly #open: Said[] = [];
  #depth = 0;
  #class = 'node';
  /** The attribute whose value is being read as text, and what it is of. */
  #value: { readonly of: Map<string, string>; readonly title: string; text: string } | null = null;

  constructor(form: 'gexf' | 'graphml') {
    this.form = form;
  }

  open({ name, attributes: said }: SaxesTagPlain, line: number): void {
    if (++this.#depth > LIMITS.depth) throw new Error('nested too deep');
    const attribute = (key: string) => (Object.hasOwn(said, key) ? (said[key] ?? '') : '');
    switch (localName(name)) {
      case 'graph':
        if ((attribute('edgedefault') || attribute('defaultedgetype')) === 'undirected')
          this.isDirected = false;
        return;
      case 'key':
        this.#call(attribute('for'), attribute('id'), attribute('attr.name'));
        return;
      case 'attributes':
        this.#class = attribute('class');
        return;
      case 'attribute':
        this.#call(this.#class, attribute('id'), attribute('title'));
        return;
      case 'node':
        this.#openNode(attribute('id'), attribute('label'), line);
        return;
      case 'edge':
        this.#openLine(attribute('source'), attribute('target'), line);
        return;
      case 'attvalue':
        this.#open.at(-1)?.attributes.set(this.#titleOf(attribute('for')), attribute('value'));
        return;
      case 'creator':
        this.#value = { of: this.graph, title: 'creator', text: '' };
        return;
      case 'data':
        this.#value = {
          of: this.#open.at(-1)?.attributes ?? this.graph,
          title: this.#titleOf(attribute('key')),
          text: '',
        };
    }
  }

  say(text: string): void {
    if (this.#value && this.#value.text.length <= LIMITS.textLength) this.#value.text += text;
  }

  close(tag: string): void {
    this.#depth--;
    const name = localName(tag);
    if (name === 'node' || name === 'edge') this.#open.pop();
    if (this.#value === null || (name !== 'data' && name !== 'creator')) return;
    this.#value.of.set(this.#value.title, this.#value.text.trim());
    this.#value = null;
  }

  #call(of: string, id: string, title: string): void {
    if (title === '') return;
    for (const kind of of === 'all' || of === '' ? ['node', 'edge'] : [of])
      this.#titles.set(`${kind} ${id}`, title.toLowerCase());
  }

  #titleOf(id: string): string {
    const kind = this.#open.at(-1);
    const of = kind !== undefined && 'source' in kind ? 'edge' : 'node';
    return this.#titles.get(`${of} ${id}`) ?? id.toLowerCase();
  }

  #openNode(id: string, label: string, line: number): void {
    const node = { attributes: new Map(label === '' ? [] : [['label', label]]), line };
    this.#open.push(node);
    if (this.nodes.size === LIMITS.listItems) throw new Error(TOO_MANY);
    if (id !== '' && !this.nodes.has(id)) this.nodes.set(id, node);
  }

  #openLine(source: string, target: string, line: number): void {
    const edge = { source, target, attributes: new Map<string, string>(), line };
    this.#open.push(edge);
    if (this.lines.length === LIMITS.listItems) throw new Error(TOO_MANY);
    this.lines.push(edge);
  }
}

const TOO_MANY = `more than ${LIMITS.listItems.toLocaleString('en')} nodes or lines`;

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}
