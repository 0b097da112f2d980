const BETWEEN = 200;
const WIDTH = 30;

/** One line that says how far it is, where somebody looks; else a line a step. */
export class Progress {
  #last = 0;
  #step = '';

  step(step: string): void {
    this.of(step, 0, 0);
  }

  of(step: string, done: number, total: number): void {
    const isNew = step !== this.#step;
    this.#step = step;
    if (!process.stderr.isTTY) {
      if (isNew) process.stderr.write(`${step} …\n`);
      return;
    }
    const now = performance.now();
    if (!isNew && now - this.#last < BETWEEN) return;
    this.#last = now;
    const share = total > 0 ? done / total : 0;
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    process.stderr.write(`\r\x1b[K${total > 0 ? `${bar} ${Math.floor(share * 100)} % ` : ''}${step}`);
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}

export type OnStep = (step: string, done: number, of: number) => void;
