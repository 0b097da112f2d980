import type Sigma from 'sigma';
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import type { LineEnd, LineStyle, SceneLine } from '../model';
import { AIR, ENDS } from '../scene';
import {
  Batch,
  beginDrawing,
  setLookUniforms,
  UNIFORMS,
  type DrawCall,
  type Look,
  type UniformName,
} from './batch';
import { itemLayout } from './items';
import {
  LINE_CORNERS,
  LINE_FIELDS,
  LINE_FRAGMENT,
  LINE_VERTEX,
  PLAIN_FRAGMENT,
  PLAIN_VERTEX,
} from './line-shaders';
import type { MarkData } from './mark-program';
import { collarOf, KINDS } from './mark-shape';
import { roleIndex } from './palette';

/** What sigma's display data carries of a line besides its own fields. */
export interface LineData extends EdgeDisplayData {
  readonly line: SceneLine;
  readonly bend: number;
  readonly isNew: boolean;
}

/** Of more lines than this a part is hidden while the camera moves. */
const MOST_WHILE_MOVING = 1200;
const STYLES: readonly LineStyle[] = ['solid', 'double', 'double-weak', 'dashed', 'dotted', 'dash-dot'];
const END_NAMES = Object.keys(ENDS) as LineEnd[];

/** Numbers of a line, and where its look is among them. */
const ITEM = itemLayout(LINE_FIELDS).stride;
const LOOK_AT = 14;

/** Two bits beside the colour's five, a third above the bits that bring a line forward, and above it three for the end. */
function styleBits({ style, end = 'arrow' }: SceneLine): number {
  const index = STYLES.indexOf(style);
  return ((index & 3) << 5) | ((index >> 2) << 9) | (END_NAMES.indexOf(end) << 10);
}

/** A sigma program for every line; plain and one device pixel wide while the camera moves. */
export function createLineProgram(look: Look): EdgeProgramType {
  return class LineProgram extends EdgeProgram<UniformName> {
    readonly #batch: Batch;
    #plain: ProgramInfo | undefined;

    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, null, renderer);
      this.#batch = new Batch(this.normalProgram, { fields: LINE_FIELDS, lookAt: LOOK_AT });
    }

    override getDefinition() {
      return {
        VERTICES: 1,
        VERTEX_SHADER_SOURCE: LINE_VERTEX,
        FRAGMENT_SHADER_SOURCE: LINE_FRAGMENT,
        METHOD: WebGL2RenderingContext.TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [{ name: 'item', size: ITEM, type: WebGL2RenderingContext.FLOAT }],
      };
    }

    override setUniforms(): void {}

    override reallocate(capacity: number): void {
      this.#batch.clear();
      super.reallocate(capacity);
    }

    override processVisibleItem(
      _index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const { line, bend, isNew } = data as LineData;
      writeLine(this.array, start, {
        ...{ line, bend, isNew },
        ...{ source: source as MarkData, target: target as MarkData },
      });
      this.#batch.note(line.id, start);
    }

    override render(params: RenderParams): void {
      if (this.hasNothingToRender()) return;
      const { frontLines: front, version } = look;
      this.#batch.sync(this.array, { front, version, fetch: () => this.#fetched() });
      if (look.isMoving) this.#sketch(params);
      else this.#draw(this.normalProgram, params, { method: this.METHOD, vertices: LINE_CORNERS.length });
    }

    #fetched(): Float32Array {
      const items = new Float32Array(look.fetched.length * ITEM);
      look.fetched.forEach(({ line, bend }, place) => {
        const [source, target] = [line.from, line.to].map(
          (id) => this.renderer.getNodeDisplayData(id) as MarkData | undefined,
        );
        const flags = look.frontLines.get(line.id) ?? 0;
        if (source && target)
          writeLine(items, place * ITEM, {
            line,
            bend,
            isNew: source.isNew || target.isNew,
            source,
            target,
            flags,
          });
      });
      return items;
    }

    #sketch(params: RenderParams): void {
      const { gl } = this.normalProgram;
      this.#plain ??= this.getProgramInfo('normal', gl, PLAIN_VERTEX, PLAIN_FRAGMENT, null);
      const how = { method: gl.LINES, vertices: 2, most: MOST_WHILE_MOVING };
      this.#draw(this.#plain, params, how);
    }

    #draw(info: ProgramInfo, params: RenderParams, how: DrawCall): void {
      beginDrawing(info, params);
      if (info === this.#plain) info.gl.disable(info.gl.BLEND);
      setLookUniforms(info, params, look);
      this.#batch.draw(info, look, how);
    }

    override kill(): void {
      this.#batch.kill();
      super.kill();
    }
  };
}

interface LineItem {
  readonly line: SceneLine;
  readonly bend: number;
  readonly isNew: boolean;
  readonly source: MarkData;
  readonly target: MarkData;
  readonly flags?: number;
}

function writeLine(array: Float32Array, start: number, item: LineItem): void {
  const { line, bend, isNew, source, target, flags = 0 } = item;
  writeEnds(array, start, source, target);
  array[start + LOOK_AT] = roleIndex(line.colour) | styleBits(line) | flags;
  array[start + LOOK_AT + 1] = line.width;
  array[start + LOOK_AT + 2] = bend;
  array[start + LOOK_AT + 3] = isNew ? 1 : 0;
}

function writeEnds(array: Float32Array, start: number, source: MarkData, target: MarkData): void {
  writePlace(array, start, source);
  writePlace(array, start + 4, target);
  const [from, to] = [source.node, target.node];
  array[start + 8] = from.radius;
  array[start + 9] = to.radius;
  array[start + 10] = collarOf(from) + AIR;
  array[start + 11] = collarOf(to) + AIR;
  array[start + 12] = KINDS.indexOf(from.kind);
  array[start + 13] = KINDS.indexOf(to.kind);
}

function writePlace(array: Float32Array, start: number, { x, y, originX, originY }: MarkData): void {
  array[start] = x;
  array[start + 1] = y;
  array[start + 2] = x + originX;
  array[start + 3] = y + originY;
}
