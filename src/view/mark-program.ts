import type Sigma from 'sigma';
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import type { SceneNode } from '../model';
import { FILLINGS } from '../scene';
import { Batch, beginDrawing, setLookUniforms, UNIFORMS, type Look, type UniformName } from './batch';
import { itemLayout } from './items';
import { MARK_CORNERS, MARK_FIELDS, MARK_FRAGMENT, MARK_VERTEX, PLAIN_MARK_FRAGMENT } from './mark-shaders';
import { CHANGES, fillingOf, KINDS, ringOf, TRUSTS } from './mark-shape';
import { roleIndex } from './palette';

/** What sigma's display data carries of a mark besides its own fields. */
export interface MarkData extends NodeDisplayData {
  readonly node: SceneNode;
  /** Where a transition starts, relative to the place, in sigma's framed units. */
  originX: number;
  originY: number;
  readonly isNew: boolean;
}

function markLook(node: SceneNode): number {
  const trust = TRUSTS.indexOf(ringOf(node));
  const bits =
    (KINDS.indexOf(node.kind) << 5) |
    ((trust & 3) << 8) |
    ((trust & 4) << 12) |
    (FILLINGS.indexOf(fillingOf(node)) << 15) |
    (CHANGES.indexOf(node.change) << 18);
  return roleIndex(node.fill) | bits | (node.isFocus ? 1024 : 0) | (node.isPinned ? 2048 : 0);
}

/** More marks than these are plain discs while the camera moves. */
const MOST_WHILE_MOVING = 2_000;

/** A sigma program for every mark; hits are found without the GPU, so it has no picking pass. */
export function createMarkProgram(look: Look): NodeProgramType {
  return class MarkProgram extends NodeProgram<UniformName> {
    readonly #batch: Batch;
    #plain: ProgramInfo | undefined;

    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, null, renderer);
      this.#batch = new Batch(this.normalProgram, { fields: MARK_FIELDS, lookAt: 5 });
    }

    override getDefinition() {
      return {
        VERTICES: 1,
        VERTEX_SHADER_SOURCE: MARK_VERTEX,
        FRAGMENT_SHADER_SOURCE: MARK_FRAGMENT,
        METHOD: WebGL2RenderingContext.TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'item', size: itemLayout(MARK_FIELDS).stride, type: WebGL2RenderingContext.FLOAT },
        ],
      };
    }

    override setUniforms(): void {}

    override reallocate(capacity: number): void {
      this.#batch.clear();
      super.reallocate(capacity);
    }

    override processVisibleItem(_index: number, start: number, data: NodeDisplayData): void {
      const { node, originX, originY, isNew } = data as MarkData;
      const { x, y } = data;
      const values = [x, y, x + originX, y + originY, node.radius, markLook(node), isNew ? 1 : 0];
      this.array.set(values, start);
      this.#batch.note(node.id, start);
    }

    override render(params: RenderParams): void {
      if (this.hasNothingToRender()) return;
      this.#batch.sync(this.array, { front: look.frontNodes, version: look.version });
      const how = { method: this.METHOD, vertices: MARK_CORNERS.length };
      this.#batch.drawAll(this.#begin(this.#programNow(), params), look, how);
      this.#batch.drawFront(this.#begin(this.normalProgram, params), how);
    }

    #programNow(): ProgramInfo {
      if (!look.isMoving || this.#batch.count <= MOST_WHILE_MOVING) return this.normalProgram;
      const { gl } = this.normalProgram;
      return (this.#plain ??= this.getProgramInfo('normal', gl, MARK_VERTEX, PLAIN_MARK_FRAGMENT, null));
    }

    #begin(info: ProgramInfo, params: RenderParams): ProgramInfo {
      beginDrawing(info, params);
      setLookUniforms(info, params, look);
      return info;
    }

    override kill(): void {
      this.#batch.kill();
      super.kill();
    }
  };
}
