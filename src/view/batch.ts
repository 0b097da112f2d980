import type { RenderParams } from 'sigma/types';
import type { ProgramInfo } from 'sigma/rendering';
import type { SceneLine } from '../model';
import { itemLayout, Items, type Field } from './items';
import { roleIndex } from './palette';

/** What the programs draw with besides the graph; the painter changes it between redraws. */
export interface Look {
  palette: Float32Array;
  /** Of a transition: 0 at the origins, 1 at the new places. */
  progress: number;
  isMoving: boolean;
  /** Opacity of what is not in front. */
  strength: number;
  /** Ids drawn again above the rest at full strength, with flags to add to their look. */
  frontNodes: ReadonlyMap<string, number>;
  frontLines: ReadonlyMap<string, number>;
  /** Lines of the front that are not among the rest. */
  fetched: readonly { readonly line: SceneLine; readonly bend: number }[];
  /** Grows whenever the front changes. */
  version: number;
}

export const UNIFORMS = [
  'u_matrix',
  'u_frame',
  'u_growth',
  'u_progress',
  'u_palette',
  'u_ratio',
  'u_strength',
  'u_ink',
] as const;
export type UniformName = (typeof UNIFORMS)[number];

export interface DrawCall {
  readonly method: number;
  readonly vertices: number;
  /** Of more items than this only so many are drawn, evenly chosen. */
  readonly most?: number;
}

interface BatchShape {
  readonly fields: readonly Field[];
  /** Place of the look, the float that carries flags, within an item. */
  readonly lookAt: number;
}

interface Front {
  readonly front: ReadonlyMap<string, number>;
  readonly version: number;
  readonly fetch?: () => Float32Array;
}

/** All items of a program, and those in front of them. */
export class Batch {
  readonly #gl: WebGL2RenderingContext;
  readonly #base: Items;
  readonly #front: Items;
  readonly #sample: Items;
  readonly #shape: BatchShape;
  readonly #starts = new Map<string, number>();
  readonly #stride: number;
  #array: Float32Array = new Float32Array();
  #isStale = true;
  #isSampled = false;
  #version = -1;

  constructor(info: ProgramInfo, shape: BatchShape) {
    if (!(info.gl instanceof WebGL2RenderingContext)) throw new Error('The stage needs WebGL 2.');
    this.#gl = info.gl;
    this.#shape = shape;
    this.#base = new Items(info.gl, shape.fields);
    this.#front = new Items(info.gl, shape.fields);
    this.#sample = new Items(info.gl, shape.fields);
    this.#stride = itemLayout(shape.fields).stride;
  }

  clear(): void {
    this.#starts.clear();
    this.#isStale = true;
  }

  /** Remembers where an item begins in the program's array, which has changed. */
  note(id: string, start: number): void {
    this.#starts.set(id, start);
    this.#isStale = true;
  }

  /** `fetch` gives items of the front that are not among the rest. */
  sync(array: Float32Array, { front, version, fetch = () => new Float32Array() }: Front): void {
    this.#array = array;
    if (this.#isStale) this.#base.upload(array);
    if (this.#isStale) this.#isSampled = false;
    if (this.#isStale || version !== this.#version) this.#front.upload(this.#pick(array, front, fetch()));
    this.#isStale = false;
    this.#version = version;
  }

  #pick(array: Float32Array, front: Front['front'], fetched: Float32Array): Float32Array {
    const stride = this.#stride;
    const known = [...front].filter(([id]) => this.#starts.has(id));
    const picked = new Float32Array(known.length * stride + fetched.length);
    picked.set(fetched, known.length * stride);
    known.forEach(([id, flags], place) => {
      const start = this.#starts.get(id) ?? 0;
      const at = place * stride;
      picked.set(array.subarray(start, start + stride), at);
      const lookAt = at + this.#shape.lookAt;
      picked[lookAt] = (picked[lookAt] ?? 0) | flags;
    });
    return picked;
  }

  get count(): number {
    return this.#array.length / this.#stride;
  }

  draw(info: ProgramInfo, look: Look, how: DrawCall): void {
    this.drawAll(info, look, how);
    this.drawFront(info, how);
  }

  drawAll(info: ProgramInfo, { strength }: Look, { method, vertices, most = Infinity }: DrawCall): void {
    this.#gl.uniform1f(info.uniformLocations['u_strength'] ?? null, strength);
    this.#choose(most).draw(method, vertices);
  }

  drawFront(info: ProgramInfo, { method, vertices }: DrawCall): void {
    this.#gl.uniform1f(info.uniformLocations['u_strength'] ?? null, 1);
    this.#front.draw(method, vertices);
  }

  #choose(most: number): Items {
    const stride = this.#stride;
    const { count } = this;
    if (count <= most) return this.#base;
    if (!this.#isSampled) {
      const sample = new Float32Array(most * stride);
      for (let place = 0; place < most; place += 1) {
        const start = Math.floor((place * count) / most) * stride;
        sample.set(this.#array.subarray(start, start + stride), place * stride);
      }
      this.#sample.upload(sample);
    }
    this.#isSampled = true;
    return this.#sample;
  }

  kill(): void {
    this.#sample.kill();
    this.#base.kill();
    this.#front.kill();
  }
}

export function beginDrawing(info: ProgramInfo, params: RenderParams): void {
  const { gl } = info;
  gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.enable(gl.BLEND);
  gl.useProgram(info.program);
}

export function setLookUniforms(info: ProgramInfo, params: RenderParams, look: Look): void {
  const { gl, uniformLocations: at } = info;
  gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
  gl.uniform2f(at['u_frame'] ?? null, params.width, params.height);
  gl.uniform1f(at['u_growth'] ?? null, 1 / Math.sqrt(params.zoomRatio));
  gl.uniform1f(at['u_progress'] ?? null, look.progress);
  gl.uniform3fv(at['u_palette'] ?? null, look.palette);
  gl.uniform1f(at['u_ratio'] ?? null, params.pixelRatio);
  if (at['u_ink']) gl.uniform4fv(at['u_ink'], plainInk(look));
}

/** One opaque colour for all lines while the camera moves. */
function plainInk({ palette, strength }: Look): number[] {
  const mixed = [0, 1, 2].map((channel) => {
    const paper = palette[roleIndex('paper') * 3 + channel] ?? 0;
    const line = palette[roleIndex('line') * 3 + channel] ?? 0;
    return paper + (line - paper) * 0.45 * strength;
  });
  return [...mixed, 1];
}
