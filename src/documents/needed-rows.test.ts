import { describe, expect, test } from 'vitest';
import { neededRows } from './needed-rows';

const ROWS = [
  '{"type":"collection","name":"c","version":1}',
  '{"type":"work","arxiv_id":"2409.12917","title":"SCoRe"}',
  '{"type":"work","doi":"10.1000/ABC"}',
  '{"type":"work","id":"local:mine"}',
  '{"type":"citation","citing":"arXiv:2409.12917","cited":"doi:10.1000/abc"}',
  '{"type":"work","arxiv_id":"1706.03762"}',
];
const FILE = ROWS.join('\n') + '\n';

function kept(text: string, lines: readonly number[], aliases: readonly string[]) {
  const found = neededRows(new TextEncoder().encode(text), { lines, aliases });
  return found && { text: new TextDecoder().decode(found.bytes), lines: found.lines };
}

describe('the rows of a collection that are needed', () => {
  test('are its first line, lines by number and works by any of their names, byte for byte', () => {
    expect(kept(FILE, [5], ['arXiv:2409.12917', 'doi:10.1000/abc', 'local:c/mine'])).toEqual({
      text: [...ROWS.slice(0, 5), ''].join('\n'),
      lines: 4,
    });
  });

  test('are none where nothing of it is needed', () => {
    expect(kept(FILE, [], ['arXiv:2001.00001'])).toBeNull();
  });

  test('a file that is no collection of lines is taken whole', () => {
    expect(kept('@article{a, title={b}}', [], [])).toEqual({ text: '@article{a, title={b}}', lines: null });
  });
});
