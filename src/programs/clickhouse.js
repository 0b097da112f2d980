// @ts-check
import { existsSync } from 'node:fs';
import { run } from './command.js';

/** Where to look is known to the tests. */
const finder = () => import('../../tests/tooling/clickhouse.js');

/**
 * Whether there is a ClickHouse server to test with, installed from Debian's packages if there is none. Where it cannot be
 * had the test against it is skipped; with CLICKHOUSE=required it throws an Error instead.
 */
export async function provideClickHouse() {
  const { findClickHouse } = await finder();
  if (findClickHouse()) return;
  await installDebians();
  if (findClickHouse()) return;
  const missing = 'No ClickHouse server was found and none could be installed';
  if (process.env['CLICKHOUSE'] === 'required') throw new Error(`${missing}.`);
  console.log(`${missing}: the test of two shards is skipped.`);
}

async function installDebians() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Installing ClickHouse (apt-get install clickhouse-server) …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'clickhouse-server'], { env });
}
