import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DATABASE_FILE, MANIFEST_FILE, readManifest } from '../corpus';
import { Database, quoted } from './pack/database';
import { sendAll } from './load-clickhouse/batches';
import { rowsOf } from './load-clickhouse/rows';
import { schemaOf, type Cluster } from './load-clickhouse/schema';
import { Server } from './load-clickhouse/server';

const USE = `Use: node src/programs/run.js load-clickhouse <corpus folder> --to http://…[,http://…]
       [--database corpus] [--cluster corpus] [--url ADDRESS]
--to is each shard's HTTP address, in the order of the cluster's settings; --url is where pages reach the database,
told from the corpus's own address, and goes into its manifest.`;

const OPTIONS = {
  to: { type: 'string' },
  database: { type: 'string', default: 'corpus' },
  cluster: { type: 'string', default: 'corpus' },
  url: { type: 'string' },
} as const;

/** Loads a packed corpus into a new database of ClickHouse. */
export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { to, database, cluster, url } = values;
  const [folder] = positionals;
  if (to === undefined || folder === undefined || positionals.length > 1) throw new Error(USE);
  if (![database, cluster].every((name) => /^\w+$/.test(name)))
    throw new Error(`A database's and a cluster's name are letters, digits and _. ${USE}`);
  await loadClickHouse({ folder: resolve(folder), shards: to.split(','), database, cluster, url });
}

interface Job {
  readonly folder: string;
  readonly shards: readonly string[];
  readonly database: string;
  readonly cluster: string;
  readonly url?: string | undefined;
}

/** Rejects where the database is there already, or in the end does not hold through one shard what went to all. */
export async function loadClickHouse({ folder, shards, database, cluster, url }: Job): Promise<void> {
  const servers = shards.map((address) => new Server(address));
  const place: Cluster = { database, cluster, shards: shards.length };
  const manifest = readManifest(await readFile(join(folder, MANIFEST_FILE), 'utf8'));
  for (const server of servers) for (const sql of schemaOf(place)) await server.run(sql);
  const packed = await Database.open(':memory:', { memory: '1GB' });
  try {
    await packed.connection.run(`ATTACH ${quoted(join(folder, DATABASE_FILE))} AS packed (READ_ONLY)`);
    const sent = await sendAll(rowsOf(folder, packed), servers, place);
    for (const [{ name }, rows] of sent) {
      const held = Number(await servers[0]?.run(`SELECT count() FROM ${database}.${name}`));
      if (held !== rows)
        throw new Error(
          `${database}.${name} holds ${held} rows, and ${rows} were sent: are the addresses those of the cluster “${cluster}”, in its order?`,
        );
      console.log(`${name.padEnd(10)} ${rows}`);
    }
  } finally {
    packed.close();
  }
  if (url === undefined) return;
  const named = { ...manifest, engine: { kind: 'clickhouse', url, database } };
  const fresh = join(folder, `${MANIFEST_FILE}.new`);
  await writeFile(fresh, `${JSON.stringify(named, null, 2)}\n`);
  await rename(fresh, join(folder, MANIFEST_FILE));
}
