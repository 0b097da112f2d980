/** A table in ClickHouse: rows stand sorted by `order`, on the shard that the remainder of `by` says. */
export interface Table {
  readonly name: string;
  readonly columns: string;
  readonly order: string;
  readonly by: string;
  /** Rows that are read for one at least: few where they are long. */
  readonly granule: number;
}

export const TABLES = {
  names: {
    ...{ name: 'names', columns: 'key UInt64, work UInt32' },
    ...{ order: 'key, work', by: 'key', granule: 8192 },
  },
  cites: {
    ...{ name: 'cites', columns: 'citing UInt32, cited UInt32' },
    ...{ order: 'citing, cited', by: 'citing', granule: 8192 },
  },
  cited_by: {
    ...{ name: 'cited_by', columns: 'cited UInt32, citing UInt32' },
    ...{ order: 'cited, citing', by: 'cited', granule: 8192 },
  },
  /** Lines of neighbourhoods.jsonl: part 0 is the work's own, 1 its references and 2 what cites it, from `start` on. */
  lines: {
    ...{ name: 'lines', columns: 'work UInt32, part UInt8, start UInt32, line String' },
    ...{ order: 'work, part, start', by: 'work', granule: 16 },
  },
  /** Lines of words.jsonl. */
  words: {
    ...{ name: 'words', columns: 'key UInt64, works UInt32, line String' },
    ...{ order: 'key', by: 'key', granule: 16 },
  },
  /** By works, so that each shard has a part of a common word. */
  postings: {
    ...{ name: 'postings', columns: 'key UInt64, work UInt32' },
    ...{ order: 'key, work', by: 'work', granule: 8192 },
  },
} satisfies Record<string, Table>;

export interface Cluster {
  readonly database: string;
  /** What the servers' own settings call it. */
  readonly cluster: string;
  readonly shards: number;
}

/** Where the rows of a shard stand: without others the table itself. */
export function localName({ name }: Table, { database, shards }: Cluster): string {
  return `${database}.${shards > 1 ? `${name}_local` : name}`;
}

/** What is said to each shard, in words that servers of 2018 and of today take. */
export function schemaOf(cluster: Cluster): string[] {
  return [
    `CREATE DATABASE ${cluster.database}`,
    ...Object.values(TABLES).flatMap((table) => tableSql(table, cluster)),
  ];
}

function tableSql(table: Table, cluster: Cluster): string[] {
  const { name, columns, order, by, granule } = table;
  const { database, cluster: title, shards } = cluster;
  const local = `CREATE TABLE ${localName(table, cluster)} (${columns})
    ENGINE = MergeTree() ORDER BY (${order}) SETTINGS index_granularity = ${granule}`;
  const all = `CREATE TABLE ${database}.${name} (${columns})
    ENGINE = Distributed(${title}, ${database}, ${name}_local, ${by} % ${shards})`;
  return shards > 1 ? [local, all] : [local];
}
