// @ts-check
// The script of a figure that moves: it stands in the page as it is, and the page's policy names its hash.
(() => {
  /** @typedef {{ id: string, title: string, label: string, x: number, y: number }} Node */
  /** @typedef {[id: string, from: number, to: number, verb: string, evidence?: string]} Line */
  const svg = /** @type {SVGSVGElement} */ (document.querySelector('#stage svg'));
  const told = /** @type {HTMLElement} */ (document.getElementById('told'));
  const list = /** @type {HTMLElement} */ (document.getElementById('list'));
  const find = /** @type {HTMLInputElement} */ (document.getElementById('find'));
  /** @type {{ nodes: Node[], lines: Line[] }} */
  const graph = JSON.parse(document.getElementById('corollary-graph')?.textContent ?? '');
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const home = svg.viewBox.baseVal;
  const whole = { x: home.x, y: home.y, width: home.width, height: home.height };
  let view = { ...whole };

  // The lines of a large figure would be shorter than their titles: these are made here.
  for (const [id, from, to, verb, evidence = '1 piece of evidence'] of graph.lines) {
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = `${graph.nodes[from]?.label} ${verb} ${graph.nodes[to]?.label}`;
    const told = document.createElementNS('http://www.w3.org/2000/svg', 'desc');
    told.textContent = evidence;
    document.getElementById(id)?.prepend(title, told);
  }

  function show() {
    svg.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  /** @param {number} by @param {{ x: number, y: number }} at */
  function zoom(by, at) {
    const width = Math.max(whole.width / 40, Math.min(whole.width * 1.5, view.width / by));
    const share = width / view.width;
    view = {
      x: at.x - (at.x - view.x) * share,
      y: at.y - (at.y - view.y) * share,
      width,
      height: view.height * share,
    };
    show();
  }

  function middle() {
    return { x: view.x + view.width / 2, y: view.y + view.height / 2 };
  }

  /** @param {{ clientX: number, clientY: number }} event */
  function pointAt({ clientX, clientY }) {
    const matrix = svg.getScreenCTM();
    return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()) : middle();
  }

  /** @param {string | null} id */
  function pick(id) {
    const node = id === null ? undefined : nodes.get(id);
    svg.classList.toggle('picked', node !== undefined);
    for (const lit of svg.querySelectorAll('.lit')) lit.classList.remove('lit');
    told.textContent = node ? node.title : '';
    if (!node) return;
    light(node.id);
    const place = graph.nodes.indexOf(node);
    for (const [line, from, to] of graph.lines) {
      if (from !== place && to !== place) continue;
      for (const one of [line, graph.nodes[from]?.id, graph.nodes[to]?.id]) light(one);
    }
  }

  /** @param {string | undefined} id */
  function light(id) {
    if (id !== undefined) document.getElementById(id)?.classList.add('lit');
  }

  /** @param {Event} event */
  function nodeUnder(event) {
    const group = event.target instanceof Element ? event.target.closest('#nodes > g') : null;
    return group && nodes.has(group.id) ? group.id : null;
  }

  /** @param {Node} node */
  function bringIntoView(node) {
    const isSeen =
      node.x > view.x && node.x < view.x + view.width && node.y > view.y && node.y < view.y + view.height;
    if (isSeen) return;
    view = { ...view, x: node.x - view.width / 2, y: node.y - view.height / 2 };
    show();
  }

  svg.addEventListener('pointerover', (event) => pick(nodeUnder(event)));
  svg.addEventListener('pointerleave', () => pick(null));
  svg.addEventListener('focusin', (event) => pick(nodeUnder(event)));
  svg.addEventListener('focusout', () => pick(null));
  svg.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), pointAt(event));
    },
    { passive: false },
  );

  /** @type {Map<number, { x: number, y: number }>} */
  const fingers = new Map();
  svg.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  window.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    const now = { x: event.clientX, y: event.clientY };
    const perPixel = 1 / (svg.getScreenCTM()?.a ?? 1);
    if (other) {
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(now.x - other.x, now.y - other.y);
      const between = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
      if (was > 0 && is > 0) zoom(is / was, pointAt(between));
    } else {
      view = {
        ...view,
        x: view.x - (now.x - before.x) * perPixel,
        y: view.y - (now.y - before.y) * perPixel,
      };
      show();
    }
    fingers.set(event.pointerId, now);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    window.addEventListener(end, (event) => {
      if (event instanceof PointerEvent) fingers.delete(event.pointerId);
    });
  }

  const moves = {
    in: () => zoom(1.3, middle()),
    out: () => zoom(1 / 1.3, middle()),
    home: () => {
      view = { ...whole };
      show();
    },
  };
  /** @type {Record<string, keyof typeof moves>} */
  const keys = { '+': 'in', '=': 'in', '-': 'out', 0: 'home' };
  window.addEventListener('keydown', (event) => {
    const move = keys[event.key];
    if (move === undefined || event.target === find || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moves[move]();
  });
  for (const button of document.querySelectorAll('[data-move]')) {
    button.addEventListener('click', () => {
      const move = button.getAttribute('data-move');
      if (move === 'in' || move === 'out' || move === 'home') moves[move]();
    });
  }

  const entries = graph.nodes.map((node) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = node.title;
    const choose = () => {
      bringIntoView(node);
      pick(node.id);
    };
    button.addEventListener('focus', choose);
    button.addEventListener('click', choose);
    button.addEventListener('pointerenter', () => pick(node.id));
    item.append(button);
    return { item, words: node.title.toLowerCase() };
  });
  list.append(...entries.map(({ item }) => item));
  list.addEventListener('pointerleave', () => pick(null));
  list.addEventListener('focusout', () => pick(null));
  find.addEventListener('input', () => {
    const wanted = find.value.trim().toLowerCase();
    for (const { item, words } of entries) item.hidden = !words.includes(wanted);
  });
})();
