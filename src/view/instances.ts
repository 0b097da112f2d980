export interface Field {
  readonly name: string;
  readonly size: number;
}

/**
 * A buffer of equal items drawn in one call; it stays on the GPU until its numbers change.
 * The shader's location 0 is the corner; the fields follow in their order.
 */
export class Instances {
  readonly #gl: WebGL2RenderingContext;
  readonly #shape: WebGLVertexArrayObject;
  readonly #corners: WebGLBuffer;
  readonly #items: WebGLBuffer;
  readonly #stride: number;
  #count = 0;

  constructor(
    gl: WebGL2RenderingContext,
    corners: { readonly size: number; readonly data: Float32Array },
    fields: readonly Field[],
  ) {
    this.#gl = gl;
    this.#shape = gl.createVertexArray();
    this.#corners = gl.createBuffer();
    this.#items = gl.createBuffer();
    this.#stride = fields.reduce((sum, field) => sum + field.size, 0);
    gl.bindVertexArray(this.#shape);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#corners);
    gl.bufferData(gl.ARRAY_BUFFER, corners.data, gl.STATIC_DRAW);
    this.#point(0, corners.size, corners.size, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#items);
    let offset = 0;
    fields.forEach(({ size }, index) => {
      this.#point(index + 1, size, this.#stride, offset);
      gl.vertexAttribDivisor(index + 1, 1);
      offset += size;
    });
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  }

  #point(location: number, size: number, stride: number, offset: number): void {
    this.#gl.enableVertexAttribArray(location);
    this.#gl.vertexAttribPointer(location, size, this.#gl.FLOAT, false, stride * 4, offset * 4);
  }

  upload(data: Float32Array): void {
    const gl = this.#gl;
    this.#count = data.length / this.#stride;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#items);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  }

  draw(method: number, vertices: number): void {
    if (this.#count === 0) return;
    this.#gl.bindVertexArray(this.#shape);
    this.#gl.drawArraysInstanced(method, 0, vertices, this.#count);
    this.#gl.bindVertexArray(null);
  }

  kill(): void {
    this.#gl.deleteBuffer(this.#corners);
    this.#gl.deleteBuffer(this.#items);
    this.#gl.deleteVertexArray(this.#shape);
  }
}
