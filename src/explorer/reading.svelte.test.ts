import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reading, ReadingStopped, until, type ReadingWatch } from './reading.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Reads until it is told to end. */
function slow(reading: Reading) {
  let end: (answer: string) => void = () => undefined;
  let watch: ReadingWatch | null = null;
  const answer = reading.run((given) => {
    watch = given;
    return new Promise<string>((resolve) => (end = resolve));
  });
  answer.catch(() => undefined);
  return { answer, watch: watch as unknown as ReadingWatch, end: (text: string) => end(text) };
}

test('what takes a moment is not seen; what takes longer tells how far it is', async () => {
  const reading = new Reading();
  const { answer, watch, end } = slow(reading);
  watch.want(4);
  vi.advanceTimersByTime(400);
  expect(reading.works).toBeNull();
  vi.advanceTimersByTime(200);
  watch.got(3);
  expect(reading.works).toEqual({ read: 3, of: 4 });
  end('read');
  expect(await answer).toBe('read');
  expect(reading.works).toBeNull();
  vi.advanceTimersByTime(1000);
  expect(reading.works, 'a sign for nothing').toBeNull();
});

test('the last that began is told of, and the sign goes with the last that ends', async () => {
  const reading = new Reading();
  const [one, two] = [slow(reading), slow(reading)];
  vi.advanceTimersByTime(600);
  two.watch.want(2);
  expect(reading.works).toEqual({ read: 0, of: 2 });
  one.end('');
  await one.answer;
  expect(reading.works).not.toBeNull();
  two.end('');
  await two.answer;
  expect(reading.works).toBeNull();
});

test('a cancel ends all that is under way, also what was read meanwhile, and nothing that begins later', async () => {
  const reading = new Reading();
  const [one, two] = [slow(reading), slow(reading)];
  reading.cancel();
  one.end('too late');
  await expect(one.answer).rejects.toBeInstanceOf(ReadingStopped);
  const waiting = expect(until(two.watch.signal, new Promise(() => undefined))).rejects;
  await waiting.toMatchObject({ kind: 'cancelled' });
  const later = slow(reading);
  later.end('read');
  expect(await later.answer).toBe('read');
});

test('an answer that comes in time is given, and a failure too', async () => {
  const { signal } = new AbortController();
  expect(await until(signal, Promise.resolve(1))).toBe(1);
  await expect(until(signal, Promise.reject(new Error('no')))).rejects.toThrow('no');
});
