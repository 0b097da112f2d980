import { describe, expect, it, test } from 'vitest';
import { canonicalJson } from '../../src/checks/canonical';
import { parseExactly } from '../../src/checks/exact';
import type { CheckedDocument } from '../../src/documents';
import { readAll } from '../../src/documents/vectors/read';
import { decode } from '../../src/documents/decode';
import { describeFailure, Failure } from '../../src/model';
import { casesOf } from './vectors/json-test-suite';

async function read(...parts: readonly BlobPart[]): Promise<CheckedDocument> {
  const documents = await readAll([{ kind: 'file', name: 'case.json', blob: new Blob([...parts]) }]);
  if (!documents[0] || documents.length > 1) throw new Error(`${documents.length} documents`);
  return documents[0];
}

/** The text as a value in a bundle, which is read as a bundle only where the whole is JSON. */
const inBundle = (bytes: BlobPart) => read('{"bundle_type":"pith_open_graph_bundle","x":', bytes, '}');

const errorsOf = ({ problems }: CheckedDocument) =>
  problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);

/** Python has one whole zero. */
const withoutMinusZero = (_: string, value: unknown) => (value === 0 ? 0 : value);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

test('the suite is whole', () => {
  expect((['y', 'n', 'i'] as const).map((kind) => casesOf(kind).length)).toEqual([95, 188, 35]);
});

describe('JSON is read, and made canonical without being changed', () => {
  it.each(casesOf('y'))('$name', async ({ bytes }) => {
    expect(errorsOf(await read(bytes))).toEqual([]);
    expect((await inBundle(bytes)).kind).toBe('bundle');
    const text = utf8.decode(bytes);
    expect(JSON.parse(canonicalJson(text), withoutMinusZero)).toEqual(JSON.parse(text, withoutMinusZero));
  });
});

describe('what is not JSON is refused with a sentence', () => {
  it.each(casesOf('n'))('$name', async ({ bytes }) => {
    for (const document of [await read(bytes), await inBundle(bytes)]) {
      expect(document.kind).toBe('unknown');
      expect(document.problems.map(({ message }) => message).join()).toMatch(/^(?:This|The) .+\.$/);
    }
    const text = new TextDecoder().decode(bytes);
    expect(() => parseExactly(text)).toThrow(Failure);
    expect(() => canonicalJson(text)).toThrow(Failure);
  });
});

/** What was decided where RFC 8259 leaves it open: the canonical text, or why there is none. */
const DECIDED: Readonly<Record<string, string>> = {
  // Numbers beyond a double: as Python, whose text is hashed.
  i_number_double_huge_neg_exp: '[0.0]',
  i_number_huge_exp: '[Infinity]',
  i_number_neg_int_huge_exp: '[-Infinity]',
  i_number_pos_double_huge_exp: '[Infinity]',
  i_number_real_neg_overflow: '[-Infinity]',
  i_number_real_pos_overflow: '[Infinity]',
  i_number_real_underflow: '[0.0]',
  i_number_too_big_neg_int: '[-123123123123123123123123123123]',
  i_number_too_big_pos_int: '[100000000000000000000]',
  i_number_very_big_negative_int: '[-237462374673276894279832749832423479823246327846]',
  // A half of a surrogate pair, escaped: read, and there is no hash of it.
  i_object_key_lone_2nd_surrogate: '{"\udfaa":0}',
  i_string_1st_surrogate_but_2nd_missing: '["\udada"]',
  i_string_1st_valid_surrogate_2nd_invalid: '["\ud888\u1234"]',
  i_string_incomplete_surrogate_and_escape_valid: '["\ud800\\n"]',
  i_string_incomplete_surrogate_pair: '["\udd1ea"]',
  i_string_incomplete_surrogates_escape_valid: '["\ud800\ud800\\n"]',
  i_string_invalid_lonely_surrogate: '["\ud800"]',
  i_string_invalid_surrogate: '["\ud800abc"]',
  'i_string_inverted_surrogates_U+1D11E': '["\udd1e\ud834"]',
  i_string_lone_second_surrogate: '["\udfaa"]',
  // Bytes that are no UTF-8: refused, with the place.
  'i_string_UTF-8_invalid_sequence': 'offset 7',
  'i_string_UTF8_surrogate_U+D800': 'offset 2',
  'i_string_invalid_utf-8': 'offset 2',
  i_string_iso_latin_1: 'offset 2',
  i_string_lone_utf8_continuation_byte: 'offset 2',
  i_string_not_in_unicode_range: 'offset 2',
  i_string_overlong_sequence_2_bytes: 'offset 2',
  i_string_overlong_sequence_6_bytes: 'offset 2',
  i_string_overlong_sequence_6_bytes_null: 'offset 2',
  'i_string_truncated-utf-8': 'offset 2',
  // UTF-16 is read where it says so.
  'i_string_UTF-16LE_with_BOM': '["\u00e9"]',
  i_string_utf16BE_no_BOM: 'not UTF-8',
  i_string_utf16LE_no_BOM: 'not UTF-8',
  'i_structure_UTF-8_BOM_empty_object': '{}',
  // Read, but what is nested deeper than 200 has no canonical text.
  i_structure_500_nested_arrays: 'nested more than 200 levels',
};

/** The canonical text of a file that is read, else why it is not. */
async function decisionOn(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const [error] = errorsOf(await read(bytes));
  if (error !== undefined) return error;
  try {
    return canonicalJson(decode(bytes).text);
  } catch (failure) {
    return describeFailure(failure);
  }
}

describe('what may be either is decided', () => {
  test('every one of them', () => {
    expect(
      casesOf('i')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(DECIDED).sort());
  });

  it.each(casesOf('i'))('$name', async ({ name, bytes }) => {
    const decided = DECIDED[name] ?? '';
    const decision = await decisionOn(bytes);
    if (/^[[{]/.test(decided)) expect(decision).toBe(decided);
    else expect(decision).toContain(decided);
  });
});
