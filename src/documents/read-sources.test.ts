import fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import { checkRecord } from '../checks';
import type { Progress, Source } from './sources';
import { file, readAll, readOne } from './vectors/read';
import { BUNDLE, COLLECTION, HUB, linesOf } from './vectors/score';

const bundle = JSON.stringify(BUNDLE);
const NOT = 'This is not a Pith document or collection.';

describe('what is no document says so', () => {
  it.each([
    ['an empty file', '', 'error', 'The file is empty.'],
    ['white space', ' \n ', 'error', 'The file is empty.'],
    ['a text', 'Dear reader', 'note', NOT],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0{', 'note', NOT],
    ['other JSON', '{"a":1}', 'note', NOT],
    ['a number', '5', 'note', NOT],
    ['an empty list', '[]', 'note', NOT],
    ['a list of others', '[{"a":1}]', 'note', NOT],
    ['a page', '<!doctype html>', 'error', 'web page'],
    ['half a bundle', bundle.slice(0, 700), 'error', 'ends in the middle'],
    ['a bundle with a slip', bundle.replace(':', ';'), 'error', 'line 1, column'],
  ])('%s', async (_, text, severity, message) => {
    const document = await readOne(text);
    expect(document.kind).toBe('unknown');
    expect(document.problems).toEqual([
      expect.objectContaining({ severity, message: expect.stringContaining(message) as string }),
    ]);
  });

  test('nothing at all, or only what systems leave behind', async () => {
    for (const sources of [[], [file('a/.DS_Store', 'x')]]) {
      const [document] = await readAll(sources);
      expect(document).toMatchObject({
        kind: 'unknown',
        problems: [{ severity: 'note', message: 'There were no files in what was opened.' }],
      });
    }
  });

  test('bytes that are no UTF-8 are named by their place', async () => {
    const bytes = new TextEncoder().encode(bundle);
    bytes[100] = 0xff;
    const [document] = await readAll([file('x.json', bytes)]);
    expect(document?.problems[0]?.message).toContain('offset 100');
  });
});

describe('documents in one file', () => {
  test('a bundle a line, with a bad line between', async () => {
    const documents = await readAll([
      file(
        'all.jsonl',
        [bundle, '', 'x', bundle.replace('2024-09', '2023-09'), JSON.stringify(HUB)].join('\n'),
      ),
    ]);
    expect(documents.map(({ name, kind }) => [name, kind])).toEqual([
      ['all.jsonl#L1', 'bundle'],
      ['all.jsonl#L4', 'bundle'],
      ['all.jsonl#L5', 'hub'],
      ['all.jsonl', 'unknown'],
    ]);
    expect(documents[3]?.problems).toEqual([
      expect.objectContaining({ pointer: 'line 3', severity: 'error' }),
    ]);
  });

  test('a bundle among the rows of a collection', async () => {
    const documents = await readAll([file('c.jsonl', linesOf([...COLLECTION, BUNDLE]))]);
    expect(documents.map(({ name, kind }) => [name, kind])).toEqual([
      ['c.jsonl#L11', 'bundle'],
      ['c.jsonl', 'collection'],
    ]);
  });

  test('a list of documents', async () => {
    const documents = await readAll([file('all.json', JSON.stringify([BUNDLE, HUB, 5], null, 2))]);
    expect(documents.map(({ name, kind }) => [name, kind])).toEqual([
      ['all.json#/0', 'bundle'],
      ['all.json#/1', 'hub'],
      ['all.json', 'unknown'],
    ]);
  });

  test('a collection of many blocks keeps its line numbers', async () => {
    const row = JSON.stringify({
      type: 'citation',
      citing: 'arXiv:2501.00001',
      cited: 'arXiv:2409.12917',
      raw: 'é'.repeat(200),
    });
    const rows = Array.from({ length: 20_000 }, () => row);
    rows[17_000] = 'x';
    const [document] = await readAll([file('c.jsonl', [JSON.stringify(COLLECTION[0]), ...rows].join('\n'))]);
    expect(document?.facts.citations).toHaveLength(19_999);
    expect(document?.facts.citations.at(-1)?.pointer).toBe('line 20001');
    expect(document?.problems.map(({ pointer }) => pointer)).toEqual(['line 17002']);
  });

  test('a bad byte in a line costs that line', async () => {
    const bytes = new TextEncoder().encode(linesOf(COLLECTION));
    const second = bytes.indexOf(10) + 5;
    bytes[second] = 0xff;
    const [document] = await readAll([file('c.jsonl', bytes)]);
    expect(document?.facts.citations).toHaveLength(2);
    expect(document?.problems).toEqual([
      expect.objectContaining({ pointer: 'line 2', message: expect.stringContaining('offset 4') as string }),
    ]);
  });
});

test('marks and UTF-16 are read with a note', async () => {
  const utf16 = new Uint8Array(
    new Uint16Array([0xfeff, ...Array.from(bundle, (character) => character.charCodeAt(0))]).buffer,
  );
  for (const [content, note] of [
    [`\ufeff${bundle}`, 'byte order mark'],
    [utf16, 'UTF-16'],
  ] as const) {
    const [document] = await readAll([file('x.json', content)]);
    expect(document?.kind).toBe('bundle');
    expect(document?.problems).toEqual([
      expect.objectContaining({ severity: 'note', message: expect.stringContaining(note) as string }),
    ]);
  }
});

test('the hash is that of the bytes as they came', async () => {
  const [document] = await readAll([file('x.json', '{"a":1}')]);
  expect(document).toMatchObject({
    bytes: 7,
    sha256: '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
  });
});

describe('files that lie in one blob', () => {
  const texts = [bundle, `${bundle}${' '.repeat(2_000_000)}`, linesOf(COLLECTION), '', bundle];
  const blob = new Blob(texts);
  const starts = texts.map((_, at) => new Blob(texts.slice(0, at)).size);
  const parts = texts.map((text, at): Source => {
    const start = starts[at] ?? 0;
    return { kind: 'part', name: `${at}.json`, blob, start, end: start + new Blob([text]).size };
  });
  const read = async (sources: readonly Source[]) =>
    (await readAll(sources)).map(({ name, kind, sha256, bytes }) => [name, kind, sha256, bytes]);

  test('are read as if each were by itself, whichever of them are asked for', async () => {
    const files = texts.map((text, at) => file(`${at}.json`, text));
    expect(await read(parts)).toEqual(await read(files));
    for (const kept of [[0, 2, 4], [4, 3], [1]])
      expect(await read(kept.flatMap((at) => parts[at] ?? []))).toEqual(
        await read(kept.flatMap((at) => files[at] ?? [])),
      );
  });

  test('neighbours are read in one go', async () => {
    const slice = vi.spyOn(blob, 'slice');
    await readAll(parts.slice(2));
    expect(slice.mock.calls).toEqual([[starts[2], blob.size]]);
  });
});

describe('addresses', () => {
  const url = 'https://example.org/score.json';
  const answer = (response: () => Promise<Response>) =>
    readAll([{ kind: 'url', url }, file('b.json', bundle)], { fetch: response });

  test('are read like files', async () => {
    const [document] = await answer(() => Promise.resolve(new Response(bundle)));
    expect(document).toMatchObject({ name: url, origin: url, kind: 'bundle' });
  });

  it.each([
    ['with nothing there', () => Promise.resolve(new Response('', { status: 404 })), 'status 404'],
    ['that refuse', () => Promise.resolve(new Response('', { status: 403 })), 'Download the file'],
    ['that do not let us read', () => Promise.reject(new TypeError('Failed to fetch')), 'drop it here'],
    [
      'that send too much',
      () => Promise.resolve(new Response('', { headers: { 'content-length': '9999999999' } })),
      'larger than 1 GB',
    ],
  ])('%s say what to do, and cost nothing else', async (_, response, message) => {
    const [bad, good] = await answer(response);
    expect(bad).toMatchObject({
      kind: 'unknown',
      origin: url,
      problems: [{ message: expect.stringContaining(message) as string }],
    });
    expect(good?.kind).toBe('bundle');
  });
});

describe('while it runs', () => {
  const many = Array.from({ length: 50 }, (_, index) => file(`${index}.json`, bundle));

  test('documents come in the order of the files', async () => {
    const documents = await readAll(many);
    expect(documents.map(({ name }) => name)).toEqual(many.map((_, index) => `${index}.json`));
  });

  test('progress ends with all files and bytes', async () => {
    const reports: Progress[] = [];
    await readAll(many, { onProgress: (progress) => reports.push(progress) });
    const all = 50 * bundle.length;
    expect(reports[0]).toMatchObject({ phase: 'reading', files: 0, filesTotal: 50, bytesTotal: all });
    expect(reports.at(-1)).toMatchObject({ files: 50, filesTotal: 50, bytes: all, bytesTotal: all });
  });

  test('a cancelled signal stops it with a Failure', async () => {
    const abort = new AbortController();
    const seen = vi.fn(() => {
      abort.abort();
      return [];
    });
    await expect(readAll(many, { signal: abort.signal, check: seen })).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(seen.mock.calls.length).toBeLessThan(50);
    await expect(readAll([], { signal: abort.signal })).rejects.toMatchObject({ kind: 'cancelled' });
  });

  test('a check that throws is a problem of its document', async () => {
    const check = () => {
      throw new Error('no luck');
    };
    const documents = await readAll(many.slice(0, 2), { check });
    expect(documents.map(({ problems }) => problems[0]?.message)).toEqual(
      Array(2).fill('The record could not be checked: no luck.'),
    );
  });
});

test('whatever bytes are changed, nothing is thrown and the good file beside it loads', async () => {
  const good = [new TextEncoder().encode(bundle), new TextEncoder().encode(linesOf(COLLECTION))] as const;
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...good),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      async (original, changes) => {
        let bytes = original.slice();
        for (const { at, byte, cut } of changes) {
          bytes[at % bytes.length] = byte;
          if (cut && byte < 8) bytes = bytes.slice(0, 1 + (at % bytes.length));
        }
        const documents = await readAll([file('bad', bytes), file('good.json', bundle)], {
          check: checkRecord,
        });
        expect(documents.at(-1)).toMatchObject({ name: 'good.json', kind: 'bundle', problems: [] });
        expect(documents.length).toBeGreaterThan(1);
      },
    ),
    { numRuns: 200 },
  );
});
