import type { Row } from './rows';
import { localName, type Cluster, type Table } from './schema';
import type { Server } from './server';

/** Of one shard's rows of one table: each batch becomes a part on its disk, and many small ones are slow to merge. */
const MOST_BYTES = 32 * 1024 * 1024;
const PIECE = 64 * 1024;

/** Rows of one table on their way to one shard. */
class Batch {
  #pieces: Buffer[] = [];
  #text = '';
  #bytes = 0;

  /** Whether there is enough to be sent. */
  add(text: string): boolean {
    this.#text += text;
    if (this.#text.length > PIECE) this.#seal();
    return this.#bytes >= MOST_BYTES;
  }

  take(): Uint8Array<ArrayBuffer> {
    this.#seal();
    const bytes = new Uint8Array(Buffer.concat(this.#pieces));
    this.#pieces = [];
    this.#bytes = 0;
    return bytes;
  }

  #seal(): void {
    const piece = Buffer.from(this.#text);
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    this.#text = '';
  }
}

/** Sends each row to its shard, in batches; resolves to how many went into each table. */
export async function sendAll(
  rows: AsyncIterable<Row>,
  servers: readonly Server[],
  cluster: Cluster,
): Promise<ReadonlyMap<Table, number>> {
  const sent = new Map<Table, number>();
  let batches = servers.map(() => new Batch());
  let current: Table | null = null;
  const send = async (shard: number) => {
    const bytes = batches[shard]?.take() ?? new Uint8Array();
    if (current && bytes.length > 0)
      await servers[shard]?.run(`INSERT INTO ${localName(current, cluster)} FORMAT TabSeparated`, bytes);
  };
  for await (const { table, by, text } of rows) {
    if (table !== current) {
      await Promise.all(servers.map((_, shard) => send(shard)));
      batches = servers.map(() => new Batch());
      current = table;
    }
    const shard = by % servers.length;
    sent.set(table, (sent.get(table) ?? 0) + 1);
    if (batches[shard]?.add(text)) await send(shard);
  }
  await Promise.all(servers.map((_, shard) => send(shard)));
  return sent;
}
