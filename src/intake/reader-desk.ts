import { openKeys } from '../checks';
import type { Source } from '../documents';
import { describeFailure } from '../model';
import { checkUnder } from './check-under';
import type { Kinds } from './kinds';
import { readSheets } from './read-sheets';
import type { FromReader, Port, ToReader } from './reader-messages';
import type { Sheet } from './sheet';

/** Sheets that may wait for numbers before reading goes on: those who are faster than the Ledger wait for it. */
export const MOST_WAITING = 2;

/** A reader's end of its messages: reads what it is sent, one run after the other. */
export class ReaderDesk {
  readonly #port: Port<FromReader, ToReader>;
  readonly #waiting: Sheet[] = [];
  #ring = openKeys([]);
  #kinds: Kinds = {};
  #last: Promise<void> = Promise.resolve();
  #onRoom: () => void = () => undefined;

  constructor(port: Port<FromReader, ToReader>) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#receive(data);
  }

  sayAlive(): void {
    this.#send({ type: 'alive' });
  }

  #receive(message: ToReader): void {
    switch (message.type) {
      case 'begin':
        this.#ring = openKeys(message.keys);
        this.#kinds = message.kinds;
        break;
      case 'read':
        this.#last = this.#last
          .then(() => this.#read(message.sources))
          .catch((failure: unknown) => this.#send({ type: 'failed', message: describeFailure(failure) }));
        break;
      case 'numbers': {
        const batches = this.#waiting.shift()?.encode(message.numbers) ?? [];
        this.#send(
          { type: 'evidence', batches },
          batches.map(([, ipc]) => ipc.buffer),
        );
        this.#onRoom();
        break;
      }
    }
  }

  async #read(sources: readonly Source[]): Promise<void> {
    const options = {
      // Who wants it to stop ends its worker.
      signal: new AbortController().signal,
      onProgress: (progress: Extract<FromReader, { type: 'progress' }>['progress']) =>
        this.#send({ type: 'progress', progress }),
      check: checkUnder(this.#ring),
      as: this.#kinds,
    };
    for await (const sheet of readSheets(sources, options)) {
      while (this.#waiting.length >= MOST_WAITING)
        await new Promise<void>((resolve) => (this.#onRoom = resolve));
      this.#waiting.push(sheet);
      this.#send({ type: 'sheet', head: sheet.head });
    }
    this.#send({ type: 'end' });
  }

  #send(message: FromReader, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }
}
