import scriptUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { openBlockFile } from './block-file';
import { RemoteBlocks, type RemoteFile } from './remote-blocks';

/**
 * DuckDB's own worker for one file that lies elsewhere. Its only way out is `XMLHttpRequest`, without waiting; here it
 * gets one that knows a single file, in blocks that are kept on this machine, and asks nothing else of anybody.
 */
const { file, channel } = JSON.parse(self.name) as { readonly file: RemoteFile; readonly channel: string };
const news = new BroadcastChannel(channel);
const blocks = new RemoteBlocks(file, await openBlockFile(file.sha256), (usage) => news.postMessage(usage));

class RangeRequest {
  responseType = '';
  response: ArrayBuffer | null = null;
  status = 0;
  readonly statusText = '';
  #method = '';
  #url = '';
  #range: readonly [start: number, end: number] | null = null;

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    const [, start, end] = name === 'Range' ? (/^bytes=(\d+)-(\d*)$/.exec(value) ?? []) : [];
    if (start) this.#range = [Number(start), end ? Number(end) + 1 : blocks.size];
  }

  getResponseHeader(name: string): string | null {
    return name.toLowerCase() === 'content-length' ? String(blocks.size) : null;
  }

  send(): void {
    // It also asks for a write-ahead log beside the file: a packed corpus has none.
    if (this.#url !== file.url) this.status = 404;
    else if (this.#method === 'HEAD') this.status = 206;
    else {
      const [start, end] = this.#range ?? [0, blocks.size];
      this.response = blocks.read(start, end).buffer;
      this.status = 206;
    }
  }
}

Object.defineProperty(self, 'XMLHttpRequest', { value: RangeRequest });
await import(/* @vite-ignore */ new URL(scriptUrl, import.meta.url).href);
void navigator.locks.request(self.name, () => {
  postMessage('alive');
  return new Promise<never>(() => undefined);
});
