import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What may be wrong with a host. */
export type Fault = 'gone' | 'no ranges' | 'no CORS' | 'replaced' | 'cut';

/** A corpus packed from these documents, in a folder of its own. */
export async function packCorpus(...inputs: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'corollary-corpus-'));
  await runProgram('pack', ...inputs, '--to', folder, '--name', 'small corpus', '--date', '2026-11-29');
  return folder;
}

/** One of ours, from the command line. */
export async function runProgram(program: string, ...args: readonly string[]): Promise<void> {
  const code = await new Promise((resolve) =>
    spawn(process.execPath, ['src/programs/run.js', program, ...args], { stdio: 'ignore' }).on(
      'close',
      resolve,
    ),
  );
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
}

/** A ClickHouse server that the host answers for, under a path of its own. */
export interface Engine {
  readonly path: string;
  readonly address: string;
  /** Whom it takes every page for. */
  readonly user: string;
}

/** A host of files on another origin than the app, as a bucket is. */
export class CorpusHost {
  readonly #folder: string;
  readonly #isKept: boolean;
  readonly #engine: Engine | null;
  readonly #held: (() => void)[] = [];
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });
  fault: Fault | null = null;
  /** The file and range of each request for a part of the corpus. */
  readonly asked: string[] = [];

  /** Whether a request for this file waits until `release`. */
  holds: (name: string) => boolean = () => false;
  /** The questions that went on to the engine. */
  readonly questions: string[] = [];

  /** The folder goes with it, unless it is to be kept. */
  constructor(
    folder: string,
    { isKept = false, engine = null }: { readonly isKept?: boolean; readonly engine?: Engine | null } = {},
  ) {
    this.#folder = folder;
    this.#isKept = isKept;
    this.#engine = engine;
  }

  release(): void {
    this.holds = () => false;
    for (const go of this.#held.splice(0)) go();
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this.url;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.release();
    this.#server.close();
    this.#server.closeAllConnections();
    if (!this.#isKept) await rm(this.#folder, { recursive: true, force: true });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = (request.url ?? '/').slice(1);
    if (this.fault !== 'no CORS') response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Range');
    response.setHeader('Access-Control-Expose-Headers', 'ETag');
    if (request.method === 'OPTIONS') return void response.end();
    this.asked.push(`${name} ${request.headers.range ?? ''}`);
    if (this.holds(name)) await new Promise<void>((resolve) => this.#held.push(resolve));
    if (this.#engine && name.startsWith(this.#engine.path))
      return this.#pass(this.#engine, request, response);
    const path = join(this.#folder, name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || this.fault === 'gone') return void response.writeHead(404).end();
    response.setHeader('ETag', this.fault === 'replaced' ? '"another"' : '"the same"');
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (start === undefined || this.fault === 'no ranges')
      return void createReadStream(path).pipe(response.writeHead(200, { 'Content-Length': found.size }));
    const [from, to] = [
      Number(start),
      Math.min(Number(end), this.fault === 'cut' ? Number(start) + 9 : found.size - 1),
    ];
    response.writeHead(206, {
      'Content-Length': to - from + 1,
      'Content-Range': `bytes ${from}-${to}/${found.size}`,
    });
    createReadStream(path, { start: from, end: to }).pipe(response);
  }

  /** As the proxy of the README does. */
  async #pass(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sql = await text(request);
    this.questions.push(sql);
    const { search } = new URL(request.url ?? '/', this.url);
    const answer = await fetch(engine.address + search, {
      ...{ method: 'POST', body: sql, headers: { 'X-ClickHouse-User': engine.user } },
    });
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  }
}
