import type { Theme } from '../scene';
import type { Painter } from './painter';
import { SigmaPainter } from './sigma-painter';
import { SvgPainter } from './svg-painter';

const PATIENCE = 3000;

interface Host {
  readonly root: HTMLElement;
  readonly theme: () => Theme;
  /** Another painter has taken over and knows nothing yet. */
  readonly onReplaced: () => void;
}

/** The painter in use: WebGL where it works, a fresh one after its context came back, SVG when it does not. */
export class Painters {
  readonly #host: Host;
  #current: Painter;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#current = this.#open();
  }

  get current(): Painter {
    return this.#current;
  }

  #open(): Painter {
    const { root, theme } = this.#host;
    try {
      const losses = { onLost: () => this.#wait(), onRestored: () => this.#replace(() => this.#open()) };
      const painter = new SigmaPainter(root, theme(), losses);
      root.setAttribute('aria-hidden', 'true');
      return painter;
    } catch {
      return this.#openSvg();
    }
  }

  #openSvg(): Painter {
    this.#host.root.removeAttribute('aria-hidden');
    return new SvgPainter(this.#host.root, this.#host.theme());
  }

  #wait(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#replace(() => this.#openSvg()), PATIENCE);
  }

  #replace(open: () => Painter): void {
    clearTimeout(this.#waiting);
    this.#current.destroy();
    this.#current = open();
    this.#host.onReplaced();
  }

  destroy(): void {
    clearTimeout(this.#waiting);
    this.#current.destroy();
  }
}
