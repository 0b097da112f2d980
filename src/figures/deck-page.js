// @ts-check
// The script of a story's deck: it stands in the page as it is, and the page's policy names its hash.
(() => {
  const steps = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.step')]);
  const place = /** @type {HTMLElement} */ (document.getElementById('place'));
  let now = 0;

  /** @param {number} at */
  function go(at) {
    now = Math.max(0, Math.min(steps.length - 1, at));
    for (const [index, step] of steps.entries()) {
      step.classList.toggle('is-now', index === now);
      step.inert = index !== now;
      step.setAttribute('aria-hidden', String(index !== now));
    }
    document.documentElement.style.background = steps[now]?.dataset['paper'] ?? '';
    place.textContent = `${now + 1} of ${steps.length}`;
    history.replaceState(null, '', `#${now + 1}`);
  }

  function fill() {
    if (document.fullscreenElement) void document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => undefined);
  }

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowRight: () => go(now + 1),
    ArrowDown: () => go(now + 1),
    PageDown: () => go(now + 1),
    ' ': () => go(now + 1),
    ArrowLeft: () => go(now - 1),
    ArrowUp: () => go(now - 1),
    PageUp: () => go(now - 1),
    Backspace: () => go(now - 1),
    Home: () => go(0),
    End: () => go(steps.length - 1),
    f: fill,
  };

  window.addEventListener('keydown', (event) => {
    const run = keys[event.key];
    if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    run();
  });

  /** @type {{ x: number, y: number } | null} */
  let from = null;
  window.addEventListener('pointerdown', ({ clientX: x, clientY: y, isPrimary, button }) => {
    from = isPrimary && button === 0 ? { x, y } : null;
  });
  window.addEventListener('pointerup', ({ clientX: x, clientY: y, target }) => {
    const start = from;
    from = null;
    if (!start || (target instanceof Element && target.closest('a'))) return;
    const [dx, dy] = [x - start.x, y - start.y];
    const isSwipe = Math.abs(dx) > 40 && Math.abs(dx) > Math.abs(dy);
    const isTap = Math.hypot(dx, dy) < 10;
    if (isSwipe) go(now + (dx < 0 ? 1 : -1));
    else if (isTap) go(now + (x > window.innerWidth / 3 ? 1 : -1));
  });
  window.addEventListener('hashchange', () => go(Number(location.hash.slice(1)) - 1 || 0));

  document.documentElement.classList.add('is-shown');
  go(Number(location.hash.slice(1)) - 1 || 0);
})();
