import { itemLayout, type Field } from './items';
import { ROLE_COUNT } from './palette';

export function float(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

const BEGINNING = `#version 300 es
precision highp float;`;

const LOOK = `uniform vec3 u_palette[${ROLE_COUNT}];
uniform float u_ratio;
uniform float u_strength;`;

function typeOf(size: number): string {
  return size === 1 ? 'float' : `vec${size}`;
}

type Corners = readonly (readonly number[])[];

/** Sets `corner` and the fields to those of the vertex: the corners of an item follow each other. */
function takeItem(corners: Corners, fields: readonly Field[]): string {
  const { texels, perRow } = itemLayout(fields);
  const type = typeOf(corners[0]?.length ?? 1);
  const spelled = corners.map((corner) => `${type}(${corner.map(float).join(', ')})`);
  const names = [{ name: 'corner', size: corners[0]?.length ?? 1 }, ...fields];
  let offset = 0;
  const taken = fields.map(({ name, size }) => {
    const parts = Array.from({ length: size }, (_, part) => partAt(offset + part));
    offset += size;
    return `  ${name} = ${typeOf(size)}(${parts.join(', ')});`;
  });
  const read = Array.from(
    { length: texels },
    (_, texel) => `  vec4 t${texel} = texelFetch(u_items, at + ivec2(${texel}, 0), 0);`,
  );
  return `uniform highp sampler2D u_items;
const ${type} CORNERS[${corners.length}] = ${type}[](${spelled.join(', ')});
${names.map(({ name, size }) => `${typeOf(size)} ${name};`).join('\n')}

void takeItem() {
  int item = gl_VertexID / ${corners.length};
  corner = CORNERS[gl_VertexID - item * ${corners.length}];
  ivec2 at = ivec2(item % ${perRow} * ${texels}, item / ${perRow});
${[...read, ...taken].join('\n')}
}`;
}

function partAt(offset: number): string {
  return `t${Math.floor(offset / 4)}.${'xyzw'[offset % 4] ?? ''}`;
}

/** Begins a vertex shader: what takes an item's corner and fields, and what maps them to the screen. */
export function vertexBeginning(corners: Corners, fields: readonly Field[]): string {
  return `${BEGINNING}
${takeItem(corners, fields)}
uniform mat3 u_matrix;
uniform vec2 u_frame;
uniform float u_growth;
uniform float u_progress;
${LOOK}

/** On the way from the origin, in units of half the frame. */
vec2 onTheWay(vec2 origin, vec2 position) {
  return (u_matrix * vec3(mix(origin, position, u_progress), 1.0)).xy;
}
`;
}

/** Begins a fragment shader; `cover` is how much of a pixel lies within a distance. */
export const FRAGMENT_BEGINNING = `${BEGINNING}
${LOOK}
out vec4 colour;

float cover(float d) { return clamp(0.5 - d * u_ratio, 0.0, 1.0); }
`;
