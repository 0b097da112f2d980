import { sha256 } from '@noble/hashes/sha2.js';
import type { Recipe } from '../model';
import script from './html-page.js?raw';
import style from './html-page.css?raw';
import { plainJson, RECIPE_ID, recipeText } from './recipe-text';
import type { Sheet, SheetLine, SheetNode } from './sheet';
import { escaped, fixed, writeSvg, type Outliner } from './svg';

/** Nothing is fetched, and no other script than this runs. */
export function policyFor(script: string): string {
  const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(script))));
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** Of each line its id, its ends as places in the list of nodes, and what the page makes its title of. */
function linesAmong(nodes: readonly SheetNode[], lines: readonly SheetLine[]) {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  return lines.map(({ id, from, to, verb, evidence }) => [
    ...[id, places.get(from), places.get(to), verb],
    ...(evidence === ONE_PIECE ? [] : [evidence]),
  ]);
}

const ONE_PIECE = '1 piece of evidence';

/** At two decimals of a point. */
function rounded(nodes: readonly SheetNode[]): SheetNode[] {
  return nodes.map((node) => ({ ...node, x: Number(fixed(node.x)), y: Number(fixed(node.y)) }));
}

/** One file that needs no network: the figure with pan, zoom, neighbours, and a list of its nodes. */
export function writeHtml(sheet: Sheet, recipe: Recipe, outline?: Outliner): string {
  const { nodes, lines } = sheet;
  const inOrder = [...nodes].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(sheet.title)}</title>
<style>${style}</style>
</head>
<body>
<main id="stage">
${writeSvg(sheet, null, { outline, hasBareLines: true })}<p id="told" role="status"></p>
<div id="moves"><button type="button" data-move="in" aria-label="Zoom in">+</button><button type="button" data-move="out" aria-label="Zoom out">−</button><button type="button" data-move="home" aria-label="Show all">0</button></div>
</main>
<nav aria-label="Nodes">
<label>Find <input id="find" type="search" autocomplete="off"></label>
<ol id="list"></ol>
</nav>
<script type="application/json" id="${RECIPE_ID}">${recipeText(recipe)}</script>
<script type="application/json" id="corollary-graph">${plainJson({ nodes: rounded(inOrder), lines: linesAmong(inOrder, lines) })}</script>
<script>${script}</script>
</body>
</html>
`;
}
