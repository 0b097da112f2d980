import { batchType, Column, dictionary, int32, utf8, type DataType } from '@uwdata/flechette';

/** Texts joined before encoding: one call to the encoder for many values is what makes this fast. */
const JOINED = 4096;

/** A text column; values that repeat much (by a look at the first thousand) go as a dictionary. */
export function textColumn(values: readonly (string | null)[]): Column<unknown> {
  const seen = values.slice(0, 1000);
  const repeats = seen.length === 1000 && new Set(seen).size < seen.length / 4;
  return repeats ? wordColumn(values) : plainTextColumn(values);
}

/** A text column of few different values, as a dictionary of them. */
export function wordColumn(values: readonly (string | null)[]): Column<unknown> {
  const codes = new Int32Array(values.length);
  const codeOf = new Map<string, number>();
  const words: string[] = [];
  let [last, code]: [string | null, number] = [null, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? null;
    if (value === null) continue;
    if (value !== last) {
      const known = codeOf.get(value);
      code = known ?? words.push(value) - 1;
      if (known === undefined) codeOf.set(value, code);
      last = value;
    }
    codes[row] = code;
  }
  const dictionaryOf = plainTextColumn(words);
  // The type in it has to be the very object: that is how the encoder finds the dictionary.
  const column = columnOf(dictionary(dictionaryOf.type), {
    length: values.length,
    ...validityOf(values),
    values: codes,
  });
  const [batch] = column.data as unknown as readonly { setDictionary(words: Column<unknown>): void }[];
  batch?.setDictionary(dictionaryOf);
  return column;
}

function plainTextColumn(values: readonly (string | null)[]): Column<unknown> {
  const offsets = new Int32Array(values.length + 1);
  const { validity, nullCount } = validityOf(values);
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let total = 0;
  for (let start = 0; start < values.length; start += JOINED) {
    const texts = values.slice(start, start + JOINED).map((text) => wellFormed(text ?? ''));
    const bytes = encoder.encode(texts.join(''));
    const isPlain = bytes.length === texts.reduce((sum, text) => sum + text.length, 0);
    texts.forEach((text, place) => {
      total += isPlain ? text.length : byteLength(text);
      offsets[start + place + 1] = total;
    });
    parts.push(bytes);
  }
  return columnOf(utf8(), {
    length: values.length,
    nullCount,
    validity,
    offsets,
    values: concatenated(parts, total),
  });
}

/** Halves of pairs at two texts' seam would join; a lone half is replaced before. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

/** Bytes of a text in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A pair is two units of two bytes each; one alone becomes the replacement character of three.
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(at + 1))) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

export function intColumn(values: readonly (number | null)[]): Column<unknown> {
  const { validity, nullCount } = validityOf(values);
  const plain = Int32Array.from(values as readonly number[]);
  return columnOf(int32(), { length: values.length, nullCount, validity, values: plain });
}

function validityOf(values: readonly unknown[]): { validity: Uint8Array; nullCount: number } {
  const validity = new Uint8Array(Math.ceil(values.length / 64) * 8);
  let nullCount = 0;
  for (let row = 0; row < values.length; row++) {
    if (values[row] === null) nullCount += 1;
    else validity[row >> 3] = (validity[row >> 3] ?? 0) | (1 << (row & 7));
  }
  return { validity: nullCount === 0 ? new Uint8Array(0) : validity, nullCount };
}

function concatenated(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function columnOf(type: DataType, options: object): Column<unknown> {
  const Batch = batchType(type) as new (options: object) => ConstructorParameters<typeof Column>[0][number];
  return new Column([new Batch({ type, ...options })], type);
}
