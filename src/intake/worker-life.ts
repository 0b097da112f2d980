/** A worker that ends, for want of memory or whatever else, tells nobody: but the browser gives its lock away. */

/** In the worker: from now on its end can be seen by its name. */
export function live(onAlive: () => void): void {
  void navigator.locks.request(self.name, () => {
    onAlive();
    return new Promise<never>(() => undefined);
  });
}

/** For whoever started the worker, once that is alive. */
export function watch(name: string, onEnded: () => void): void {
  void navigator.locks.request(name, () => onEnded());
}
