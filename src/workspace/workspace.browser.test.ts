import { expect, test } from 'vitest';
import { addRow, openDatabase, setState, shelfIn } from './database';
import { openPrivateFiles } from './private-files';
import { openWorkspace } from './open';
import type { KeptSource, Keepable } from './pack';
import type { Load, Workspace } from './workspace';

const never = new AbortController().signal;
const file = (name: string, text: string): Keepable => ({ kind: 'file', name, blob: new Blob([text]) });

/** Each test has an address of its own: workspaces outlive them. */
function freshAddress(): string {
  return `/${crypto.randomUUID()}`;
}

async function textsIn(loads: readonly Load[]): Promise<string[][]> {
  const found = await Promise.all(loads.map((load) => load.sources()));
  return Promise.all(found.map((sources) => Promise.all((sources ?? []).map(textOf))));
}

async function textOf(source: KeptSource): Promise<string> {
  return source.kind === 'url'
    ? source.url
    : `${source.name}: ${await source.blob.slice(source.start, source.end).text()}`;
}

async function settled(workspace: Workspace, ...sources: Keepable[]): Promise<void> {
  await (await workspace.keep(sources, never)).settle();
}

test('loads come back in their order, for their address alone', async () => {
  const workspace = await openWorkspace(freshAddress());
  await settled(workspace, file('a', 'one'), { kind: 'url', url: 'https://example.org/' });
  await settled(workspace, { kind: 'text', name: 'b', text: 'two' });
  expect(await textsIn(await workspace.kept())).toEqual([['a: one', 'https://example.org/'], ['b: two']]);
  expect(await (await openWorkspace(freshAddress())).kept()).toEqual([]);
});

test('a load that was not settled does not come back by itself, and a removed one not at all', async () => {
  const address = freshAddress();
  const workspace = await openWorkspace(address);
  const arriving = await workspace.keep([file('a', 'one')], never);
  const removed = await workspace.keep([file('b', 'two')], never);
  await removed.remove();
  await removed.settle();
  expect(await workspace.kept()).toEqual([]);
  expect(await workspace.interrupted(), 'this tab is alive').toEqual({ whole: [], lost: [] });
  await arriving.settle();
  expect(await textsIn(await workspace.kept())).toEqual([['a: one']]);
});

test('what a dead tab left is offered where it is whole, and swept where it is not', async () => {
  const address = freshAddress();
  const database = await openDatabase();
  const shelf = await openPrivateFiles();
  const row = { address, state: 'begun', shelf: 'files' } as const;
  const whole = await addRow(database, row, { names: ['a'], ends: [3] });
  await shelf?.write(whole, [new Blob(['one'])], never);
  await setState(database, whole, 'arriving');
  const half = await addRow(database, row, { names: ['b'], ends: [3] });
  await shelf?.write(half, [new Blob(['o'])], never);
  const leaving = await addRow(database, { ...row, state: 'leaving' }, { names: ['c'], ends: [3] });

  const workspace = await openWorkspace(address);
  const { whole: arriving, lost } = await workspace.interrupted();
  expect(await textsIn(arriving)).toEqual([['a: one']]);
  expect(lost).toEqual(['b']);
  expect(await shelf?.read(half)).toBeNull();
  for (const swept of [half, leaving]) {
    expect(await database.get('loads', swept)).toBeUndefined();
    expect(await database.get('contents', swept)).toBeUndefined();
  }
  database.close();
});

test('a cancelled load leaves nothing', async () => {
  const address = freshAddress();
  const workspace = await openWorkspace(address);
  const abort = new AbortController();
  const keeping = workspace.keep([file('a', 'x'.repeat(30_000_000))], abort.signal);
  setTimeout(() => abort.abort(), 20);
  await expect(keeping).rejects.toMatchObject({ kind: 'cancelled' });
  expect(await workspace.kept()).toEqual([]);
  expect(await workspace.interrupted()).toEqual({ whole: [], lost: [] });
});

test('a pack whose bytes are gone is told from one that is there', async () => {
  const workspace = await openWorkspace(freshAddress());
  await settled(workspace, file('a', 'one'));
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('packs');
  let last = 0;
  for await (const name of folder.keys()) last = Math.max(last, Number(name));
  await folder.removeEntry(String(last));
  expect(await (await workspace.kept())[0]?.sources()).toBeNull();
});

test('where there are no private files, packs lie in the database', async () => {
  const database = await openDatabase();
  const shelf = shelfIn(database);
  await shelf.write(1_000_000, [new Blob(['one']), new Blob(['two'])], never);
  expect(await (await shelf.read(1_000_000))?.text()).toBe('onetwo');
  await shelf.remove(1_000_000);
  expect(await shelf.read(1_000_000)).toBeNull();
  database.close();
});

test('a second tab with the address reads and does not write, until the first lets go', async () => {
  const address = freshAddress();
  let letGo: () => void = () => undefined;
  const holding = new Promise<void>((resolve) => (letGo = resolve));
  void navigator.locks.request(`corollary workspace ${address}`, () => holding);
  const workspace = await openWorkspace(address);
  expect(await workspace.isHeld()).toBe(false);
  await expect(workspace.keep([file('a', 'one')], never)).rejects.toMatchObject({ kind: 'read-only' });
  await expect(workspace.forget()).rejects.toMatchObject({ kind: 'read-only' });
  expect(await workspace.kept()).toEqual([]);
  letGo();
  await workspace.held;
  await settled(workspace, file('a', 'one'));
  expect(await workspace.kept()).toHaveLength(1);
  await workspace.forget();
  expect(await workspace.kept()).toEqual([]);
});
