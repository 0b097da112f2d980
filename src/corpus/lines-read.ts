import * as v from 'valibot';
import { TRUSTS } from '../model';
import type { CardLine, StretchLine, WordLine } from './lines';

const text = v.pipe(v.string(), v.maxLength(20_000));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const maybe = v.nullable(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const trust = v.picklist(TRUSTS);
const ROW = [count, name, maybe, maybe, maybe, maybe, v.picklist([0, 1]), trust, count, count] as const;
const MOST = 100_000;

const CARD = v.object({
  work: count,
  id: name,
  names: v.pipe(v.array(name), v.maxLength(MOST)),
  title: maybe,
  authors: maybe,
  date: maybe,
  venue: maybe,
  category: maybe,
  stub: v.boolean(),
  trust,
  references: count,
  citing: count,
  documents: v.pipe(
    v.array(
      v.object({
        ...{ name, kind: name, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) },
        ...{ file: v.pipe(v.string(), v.regex(/^originals-\d{4,}\.bin$/)), start: count, bytes: count },
      }),
    ),
    v.maxLength(MOST),
  ),
  stretches: v.object({ references: v.array(count), citing: v.array(count) }),
});

const STRETCH = v.object({
  id: name,
  direction: v.picklist(['references', 'citing']),
  from: count,
  total: count,
  documents: v.array(text),
  rows: v.array(v.looseTuple([...ROW, count, count, text])),
});

const WORD = v.object({ word: name, works: count, rows: v.array(v.looseTuple([...ROW])) });

/** Whether a line is what it should be: a corpus may have been written by anybody. */
export const isCard = (line: unknown): line is CardLine => v.is(CARD, line);
export const isStretch = (line: unknown): line is StretchLine => v.is(STRETCH, line);
export const isWord = (line: unknown): line is WordLine => v.is(WORD, line);
