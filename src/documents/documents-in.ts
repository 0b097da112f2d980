import { describeFailure } from '../model';
import { answerIn, type Answer } from './answers';
import { CollectionReader } from './collection';
import { CslReader } from './csl';
import { DeclarationsReader } from './declarations';
import { decode, noteOnMark, utf16Of, type Decoded } from './decode';
import { DependenciesReader } from './dependencies';
import type { DocumentKind } from './facts';
import { nameWithoutEndings } from './file-name';
import { graphFormOf, type GraphForm } from './graph-file';
import { explainJson, itemTexts } from './json';
import { inWords, LIMITS } from './limits';
import { listFormOf, type ListForm } from './list-file';
import { blocksOfLines, firstLine, type Line } from './lines';
import { refused, type Refused } from './open';
import type { Piece } from './pieces';
import { OpenalexReader } from './openalex';
import { Problems } from './problems';
import { recognise, rowFormOf } from './recognise';
import { ROW_KINDS, type RowForm, type RowKind, type RowReader } from './row-reader';
import { SemanticScholarReader } from './semantic-scholar';
import { isObject } from './stated';
import { TheoremLinksReader } from './theorem-links';

/** A document that was parsed and is still to be read, a graph or list in a text format, or one that was read row by row. */
export type Raw =
  | {
      readonly type: 'document';
      readonly name: string;
      readonly origin: string | null;
      readonly bytes: Uint8Array;
      readonly text: string;
      readonly value: unknown;
      readonly note: string | null;
      /** What somebody says that it is. */
      readonly as: DocumentKind | null;
    }
  | {
      readonly type: 'graph';
      readonly name: string;
      readonly origin: string | null;
      readonly bytes: Uint8Array;
      readonly text: string;
      readonly form: GraphForm;
      readonly note: string | null;
      /** What somebody says that it is. */
      readonly as: DocumentKind | null;
    }
  | {
      readonly type: 'list';
      readonly name: string;
      readonly origin: string | null;
      readonly bytes: Uint8Array;
      readonly text: string;
      readonly form: ListForm;
      readonly note: string | null;
      /** What somebody says that it is. */
      readonly as: DocumentKind | null;
    }
  | {
      readonly type: 'rows';
      readonly name: string;
      readonly origin: string | null;
      readonly bytes: Uint8Array;
      readonly reader: RowReader;
    }
  | ({ readonly type: 'refused'; readonly bytes?: Uint8Array } & Refused);

export const NOT_A_DOCUMENT = 'This is not a Pith document or collection.';

const utf8 = new TextEncoder();
/** From this many bytes on it is worth telling lines from one document before anything is decoded. */
const LARGE = 1024 * 1024;

type Refuse = (message: string, more?: Partial<Refused>) => Raw;

/** The documents in one file's bytes: one, the items of a JSON array, or what stands in its lines. */
export function documentsIn(
  piece: Piece,
  as: DocumentKind | null = null,
): AsyncIterable<Raw> | Iterable<Raw> {
  const { name, origin, bytes } = piece;
  const refuse: Refuse = (message, more = {}) => {
    const isText = mayBeJson(bytes);
    const why = isText ? { ...more } : { severity: 'note' as const };
    return {
      type: 'refused',
      bytes,
      ...refused(name, isText ? message : NOT_A_DOCUMENT, { origin, size: bytes.length, ...why }),
    };
  };
  if (bytes.length === 0) return [refuse('The file is empty.')];
  if (bytes.length > LARGE && isFirstLineWhole(bytes)) return readLines(piece, as);
  if (bytes.length <= LIMITS.documentBytes) return readWhole(piece, as, refuse);
  if (isLines(bytes)) return readLines(piece, as);
  const [size, most] = [inWords(bytes.length), inWords(LIMITS.documentBytes)];
  return [refuse(`The document is ${size}, larger than ${most}, the most that is read.`)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells pictures, programs and the like by their first bytes, so that they are not called damaged JSON. */
function mayBeJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes.subarray(0, 1024));
  return !head.includes('\0') && (/^\s*(?:[{[<]|$)/.test(head) || /\n[^\S\n]*\{/.test(head));
}

function readWhole(
  piece: Piece,
  as: DocumentKind | null,
  refuse: Refuse,
): AsyncIterable<Raw> | Iterable<Raw> {
  const { name, origin, bytes } = piece;
  let decoded: Decoded;
  try {
    decoded = decode(bytes);
  } catch (failure) {
    return isLines(bytes) ? readLines(piece, as) : [refuse(describeFailure(failure))];
  }
  const { text, note } = decoded;
  const form = graphFormOf(text);
  if (form !== null) return [{ type: 'graph', name, origin, bytes, text, form, note, as }];
  const listForm = listFormOf(text);
  if (listForm !== null) return [{ type: 'list', name, origin, bytes, text, form: listForm, note, as }];
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return readArray(piece, { ...decoded, as }, refuse);
    const answer = as === null || as === 'collection' ? answerIn(value) : null;
    if (answer !== null) return [readAnswer(piece, answer, note)];
    if (isOneRow(value, text, as)) return readLines(piece, as);
    return [{ type: 'document', name, origin, bytes, text, value, note, as }];
  } catch {
    return isLines(bytes) ? readLines(piece, as) : [refuse(explainJson(text))];
  }
}

/** JSON Lines begin with a line that is an object by itself; with a damaged first line, most of the next ones are. */
function isLines(bytes: Uint8Array): boolean {
  if (isFirstLineWhole(bytes)) return true;
  const head = new TextDecoder().decode(bytes.subarray(0, LARGE));
  const lines = head.split('\n', 21).filter((line) => line.trim() !== '');
  const objects = lines.filter((line) => isObject(parsed(line)));
  return objects.length > 0 && lines.length > 1 && objects.length * 2 >= lines.length - 1;
}

function readArray(
  piece: Piece,
  { text, note, as }: Decoded & { readonly as: DocumentKind | null },
  refuse: Refuse,
): AsyncIterable<Raw> | Iterable<Raw> {
  const lines = itemTexts(text).map((item, index) => ({ number: index, text: item, problem: null }));
  if (rowKindIn(as) === null && !lines.some((line) => isKnown(parsed(line.text))))
    return [refuse(NOT_A_DOCUMENT, { severity: 'note' })];
  return readEach(piece, [lines], {
    nameOf: (index) => `#/${index}`,
    pointerOf: (index) => `/${index}`,
    note,
    as,
  });
}

function readAnswer({ name, origin, bytes }: Piece, { form, items }: Answer, note: string | null): Raw {
  const problems = new Problems(name);
  if (note !== null) problems.note('', note);
  const reader = readerOf(form, name, problems);
  for (const { value, pointer } of items) {
    if (rowFormOf(value) === form) reader.add(value, pointer);
    else reader.refuse(pointer, `This is no ${ROWS[form]}; it was left out.`);
  }
  return { type: 'rows', name, origin, bytes, reader };
}

function readLines(piece: Piece, as: DocumentKind | null): AsyncGenerator<Raw> {
  const note = noteOnMark(piece.bytes);
  return readEach(piece, blocksOfLines(piece.bytes), {
    nameOf: (line) => `#L${line}`,
    pointerOf: (line) => `line ${line}`,
    note,
    as,
  });
}

interface Places {
  readonly note: string | null;
  /** What somebody says that it is. */
  readonly as: DocumentKind | null;
  nameOf(number: number): string;
  pointerOf(number: number): string;
}

function isFirstLineWhole(bytes: Uint8Array): boolean {
  const line = firstLine(bytes);
  return line !== null && line.startsWith('{') && isObject(parsed(line));
}

async function* readEach(
  piece: Piece,
  blocks: Iterable<readonly Line[]>,
  places: Places,
): AsyncGenerator<Raw> {
  const { name, origin, bytes } = piece;
  const problems = new Problems(name);
  let reader: RowReader | null = null;
  if (places.note !== null) problems.note('', places.note);
  for (const block of blocks) {
    reader ??= readerOf(rowKindIn(places.as) ?? rowFormOfAll(block), name, problems);
    for (const line of block) {
      const pointer = places.pointerOf(line.number);
      const value = line.problem === null ? parsed(line.text) : undefined;
      if (isRowOf(formOf(reader), value, places.as)) reader.add(value, pointer);
      else if (recognise(value) === null) reader.refuse(pointer, complaintOf(line, value, formOf(reader)));
      else {
        const lineBytes = utf8.encode(line.text);
        yield {
          type: 'document',
          name: name + places.nameOf(line.number),
          origin,
          bytes: lineBytes,
          text: line.text,
          value,
          note: null,
          as: null,
        };
      }
    }
    await breathe();
  }
  if (reader?.isEmpty === false) yield { type: 'rows', name, origin, bytes, reader };
}

function readerOf(form: RowForm, file: string, problems: Problems): RowReader {
  const name = nameWithoutEndings(file);
  switch (form) {
    case 'collection':
      return new CollectionReader(name, problems);
    case 'declarations':
      return new DeclarationsReader(name, problems);
    case 'theorem-links':
      return new TheoremLinksReader(name, problems);
    case 'dependencies':
      return new DependenciesReader(name, problems);
    case 'openalex':
      return new OpenalexReader(problems);
    case 'semantic-scholar':
      return new SemanticScholarReader(problems);
    case 'csl':
      return new CslReader(name, problems);
  }
}

/** What the first row says; a collection, whose rows may come after documents, where there is none. */
function rowFormOfAll(lines: readonly Line[]): RowForm {
  for (const { text, problem } of lines) {
    const form = problem === null ? rowFormOf(parsed(text)) : null;
    if (form !== null) return form;
  }
  return 'collection';
}

function rowKindIn(as: DocumentKind | null): RowKind | null {
  return ROW_KINDS.find((kind) => kind === as) ?? null;
}

function isRowOf(form: RowForm, value: unknown, as: DocumentKind | null): boolean {
  return as === form ? isObject(value) : rowFormOf(value) === form;
}

function isKnown(value: unknown): boolean {
  return recognise(value) !== null || rowFormOf(value) !== null;
}

/** A whole file that is one row. Over several lines only a collection's is taken for one, and its lines then refused. */
function isOneRow(value: unknown, text: string, as: DocumentKind | null): boolean {
  const form = rowKindIn(as) ?? rowFormOf(value);
  return form !== null && (form === 'collection' || !text.trim().includes('\n'));
}

const formOf = (reader: RowReader): RowForm => reader.form ?? reader.kind;

const ROWS: Readonly<Record<RowForm, string>> = {
  collection: 'row of a collection',
  declarations: 'declaration',
  'theorem-links': 'link of a theorem',
  dependencies: 'constant with its references',
  openalex: 'work of OpenAlex',
  'semantic-scholar': 'paper of Semantic Scholar',
  csl: 'item of CSL JSON',
};

function complaintOf(line: Line, value: unknown, form: RowForm): string {
  if (line.problem !== null) return line.problem;
  if (value === undefined) return 'This line is not JSON; it was left out.';
  return `This line is no ${ROWS[form]} and no Pith document; it was left out.`;
}

/** Lets messages in between blocks, so that a long file can be cancelled. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
