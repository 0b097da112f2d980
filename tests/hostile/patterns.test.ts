import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';

/** The rooms whose patterns meet text from a document, a link or a person. */
const FILES = ['documents', 'model', 'graph', 'find', 'queries'].flatMap((room) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => `src/${room}/${name}`),
);

function patternsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const PATTERNS = [...new Set(FILES.flatMap(patternsIn))];

/** Beginnings, what is repeated, and ends that make a pattern try again: pieces of what the patterns look for. */
const HEADS = [
  '',
  'arxiv',
  'arXiv:',
  '10.1000/',
  'doi:',
  'lean:',
  'lean:a/',
  'local:',
  'https://arxiv.org/abs/',
  'a',
  '-',
  '1',
  '"',
  'line 1',
];
const REPEATED = [
  ' ',
  '\n',
  '\t',
  '.',
  ':',
  '/',
  'a',
  'é',
  '1',
  '-',
  '_',
  '#',
  '?',
  '[',
  '{',
  '"',
  ',',
  '\u200b',
  '\ud800',
];
const LONGER = [
  'arxiv ',
  'arxiv:',
  'abs/',
  'preprint ',
  '.gz',
  '.json',
  '#a',
  '&sum=a',
  ' {',
  '\n ',
  '1.',
  '1,',
  'v1',
  'a/',
  'aB',
  '\u0430',
  '% ',
];
const TAILS = ['', '!', '\n', '/\n', '\ud800'];

const SHORT = 1_000;
const TIMES = 16;
/** Linear is 16 times as long, quadratic 256. */
const MOST_RATIO = 80;
/** Milliseconds below which a clock says nothing. */
const NOISE = 3;

/** Another program may take the processor in every one of a few runs, and in the many that settle it hardly. */
const RUNS = 3;
const RUNS_TO_SETTLE = 30;

function timeOf(pattern: RegExp, text: string, runs: number): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    if (pattern.global) text.replace(pattern, '');
    else pattern.test(text);
    best = Math.min(best, performance.now() - startedAt);
    pattern.lastIndex = 0;
  }
  return best;
}

/** The text on which the time grows faster than the length; null where there is none. */
function explodes(pattern: RegExp): string | null {
  for (const head of HEADS)
    for (const piece of [...REPEATED, ...LONGER])
      for (const tail of TAILS) {
        const make = (length: number) => head + piece.repeat(Math.ceil(length / piece.length)) + tail;
        const isTooLong = (runs: number) => {
          const long = timeOf(pattern, make(SHORT * TIMES), runs);
          return long > NOISE && long > timeOf(pattern, make(SHORT), runs) * MOST_RATIO;
        };
        if (isTooLong(RUNS) && isTooLong(RUNS_TO_SETTLE)) return JSON.stringify([head, piece, tail]);
      }
  return null;
}

function compiled(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

test('the measure sees a pattern that explodes', () => {
  expect(explodes(/(?:\.gz)+$/)).not.toBeNull();
  expect(explodes(/\s+$/)).not.toBeNull();
});

describe('no pattern that documents and links are read with takes longer than in proportion to the text', () => {
  test('they are found', () => {
    expect(PATTERNS.length).toBeGreaterThan(35);
  });

  it.each(PATTERNS)('%s', (literal) => {
    expect(explodes(compiled(literal))).toBeNull();
  });
});
