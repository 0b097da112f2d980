import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest';
import { eventFrom, openKeys, trustedKey, verifyEvent } from '../checks';
import { main } from './sign';

const BUNDLE = new URL('../../static/samples/score/score.bundle.json', import.meta.url);

let folder = '';
let said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sign-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const file = (name: string) => join(folder, name);

test('makes a key for its owner alone, and signs a bundle that verifies under what it printed', async () => {
  await main(['--make-key', file('key.json'), '--id', 'k', '--signer', 'me']);
  expect((await stat(file('key.json'))).mode & 0o77).toBe(0);
  const printed = said.join('\n');
  const key = /\b[0-9a-f]{64}\b/.exec(printed)?.[0] ?? '';
  const { d } = JSON.parse(await readFile(file('key.json'), 'utf8')) as { d: string };
  expect(printed).not.toContain(d);

  await writeFile(file('in.json'), await readFile(BUNDLE));
  await main(['--key', file('key.json'), file('in.json'), file('out.json')]);
  const { events } = JSON.parse(await readFile(file('out.json'), 'utf8')) as { events: unknown[] };
  const ring = await openKeys([await trustedKey({ id: 'k', key })]);
  for (const [index, event] of events.entries()) {
    expect(await verifyEvent(eventFrom(JSON.stringify(event)), ring)).toMatchObject({ verdict: 'pass' });
    expect(said.join('\n')).toContain(`events/${index} `);
  }
  expect(events.length).toBeGreaterThan(0);
});

test('never writes over a key', async () => {
  await main(['--make-key', file('key.json')]);
  const before = await readFile(file('key.json'), 'utf8');
  await expect(main(['--make-key', file('key.json')])).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(file('key.json'), 'utf8')).toBe(before);
});

it.each([[[]], [['--key', 'key.json', 'in.json']], [['in.json', 'out.json']]])(
  'given %j it says how it is used',
  async (args) => {
    await expect(main(args)).rejects.toThrow('Use: npm run sign');
  },
);
