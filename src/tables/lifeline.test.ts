import { expect, test, vi } from 'vitest';
import { Lifeline } from './lifeline';

const forever = () => new Promise<never>(() => undefined);

test('what is under way and what is asked later rejects once the line is cut', async () => {
  const onStopped = vi.fn();
  const line = new Lifeline(onStopped);
  const pending = [line.hold(forever), line.hold(forever)];
  line.cut();
  line.cut();
  for (const asked of [...pending, line.hold(forever)])
    await expect(asked).rejects.toMatchObject({ kind: 'database' });
  expect(onStopped).toHaveBeenCalledTimes(1);
});

test('an answer passes, and so does an error that leaves the database whole', async () => {
  const line = new Lifeline(() => expect.unreachable());
  expect(await line.hold(() => Promise.resolve(7))).toBe(7);
  const wrong = new Error('Parser Error: syntax error at or near "FATAL Error"');
  await expect(line.hold(() => Promise.reject(wrong))).rejects.toBe(wrong);
  expect(await line.hold(() => Promise.resolve(8))).toBe(8);
});

test.each([
  Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' }),
  new Error('FATAL Error: Failed to commit'),
  new Error('Failed: database has been invalidated because of a previous fatal error'),
])('%s cuts the line', async (fatal) => {
  const onStopped = vi.fn();
  const line = new Lifeline(onStopped);
  const other = line.hold(forever);
  await expect(line.hold(() => Promise.reject(fatal))).rejects.toBe(fatal);
  await expect(other).rejects.toMatchObject({ kind: 'database' });
  expect(onStopped).toHaveBeenCalledTimes(1);
});
