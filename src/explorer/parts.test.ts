import { expect, test } from 'vitest';
import { Desk, type Delivery, type Source } from '../intake';
import { PartsProgress, partsOf, together } from './parts';

test('a small drop goes in whole, of a large one first a thousand', () => {
  expect(partsOf(2000)).toEqual([{ from: 0, to: 2000 }]);
  const parts = partsOf(5345);
  expect(parts[0]).toEqual({ from: 0, to: 1000 });
  parts.forEach(({ from }, at) => expect(from).toBe(parts[at - 1]?.to ?? 0));
  expect(parts.at(-1)?.to).toBe(5345);
});

test('parts report what the whole does: a stub of the first that the second has a record of is a work', async () => {
  const header = '{"type":"collection","name":"mine","version":1}\n';
  const first = `${header}{"type":"citation","citing":"arXiv:2501.00001","cited":"arXiv:2402.00002","source":"s"}`;
  const second = `${header}{"type":"work","arxiv_id":"2402.00002","title":"A"}\n{"type":"work","arxiv_id":"2402.00003"}`;
  const asText = (name: string, text: string): Source => ({ kind: 'text', name, text });
  const open = (desk: Desk, ...sources: Source[]): Promise<Delivery> =>
    desk.open(sources, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onBatch: () => undefined,
    });
  const [a, b] = [asText('a.jsonl', first), asText('b.jsonl', second)];
  const desk = new Desk();
  const parts = together({ ...(await open(desk, a)), left: 1 }, await open(desk, b));
  const whole = await open(new Desk(), a, b);
  expect({ ...parts.report, milliseconds: 0 }).toEqual({ ...whole.report, milliseconds: 0 });
  expect(whole.report).toMatchObject({ documents: 2, works: 2, stubs: 1 });
});

test('progress goes on over parts', () => {
  const progress = new PartsProgress([
    { from: 0, to: 2 },
    { from: 2, to: 3 },
  ]);
  const part = (filesDone: number, filesTotal: number) =>
    progress.of({
      ...{ phase: 'reading', name: '', bytes: filesDone, bytesTotal: filesTotal },
      ...{ files: filesDone, filesTotal },
    });
  expect(part(1, 2)).toMatchObject({ files: 1, filesTotal: 3, bytes: 1, bytesTotal: null, share: 1 / 3 });
  part(2, 2);
  progress.next();
  expect(part(1, 1)).toMatchObject({ files: 3, filesTotal: 3, bytes: 3, bytesTotal: null, share: 1 });
});

test('progress of what goes in whole is by bytes', () => {
  const progress = new PartsProgress(partsOf(2));
  const part = { phase: 'reading', name: '', files: 1, filesTotal: 2, bytes: 1, bytesTotal: 4 } as const;
  expect(progress.of(part)).toEqual({ ...part, share: 0.25 });
  expect(progress.of({ ...part, bytesTotal: 0 }).share).toBeNull();
});
