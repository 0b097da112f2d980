import { float, FRAGMENT_BEGINNING, vertexBeginning } from './glsl';
import { RING, SHAPE, SIGN } from './mark-shape';
import { roleIndex } from './palette';

/** The numbers of a mark. */
export const MARK_FIELDS = [
  { name: 'i_position', size: 2 },
  { name: 'i_origin', size: 2 },
  { name: 'i_radius', size: 1 },
  { name: 'i_look', size: 1 },
  { name: 'i_isNew', size: 1 },
];

/** Two triangles. */
export const MARK_CORNERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [-1, 1],
  [1, -1],
  [1, 1],
];

/** Paper round a mark without a ring, CSS pixels. */
const HALO = 1.1;

export const MARK_VERTEX = `${vertexBeginning(MARK_CORNERS, MARK_FIELDS)}
out vec2 v_point;
flat out float v_radius;
flat out float v_presence;
flat out int v_look;

void main() {
  takeItem();
  v_look = int(i_look + 0.5);
  v_presence = mix(1.0, u_progress, i_isNew);
  v_radius = i_radius * u_growth * mix(0.3, 1.0, v_presence);
  float rings = ((v_look & 17152) == 0 ? 1.5 : 5.0) + ((v_look & 1024) == 0 ? 0.0 : 4.0);
  float reach = v_radius * ${float(SHAPE.diamond)} + rings + ((v_look & 12288) == 0 ? 0.0 : 5.5) + ((v_look & 786432) == 0 ? 0.0 : 4.5);
  // Nothing but a colour: the disc of a work.
  if ((v_look & ~31) == 0) reach = v_radius + ${float(HALO)} + 0.5 / u_ratio;
  v_point = corner * reach;
  vec2 centre = onTheWay(i_origin, i_position);
  gl_Position = vec4(centre + v_point * 2.0 / u_frame, 0.0, 1.0);
}`;

const MARK_FRAGMENT_BEGINNING = `${FRAGMENT_BEGINNING}
in vec2 v_point;
flat in float v_radius;
flat in float v_presence;
flat in int v_look;

void lay(vec3 ink, float alpha) { colour = vec4(ink * alpha, alpha) + colour * (1.0 - alpha); }`;

/** Full or hollow: what a moving camera shows of very many. */
export const PLAIN_MARK_FRAGMENT = `${MARK_FRAGMENT_BEGINNING}
void main() {
  float d = length(v_point) - v_radius;
  float hole = ((v_look >> 15) & 7) == 0 ? 0.0 : cover(d + 1.4);
  colour = vec4(0.0);
  lay(u_palette[${roleIndex('paper')}], cover(d - ${float(HALO)}));
  lay(u_palette[v_look & 31], cover(d) - hole);
  colour *= v_presence * u_strength;
}`;

export const MARK_FRAGMENT = `${MARK_FRAGMENT_BEGINNING}

float box(vec2 p, vec2 size, float corner) {
  vec2 q = abs(p) - size + corner;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

/** Distances to an equilateral triangle of half a side and to a hexagon of an inner radius (Inigo Quilez, 2D distance functions). */
float triangle(vec2 p, float r) {
  p = vec2(abs(p.x) - r, p.y + r * 0.57735027);
  if (p.x + 1.7320508 * p.y > 0.0) p = vec2(p.x - 1.7320508 * p.y, -1.7320508 * p.x - p.y) * 0.5;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}

float hexagon(vec2 p, float r) {
  vec2 q = abs(p);
  vec2 k = vec2(-0.8660254, 0.5);
  q -= 2.0 * min(dot(k, q), 0.0) * k;
  q -= vec2(clamp(q.x, -0.57735027 * r, 0.57735027 * r), r);
  return length(q) * sign(q.y);
}

float shape(vec2 p, float r, int kind) {
  if (kind == 2) return (abs(p.x) + abs(p.y) - r * ${float(SHAPE.diamond)}) * 0.70710678;
  if (kind == 3) return box(p, vec2(r * ${float(SHAPE.square)}), 0.5);
  if (kind == 4) return box(p, r * vec2(${float(SHAPE.tagWidth)}, ${float(SHAPE.tagHeight)}), r * ${float(SHAPE.tagCorner)});
  if (kind == 6) return triangle(p, r * ${float(SHAPE.triangle)});
  if (kind == 7) return hexagon(p, r * ${float(SHAPE.hexagon)});
  return length(p) - r;
}

float band(float d, float at, float width) { return cover(abs(d - at) - width * 0.5); }

float dashes(vec2 p, float radius, float period, float share) {
  float count = max(6.0, floor(6.2831853 * radius / period));
  float step = 6.2831853 * radius / count;
  float place = abs(fract(atan(p.y, p.x) / 6.2831853 * count) - 0.5);
  return cover((place - share * 0.5) * step);
}

float segment(vec2 p, vec2 from, vec2 to) {
  vec2 along = to - from;
  return length(p - from - along * clamp(dot(p - from, along) / dot(along, along), 0.0, 1.0));
}

void ring(vec2 p, float d, int trust) {
  float r = v_radius + ${float(RING.trust)};
  vec2 q = p - vec2(0.70710678) * (r + 0.4);
  float gap = clamp(0.5 + (length(q) - 4.6) * u_ratio, 0.0, 1.0);
  if (trust == 1) lay(u_palette[${roleIndex('pass')}], band(d, ${float(RING.trust)}, 1.1));
  if (trust == 2) lay(u_palette[${roleIndex('unknown')}], band(d, ${float(RING.trust)}, 1.1) * dashes(p, r, 5.0, 0.55));
  if (trust == 3) {
    float cross = min(abs(q.x + q.y), abs(q.x - q.y)) * 0.70710678 - 0.75;
    lay(u_palette[${roleIndex('fail')}], band(d, ${float(RING.trust)}, 2.0) * gap);
    lay(u_palette[${roleIndex('fail')}], cover(max(cross, length(q) - 3.2)));
  }
  if (trust == 4) {
    float tick = min(segment(q, vec2(-2.6, 0.2), vec2(-0.8, -1.8)), segment(q, vec2(-0.8, -1.8), vec2(2.6, 2.4)));
    lay(u_palette[${roleIndex('pass')}], band(d, ${float(RING.trust)}, 1.1) * gap);
    lay(u_palette[${roleIndex('pass')}], cover(tick - 0.8));
  }
}

/** Plus on a disc, minus in a ring, a triangle on a disc: new, gone, changed. */
void changeSign(vec2 p, int change) {
  vec2 q = p - vec2(-0.70710678, 0.70710678) * (v_radius + ${float(RING.trust)} + 0.4);
  vec3 paper = u_palette[${roleIndex('paper')}];
  vec3 ink = u_palette[change == 2 ? ${roleIndex('muted')} : ${roleIndex('ink')}];
  float d = length(q) - ${float(SIGN.radius)};
  lay(change == 2 ? paper : ink, cover(d));
  lay(change == 2 ? ink : paper, band(d, 0.0, ${float(SIGN.rim)}));
  vec3 stroke = change == 2 ? ink : paper;
  if (change == 3) { lay(stroke, cover(triangle(vec2(q.x, q.y + 0.2), 2.3))); return; }
  lay(stroke, cover(box(q, vec2(2.4, 0.75), 0.0)));
  if (change == 1) lay(stroke, cover(box(q, vec2(0.75, 2.4), 0.0)));
}

void main() {
  int kind = (v_look >> 5) & 7;
  int trust = ((v_look >> 8) & 3) | ((v_look >> 12) & 4);
  bool isFocus = (v_look & 1024) != 0;
  bool isPinned = (v_look & 2048) != 0;
  vec2 p = v_point;
  float d = shape(p, v_radius, kind);
  vec3 fill = u_palette[v_look & 31];
  vec3 paper = u_palette[${roleIndex('paper')}];
  vec3 accent = u_palette[${roleIndex('accent')}];
  float outer = isFocus ? (trust == 0 ? 4.2 : 8.2) : (trust == 0 ? 1.0 : 4.4);
  colour = vec4(0.0);
  int change = (v_look >> 18) & 3;
  if (d > outer + (change == 0 ? 5.0 : 10.0)) return;
  if ((v_look & 8192) != 0) lay(accent, cover(d - outer - 4.0) * 0.2);
  lay(paper, cover(d - (trust == 0 ? ${float(HALO)} : 2.2)));
  if ((v_look & 4096) != 0) lay(accent, band(d, outer + 1.9, 2.2));
  if (isFocus) lay(accent, band(d, trust == 0 ? ${float(RING.focus)} : ${float(RING.focusOverTrust)}, 1.8));
  if (trust != 0) ring(p, d, trust);
  int filling = (v_look >> 15) & 7;
  bool isHollow = filling != 0;
  if (isHollow) {
    float dots = filling == 4 ? dashes(p, v_radius, 3.4, 0.5) : filling == 5 ? dashes(p, v_radius, 5.0, 0.56) : 1.0;
    lay(fill, band(d, -0.7, 1.4) * dots);
    if (filling == 2) lay(fill, cover(shape(p, v_radius * 0.45, kind)));
    if (filling == 3) lay(u_palette[${roleIndex('fail')}], cover(box(p, vec2(v_radius * 0.62, 1.1), 0.4)));
  } else lay(fill, cover(d));
  if (isPinned) lay(isHollow ? fill : paper, cover(length(p) - max(1.5, v_radius * 0.26)));
  if (change != 0) changeSign(p, change);
  colour *= v_presence * u_strength;
}`;
