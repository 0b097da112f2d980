import { Failure } from './failure';
import { FILTER_FIELDS } from './filter-link';
import { packed, unpacked } from './packed';
import {
  COLOURS,
  CONE_SHAPES,
  DEFAULT_VIEW,
  FLOWS,
  HOME_CAMERA,
  SIZES,
  type LineKind,
  type View,
} from './view';

/** A document that a View was made on, so that a link can name what is missing. */
export interface DocumentMark {
  readonly name: string;
  readonly sha256: string;
}

/** Named up to a number that an address bar bears; how many there are beyond these is told. */
export interface LinkedDocuments {
  readonly named: readonly DocumentMark[];
  readonly more: number;
}

export const NO_DOCUMENTS: LinkedDocuments = { named: [], more: 0 };

export interface ViewLink {
  readonly view: View;
  readonly documents: LinkedDocuments;
  /** Which list is open beside the stage, in the words of the screen; absent where none is. */
  readonly list?: string;
}

const VERSION = '1';
const MOST_CHARACTERS = 100_000;
const MOST_DOCUMENTS = 5_000;

/**
 * A View as the hash of an address: `1&focus=…&…&sum=…`. What is default is left out; lists are joined by spaces;
 * `doc` names a document that was loaded from a file, `docs` says how many there are beyond the named; `list` is open
 * beside the stage. `sum` guards against links that lost their tail.
 */
export function writeLink({ view, documents, list }: ViewLink): string {
  const fields = new URLSearchParams();
  for (const [key, field] of Object.entries(FIELDS)) {
    const text = field.write(view);
    if (text !== field.write(DEFAULT_VIEW)) fields.set(key, text);
  }
  for (const [key, field] of Object.entries(FILTER_FIELDS)) {
    const text = field.write(view.filters);
    if (text !== field.write(DEFAULT_VIEW.filters)) fields.set(key, text);
  }
  for (const { name, sha256 } of documents.named) fields.append('doc', `${sha256.slice(0, 16)} ${name}`);
  if (documents.more > 0) fields.set('docs', String(documents.more));
  if (list) fields.set('list', list);
  const body = `${VERSION}&${fields.toString()}`;
  return `${body}&sum=${checksum(body)}`;
}

/** The View of a hash (with or without `#`); null for an empty one; a Failure `damaged-link` where it cannot be read. */
export function readLink(hash: string): ViewLink | null {
  const text = hash.replace(/^#/, '');
  if (text === '') return null;
  if (text.length > MOST_CHARACTERS) throw damaged('it is too long');
  const [, body, sum] = /^(.*)&sum=([0-9a-z]+)$/s.exec(text) ?? [];
  if (body === undefined || sum === undefined) throw damaged('its end is missing');
  if (checksum(body) !== sum) throw damaged('a part of it was changed');
  const fields = new URLSearchParams(body);
  if (!fields.has(VERSION)) throw damaged('it was made by another version');
  const read: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(FIELDS)) {
    const value = fields.get(key);
    if (value !== null) Object.assign(read, field.read(value));
  }
  const named = fields
    .getAll('doc')
    .slice(0, MOST_DOCUMENTS)
    .map((mark) => ({ sha256: mark.slice(0, 16), name: mark.slice(17) }));
  const more = /^\d{1,9}$/.test(fields.get('docs') ?? '') ? Number(fields.get('docs')) : 0;
  const filters = { ...DEFAULT_VIEW.filters };
  for (const [key, field] of Object.entries(FILTER_FIELDS)) {
    const value = fields.get(key);
    if (value !== null) Object.assign(filters, field.read(value));
  }
  const view = { ...DEFAULT_VIEW, ...read, filters };
  const list = fields.get('list')?.slice(0, 600);
  return { view, documents: { named, more }, ...(list && { list }) };
}

function damaged(reason: string): Failure {
  return new Failure(
    'damaged-link',
    `The link to a view cannot be read: ${reason}. The default view is shown instead.`,
  );
}

interface Field {
  write(view: View): string;
  read(text: string): Partial<View>;
}

const FIELDS: Readonly<Record<string, Field>> = {
  focus: {
    write: ({ focus }) => focus ?? '',
    read: (text) => ({ focus: text === '' ? null : text.slice(0, 600) }),
  },
  seeds: list('seeds'),
  direction: choice('direction', ['references', 'citing', 'both']),
  depth: {
    write: ({ depth }) => String(depth),
    read: (text) =>
      text === '1' || text === '2' || text === '3' ? { depth: Number(text) as View['depth'] } : {},
  },
  expanded: list('expanded'),
  added: list('added'),
  cone: {
    write: ({ cone }) =>
      cone === null ? '' : [cone.shape, cone.through, cone.reduced ? 'reduced' : 'all', cone.of].join(' '),
    read: readCone,
  },
  folded: list('folded'),
  axioms: list('axioms'),
  unfolded: list('unfolded'),
  hidden: list('hidden'),
  traced: {
    write: ({ traced }) => packed(traced),
    read: (text) => ({ traced: unpacked(text, 1200) }),
  },
  lines: {
    write: ({ lines }) => lines.join(' '),
    read: (text) => ({
      lines: text.split(' ').filter((kind): kind is LineKind => ['cites', 'formal', 'uses'].includes(kind)),
    }),
  },
  layout: choice('layout', ['timeline', 'force', 'rings', 'layers']),
  seed: {
    write: ({ layoutSettings: { seed, flow } }) => (flow === 'down' ? String(seed) : `${seed} ${flow}`),
    read: (text) => {
      const [seed = '', flow] = text.split(' ');
      if (!/^\d{1,9}$/.test(seed)) return {};
      return { layoutSettings: { seed: Number(seed), flow: FLOWS.find((one) => one === flow) ?? 'down' } };
    },
  },
  pins: {
    write: ({ pins }) => packed(Object.entries(pins).map(([id, [x, y]]) => `${x},${y},${id}`)),
    read: (text) => ({ pins: Object.fromEntries(unpacked(text).flatMap(pin)) }),
  },
  colour: choice('colourBy', COLOURS),
  size: choice('sizeBy', SIZES),
  unidentified: {
    write: ({ unidentified }) => (unidentified ? 'yes' : ''),
    read: (text) => ({ unidentified: text === 'yes' }),
  },
  select: list('selection'),
  camera: {
    write: ({ camera }) => [camera.x, camera.y, camera.zoom].map((value) => value.toFixed(4)).join(' '),
    read: (text) => {
      const [x = NaN, y = NaN, zoom = NaN] = text.split(' ').map(Number);
      const isSane = [x, y].every((value) => Math.abs(value) < 100) && zoom >= 0.05 && zoom <= 100;
      return { camera: isSane ? { x, y, zoom } : HOME_CAMERA };
    },
  },
};

type ListKey = 'seeds' | 'expanded' | 'added' | 'unfolded' | 'folded' | 'axioms' | 'hidden' | 'selection';

function list(key: ListKey): Field {
  return { write: (view) => packed(view[key]), read: (text) => ({ [key]: unpacked(text) }) };
}

function readCone(text: string): Partial<View> {
  const [shape, through, reduced, ...of] = text.split(' ');
  const known = CONE_SHAPES.find((one) => one === shape);
  if (known === undefined || of.length === 0) return {};
  const way = through === 'statement' ? through : 'proof';
  return {
    cone: { of: of.join(' ').slice(0, 600), shape: known, through: way, reduced: reduced === 'reduced' },
  };
}

function choice(key: 'direction' | 'layout' | 'colourBy' | 'sizeBy', options: readonly string[]): Field {
  return { write: (view) => view[key], read: (text) => (options.includes(text) ? { [key]: text } : {}) };
}

function pin(text: string): [string, readonly [number, number]][] {
  const [, x, y, id] = /^(-?[\d.]+),(-?[\d.]+),(.+)$/s.exec(text) ?? [];
  if (x === undefined || y === undefined || id === undefined || id === '__proto__') return [];
  const at = [Number(x), Number(y)] as const;
  return at.every((value) => Math.abs(value) < 1e6) ? [[id, at]] : [];
}

/** FNV-1a, 32 bits: enough to notice a cut or changed link, no protection against intent. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}
