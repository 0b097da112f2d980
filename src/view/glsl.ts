import type { Field } from './instances';
import { ROLE_COUNT } from './palette';

export function float(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

const BEGINNING = `#version 300 es
precision highp float;`;

function typeOf(size: number): string {
  return size === 1 ? 'float' : `vec${size}`;
}

/** Begins a vertex shader: the corner, then the fields of an item in their order, and what maps them to the screen. */
export function vertexBeginning(cornerSize: number, fields: readonly Field[]): string {
  const inputs = [{ name: 'a_corner', size: cornerSize }, ...fields];
  const lines = inputs.map(({ name, size }, at) => `layout(location = ${at}) in ${typeOf(size)} ${name};`);
  return `${BEGINNING}
${lines.join('\n')}
uniform mat3 u_matrix;
uniform vec2 u_frame;
uniform float u_growth;
uniform float u_progress;

/** On the way from the origin, in units of half the frame. */
vec2 onTheWay(vec2 origin, vec2 position) {
  return (u_matrix * vec3(mix(origin, position, u_progress), 1.0)).xy;
}
`;
}

/** Begins a fragment shader; `cover` is how much of a pixel lies within a distance. */
export const FRAGMENT_BEGINNING = `${BEGINNING}
uniform vec3 u_palette[${ROLE_COUNT}];
uniform float u_ratio;
uniform float u_strength;
out vec4 colour;

float cover(float d) { return clamp(0.5 - d * u_ratio, 0.0, 1.0); }
`;
