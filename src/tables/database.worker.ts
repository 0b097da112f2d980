import scriptUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

/**
 * DuckDB's own worker, which holds a lock of its name as long as it lives: a worker that ends, for want of memory or
 * whatever else, tells nobody, but the browser then gives the lock away.
 */
await import(/* @vite-ignore */ new URL(scriptUrl, import.meta.url).href);
void navigator.locks.request(self.name, () => {
  postMessage('alive');
  return new Promise<never>(() => undefined);
});
