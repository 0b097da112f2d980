import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { Attachment } from 'svelte/attachments';

interface Rows {
  readonly count: number;
  /** Pixels of one row. */
  readonly size: number;
  /** Pixels of a head that stays above the rows. */
  readonly head?: number;
}

/** The rows of a long list that are in sight. Make it while a component is made. */
export class VirtualRows {
  #items = $state.raw<readonly VirtualItem[]>([]);
  #total = $state(0);
  #virtualizer: Virtualizer<HTMLElement, HTMLElement> | null = null;
  /** A row to show once there is something to scroll. */
  #wanted: readonly [index: number, align: 'auto' | 'start'] | null = null;
  #element = $state.raw<HTMLElement | null>(null);

  /** For the element that scrolls. */
  readonly scroller: Attachment<HTMLElement> = (element) => {
    this.#element = element;
    return () => (this.#element = null);
  };

  constructor(rows: () => Rows) {
    $effect(() => {
      const element = this.#element;
      if (!element) return;
      const { count, size, head = 0 } = rows();
      const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
        count,
        getScrollElement: () => element,
        estimateSize: () => size,
        overscan: 8,
        scrollMargin: head,
        scrollPaddingStart: head,
        initialOffset: element.scrollTop,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
        onChange: (changed) => this.#look(changed),
      });
      this.#virtualizer = virtualizer;
      const stop = virtualizer._didMount();
      virtualizer._willUpdate();
      if (this.#wanted !== null) this.reveal(...this.#wanted);
      this.#look(virtualizer);
      return () => {
        stop();
        this.#virtualizer = null;
      };
    });
  }

  get items(): readonly VirtualItem[] {
    return this.#items;
  }

  get total(): number {
    return this.#total;
  }

  reveal(index: number, align: 'auto' | 'start' = 'auto'): void {
    this.#wanted = this.#virtualizer ? null : [index, align];
    this.#virtualizer?.scrollToIndex(index, { align });
  }

  #look(virtualizer: Virtualizer<HTMLElement, HTMLElement>): void {
    this.#items = virtualizer.getVirtualItems();
    this.#total = virtualizer.getTotalSize();
  }
}
