// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Of the old packages, and of a current release, whose one program is told what to be. */
const COMMANDS = /** @type {const} */ ([
  ['clickhouse-server', []],
  ['clickhouse', ['server']],
]);

/** Debian's server is where other users than root do not look. */
const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin'];

/** A ClickHouse server to test with, and what comes first after it. @returns {readonly string[] | undefined} */
export function findClickHouse() {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...FOLDERS];
  return COMMANDS.flatMap(([command, first]) =>
    folders.map((folder) => [join(folder, command), ...first]),
  ).find(([path = '']) => existsSync(path));
}

/** The cluster's name, and a user that can read and no more. */
export const CLUSTER = 'corpus';
export const READER = 'reader';

/**
 * As many servers as `shards`, on this machine alone, each with ports and a folder of its own; together one cluster.
 * @param {number} shards
 * @returns {Promise<{ readonly addresses: readonly string[], end: () => Promise<void> }>}
 */
export async function startClickHouse(shards) {
  const [program = '', ...first] = findClickHouse() ?? [];
  const root = await mkdtemp(join(tmpdir(), 'corollary-clickhouse-'));
  const ports = [];
  for (let shard = 0; shard < shards; shard++) ports.push({ http: await freePort(), tcp: await freePort() });
  /** @type {import('node:child_process').ChildProcess[]} */
  const servers = [];
  const kill = () => servers.forEach((server) => server.kill('SIGKILL'));
  process.on('exit', kill);
  const end = async () => {
    kill();
    await Promise.all(servers.map(ended));
    process.off('exit', kill);
    await rm(root, { recursive: true, force: true });
  };
  try {
    for (const [shard, own] of ports.entries()) {
      const folder = join(root, String(shard));
      await mkdir(folder);
      await writeFile(join(folder, 'users.xml'), USERS);
      await writeFile(join(folder, 'config.xml'), config(folder, own, ports));
      const args = [...first, `--config-file=${join(folder, 'config.xml')}`];
      servers.push(spawn(program, args, { cwd: folder, stdio: 'ignore' }));
    }
    const addresses = ports.map(({ http }) => `http://127.0.0.1:${http}/`);
    await Promise.all(addresses.map((address, shard) => answers(address, servers[shard])));
    return { addresses, end };
  } catch (failure) {
    await end();
    throw failure;
  }
}

/** @param {import('node:child_process').ChildProcess} server */
function ended(server) {
  const isOver = server.exitCode !== null || server.signalCode !== null || server.pid === undefined;
  return isOver ? Promise.resolve() : new Promise((resolve) => server.once('close', resolve));
}

/** @param {string} address @param {import('node:child_process').ChildProcess | undefined} server */
async function answers(address, server) {
  for (let tries = 0; tries < 300; tries++) {
    const response = await fetch(`${address}ping`).catch(() => null);
    if (response?.ok) return;
    if (!server || server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The ClickHouse server at ${address} does not answer.`);
}

/**
 * @typedef {{ readonly http: number, readonly tcp: number }} Ports
 * @param {string} folder @param {Ports} own @param {readonly Ports[]} all
 */
function config(folder, own, all) {
  const shards = all.map(
    ({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`,
  );
  return `<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${own.http}</http_port>
  <tcp_port>${own.tcp}</tcp_port>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <user_files_path>${folder}/files/</user_files_path>
  <format_schema_path>${folder}/schemas/</format_schema_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <remote_servers><${CLUSTER}>${shards.join('')}</${CLUSTER}></remote_servers>
</yandex>
`;
}

const HERE = '<networks><ip>127.0.0.1</ip></networks>';

/** The reader is that of the README. */
const USERS = `<yandex>
  <profiles>
    <default><max_memory_usage>500000000</max_memory_usage></default>
    <${READER}>
      <readonly>1</readonly>
      <add_http_cors_header>1</add_http_cors_header>
      <max_execution_time>10</max_execution_time>
      <max_memory_usage>500000000</max_memory_usage>
      <max_result_bytes>100000000</max_result_bytes>
    </${READER}>
  </profiles>
  <users>
    <default><password></password>${HERE}<profile>default</profile><quota>default</quota></default>
    <${READER}>
      <password></password>${HERE}<profile>${READER}</profile><quota>default</quota>
      <allow_databases><database>corpus</database></allow_databases>
    </${READER}>
  </users>
  <quotas><default></default></quotas>
</yandex>
`;

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
