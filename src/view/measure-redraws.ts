/**
 * Median milliseconds of a redraw, from its first call to the GPU's last pixel, while `step` changes something that
 * is drawn in the next frame. Compositing is left out. Compare only what was measured in one run.
 */
export async function measureRedraws(
  container: HTMLElement,
  step: (turn: number) => void,
  turns = 40,
): Promise<number> {
  const times: number[] = [];
  const first = Math.min(5, turns);
  for (let turn = 0; turn < turns + first; turn += 1) times.push(await redraw(container, () => step(turn)));
  const sorted = times.slice(first).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Frame callbacks run in the order they were asked for: before, the redraw that `change` asks for, after. */
function redraw(container: HTMLElement, change: () => void): Promise<number> {
  return new Promise((done) => {
    let start = 0;
    requestAnimationFrame(() => {
      finish(container);
      start = performance.now();
    });
    change();
    requestAnimationFrame(() => {
      finish(container);
      done(performance.now() - start);
    });
  });
}

/** Reading a pixel waits until everything before it is drawn. */
function finish(container: HTMLElement): void {
  for (const canvas of container.querySelectorAll('canvas')) {
    const gl = canvas.getContext('webgl2');
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }
}
