/** One server, over its HTTP interface. Who asks is told by CLICKHOUSE_USER and CLICKHOUSE_PASSWORD. */
export class Server {
  readonly #address: URL;

  constructor(address: string) {
    this.#address = new URL(address);
  }

  /** Resolves to what it answers; rejects with the first line of what it says is wrong. */
  async run(query: string, body: Uint8Array<ArrayBuffer> | null = null): Promise<string> {
    const address = new URL(this.#address);
    if (body) address.searchParams.set('query', query);
    const response = await fetch(address, { method: 'POST', body: body ?? query, headers: credentials() });
    const text = await response.text();
    if (response.ok) return text;
    throw new Error(`${this.#address.host} refuses ${query.slice(0, 80)}: ${text.split('\n')[0] ?? ''}`);
  }
}

function credentials(): Record<string, string> {
  const { CLICKHOUSE_USER: user, CLICKHOUSE_PASSWORD: password } = process.env;
  return {
    ...(user !== undefined && { 'X-ClickHouse-User': user }),
    ...(password !== undefined && { 'X-ClickHouse-Key': password }),
  };
}
