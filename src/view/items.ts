export interface Field {
  readonly name: string;
  readonly size: number;
}

/** A texel's numbers, and how many texels every WebGL 2 takes in a row of a texture. */
const TEXEL = 4;
const WIDEST = 2048;

/** Where an item's numbers are: they begin a texel, and none is over two rows. */
export function itemLayout(fields: readonly Field[]) {
  const texels = Math.ceil(fields.reduce((sum, { size }) => sum + size, 0) / TEXEL);
  const perRow = Math.floor(WIDEST / texels);
  return { stride: texels * TEXEL, texels, perRow };
}

/**
 * Equal items drawn in one call; their numbers stay on the GPU until they change, in a texture from which every vertex
 * takes its item's (`glsl.ts`). As instances, of a few vertices each, they would take a software GPU a call of its own
 * each and leave most of another idle.
 */
export class Items {
  readonly #gl: WebGL2RenderingContext;
  readonly #none: WebGLVertexArrayObject;
  readonly #texture: WebGLTexture;
  readonly #layout: ReturnType<typeof itemLayout>;
  #count = 0;

  constructor(gl: WebGL2RenderingContext, fields: readonly Field[]) {
    this.#gl = gl;
    this.#layout = itemLayout(fields);
    this.#none = gl.createVertexArray();
    this.#texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    gl.bindTexture(gl.TEXTURE_2D, null);
  }

  upload(data: Float32Array): void {
    const gl = this.#gl;
    const { stride, texels, perRow } = this.#layout;
    this.#count = data.length / stride;
    if (this.#count === 0) return;
    const [full, rest] = [Math.floor(this.#count / perRow), this.#count % perRow];
    const width = perRow * texels;
    const put = (row: number, wide: number, high: number) => {
      if (wide * high === 0) return;
      const start = row * perRow * stride;
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, row, wide, high, gl.RGBA, gl.FLOAT, data, start);
    };
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, full + 1, 0, gl.RGBA, gl.FLOAT, null);
    put(0, width, full);
    put(full, rest * texels, 1);
    gl.bindTexture(gl.TEXTURE_2D, null);
  }

  draw(method: number, vertices: number): void {
    if (this.#count === 0) return;
    const gl = this.#gl;
    gl.bindVertexArray(this.#none);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.drawArrays(method, 0, vertices * this.#count);
    gl.bindTexture(gl.TEXTURE_2D, null);
    gl.bindVertexArray(null);
  }

  kill(): void {
    this.#gl.deleteTexture(this.#texture);
    this.#gl.deleteVertexArray(this.#none);
  }
}
