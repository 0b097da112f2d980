declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One step over the matrices, in place: ten numbers a node, three a line (see its helpers.js). */
  export default function iterate(settings: object, nodes: Float32Array, lines: Float32Array): object;
}
declare module 'graphology-layout-forceatlas2/defaults.js' {
  const defaults: object;
  export default defaults;
}
