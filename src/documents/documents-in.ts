import { describeFailure } from '../model';
import { CollectionReader, nameWithoutEndings } from './collection';
import { decode, noteOnMark } from './decode';
import { explainJson, itemTexts } from './json';
import { inWords, LIMITS } from './limits';
import { blocksOfLines, firstLine, type Line } from './lines';
import { refused, type Refused } from './open';
import type { Piece } from './pieces';
import { Problems } from './problems';
import { recognise } from './recognise';
import { isObject } from './stated';

/** A document that was parsed and is still to be read, or a collection that was read line by line. */
export type Raw =
  | {
      readonly type: 'document';
      readonly name: string;
      readonly origin: string | null;
      readonly bytes: Uint8Array;
      readonly text: string;
      readonly value: unknown;
      readonly note: string | null;
    }
  | {
      readonly type: 'collection';
      readonly name: string;
      readonly origin: string | null;
      readonly bytes: Uint8Array;
      readonly reader: CollectionReader;
    }
  | ({ readonly type: 'refused'; readonly bytes?: Uint8Array } & Refused);

export const NOT_A_DOCUMENT = 'This is not a Pith document or collection.';

const utf8 = new TextEncoder();

/** The documents in one file's bytes: one, the items of a JSON array, or what stands in its lines. */
export async function* documentsIn(piece: Piece): AsyncGenerator<Raw> {
  const { name, origin, bytes } = piece;
  const refuse = (message: string, more: Partial<Refused> = {}): Raw => ({
    type: 'refused',
    bytes,
    ...refused(name, message, { origin, size: bytes.length, ...more }),
  });
  if (bytes.length === 0) yield refuse('The file is empty.');
  else if (beginsLines(bytes)) yield* readLines(piece);
  else if (!mayBeJson(bytes)) yield refuse(NOT_A_DOCUMENT, { severity: 'note' });
  else if (bytes.length > LIMITS.documentBytes) {
    if (isMostlyLines(bytes)) yield* readLines(piece);
    else
      yield refuse(
        `The document is ${inWords(bytes.length)}, larger than ${inWords(LIMITS.documentBytes)}, the most that is read.`,
      );
  } else yield* readWhole(piece, refuse);
}

/** JSON Lines begin with a line that is an object by itself and is not all. */
function beginsLines(bytes: Uint8Array): boolean {
  const line = firstLine(bytes);
  return line !== null && line.startsWith('{') && isObject(parsed(line));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Refuses pictures, programs and the like by their first bytes, so that they are not called damaged JSON. */
function mayBeJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder(
    bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8',
  ).decode(bytes.subarray(0, 1024));
  return !head.includes('\0') && (/^\s*(?:[{[<]|$)/.test(head) || /\n\s*\{/.test(head));
}

async function* readWhole(
  piece: Piece,
  refuse: (message: string, more?: Partial<Refused>) => Raw,
): AsyncGenerator<Raw> {
  const { name, origin, bytes } = piece;
  let text: string;
  let note: string | null;
  try {
    ({ text, note } = decode(bytes));
  } catch (failure) {
    if (isMostlyLines(bytes)) yield* readLines(piece);
    else yield refuse(describeFailure(failure));
    return;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    if (isMostlyLines(bytes)) yield* readLines(piece);
    else yield refuse(explainJson(text, thrown));
    return;
  }
  if (Array.isArray(value)) yield* readArray(piece, text, note, refuse);
  else if (recognise(value) === 'row') yield* readLines(piece);
  else yield { type: 'document', name, origin, bytes, text, value, note };
}

/** A collection whose first line is damaged is still one: most of its next lines are objects. */
function isMostlyLines(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 1024 * 1024));
  const lines = head.split('\n', 21).filter((line) => line.trim() !== '');
  const objects = lines.filter((line) => isObject(parsed(line)));
  return objects.length > 0 && objects.length * 2 >= Math.min(lines.length, 20) - 1;
}

async function* readArray(
  piece: Piece,
  text: string,
  note: string | null,
  refuse: (message: string, more?: Partial<Refused>) => Raw,
): AsyncGenerator<Raw> {
  const items = itemTexts(text);
  const lines = items.map((item, index) => ({ number: index, text: item, problem: null }));
  const isEmpty = !items.some((item) => recognise(parsed(item)) !== null);
  if (isEmpty) yield refuse(NOT_A_DOCUMENT, { severity: 'note' });
  else
    yield* readEach(piece, [lines], {
      nameOf: (index) => `#/${index}`,
      pointerOf: (index) => `/${index}`,
      note,
    });
}

function readLines(piece: Piece): AsyncGenerator<Raw> {
  const note = noteOnMark(piece.bytes);
  return readEach(piece, blocksOfLines(piece.bytes), {
    nameOf: (line) => `#L${line}`,
    pointerOf: (line) => `line ${line}`,
    note,
  });
}

interface Places {
  readonly note: string | null;
  nameOf(number: number): string;
  pointerOf(number: number): string;
}

async function* readEach(
  piece: Piece,
  blocks: Iterable<readonly Line[]>,
  places: Places,
): AsyncGenerator<Raw> {
  const { name, origin, bytes } = piece;
  const problems = new Problems(name);
  const reader = new CollectionReader(nameWithoutEndings(name), problems);
  if (places.note !== null) problems.note('', places.note);
  for (const block of blocks) {
    for (const line of block) {
      const pointer = places.pointerOf(line.number);
      const value = line.problem === null ? parsed(line.text) : undefined;
      const kind = recognise(value);
      if (kind === 'row') reader.add(value, pointer);
      else if (kind === null) reader.refuse(pointer, complaintOf(line, value));
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
        };
      }
    }
    await breathe();
  }
  if (!reader.isEmpty) yield { type: 'collection', name, origin, bytes, reader };
}

function complaintOf(line: Line, value: unknown): string {
  if (line.problem !== null) return line.problem;
  if (value === undefined) return 'This line is not JSON; it was left out.';
  return 'This line is no row of a collection and no Pith document; it was left out.';
}

/** Lets messages in between blocks, so that a long file can be cancelled. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
