import { expect, test } from 'vitest';
import { Failure } from '../model';
import { Latest } from './latest.svelte';
import { Notices } from './notices.svelte';

/** Work that is finished by hand. */
function pending() {
  let give: (answer: string) => void = () => undefined;
  let fail: (failure: Error) => void = () => undefined;
  let runs = 0;
  const work = () => {
    runs += 1;
    return new Promise<string>((resolve, reject) => ([give, fail] = [resolve, reject]));
  };
  return { work, give: (text: string) => give(text), fail: () => fail(new Error('no')), runs: () => runs };
}

test('the answer to the last question is kept, also where an earlier one comes later', async () => {
  const latest = new Latest<string>(new Notices());
  const [one, two] = [pending(), pending()];
  const asked = [latest.ask(1, one.work), latest.ask(2, two.work)];
  two.give('second');
  one.give('first');
  await Promise.all(asked);
  expect(latest.value).toBe('second');
  expect(latest.isWorking).toBe(false);
});

test('the same is not asked twice, unless it failed or there was nothing to ask in between', async () => {
  const notices = new Notices();
  const latest = new Latest<string>(notices);
  const work = pending();
  const first = latest.ask([1, { a: 2 }], work.work);
  await latest.ask([1, { a: 2 }], work.work);
  expect(work.runs()).toBe(1);
  work.fail();
  await first;
  expect(notices.all).toHaveLength(1);
  const again = latest.ask([1, { a: 2 }], work.work);
  work.give('there');
  await again;
  expect([work.runs(), latest.value]).toEqual([2, 'there']);
  await latest.ask(null, null);
  expect(latest.value).toBe(null);
  const anew = latest.ask([1, { a: 2 }], work.work);
  work.give('there again');
  await anew;
  expect([work.runs(), latest.value]).toEqual([3, 'there again']);
});

test('what was cancelled is no fault: nothing is said, and the same may be asked again', async () => {
  const notices = new Notices();
  const latest = new Latest<string>(notices);
  await latest.ask(1, () => Promise.reject(new Failure('cancelled', 'no')));
  expect(latest.isStopped).toBe(true);
  expect(latest.isWorking).toBe(false);
  expect(notices.all).toHaveLength(0);
  await latest.ask(1, () => Promise.resolve('there'));
  expect(latest.isStopped).toBe(false);
  expect(latest.value).toBe('there');
});
