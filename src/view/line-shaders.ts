import { float, FRAGMENT_BEGINNING, vertexBeginning } from './glsl';
import { SHAPE } from './mark-shape';
import { roleIndex } from './palette';

/** What the buffer holds of a line. */
export const LINE_FIELDS = [
  { name: 'a_source', size: 2 },
  { name: 'a_sourceOrigin', size: 2 },
  { name: 'a_target', size: 2 },
  { name: 'a_targetOrigin', size: 2 },
  { name: 'a_radii', size: 2 },
  { name: 'a_collars', size: 2 },
  { name: 'a_kinds', size: 2 },
  { name: 'a_stroke', size: 3 },
  { name: 'a_isNew', size: 1 },
];

/** Along, across, part. */
const CORNER_SIZE = 3;

/** A line is a thin quad for the shaft and a wider one for the head, so that little is shaded in vain. */
export const LINE_VERTEX = `${vertexBeginning(CORNER_SIZE, LINE_FIELDS)}
out vec2 v_place;
flat out float v_length;
flat out float v_width;
flat out float v_part;
flat out float v_presence;
flat out int v_look;

float rim(float kind, float r, vec2 way) {
  vec2 q = abs(way);
  if (kind == 2.0) return r * ${float(SHAPE.diamond)} / (q.x + q.y);
  if (kind == 3.0) return r * ${float(SHAPE.square)} / max(q.x, q.y);
  if (kind == 4.0) return r / max(q.x / ${float(SHAPE.tagWidth)}, q.y / ${float(SHAPE.tagHeight)});
  return r;
}

void main() {
  vec2 source = onTheWay(a_sourceOrigin, a_source) * u_frame * 0.5;
  vec2 target = onTheWay(a_targetOrigin, a_target) * u_frame * 0.5;
  vec2 span = target - source;
  float distance = length(span);
  vec2 way = distance > 0.0 ? span / distance : vec2(1.0, 0.0);
  vec2 normal = vec2(-way.y, way.x);
  float start = rim(a_kinds.x, a_radii.x * u_growth, way) + a_collars.x;
  float stop = rim(a_kinds.y, a_radii.y * u_growth, way) + a_collars.y;
  float room = max(0.0, distance - start - stop);
  v_length = room;
  v_look = int(a_stroke.x + 0.5);
  v_width = a_stroke.y + ((v_look & 128) != 0 ? 0.4 : 0.0) + ((v_look & 256) != 0 ? 0.8 : 0.0);
  v_part = a_corner.z;
  v_presence = mix(1.0, u_progress, a_isNew);
  float head = min(4.5 + 1.5 * v_width, room * 0.6);
  int style = (v_look >> 5) & 3;
  float half_ = v_part > 0.5 ? 1.7 + 0.8 * v_width : style == 1 || style == 2 ? v_width * 1.5 : v_width * 0.5;
  float along = v_part > 0.5 ? room - head * (1.0 - a_corner.x) : (room - head) * a_corner.x;
  v_place = vec2(along, (half_ + 1.0) * a_corner.y);
  vec2 at = source + way * (start + along) + normal * (a_stroke.z + v_place.y);
  gl_Position = room > 0.0 ? vec4(at * 2.0 / u_frame, 0.0, 1.0) : vec4(2.0, 2.0, 0.0, 1.0);
}`;

export const LINE_FRAGMENT = `${FRAGMENT_BEGINNING}
in vec2 v_place;
flat in float v_length;
flat in float v_width;
flat in float v_part;
flat in float v_presence;
flat in int v_look;

float dashed(float along, float period, float share) {
  return cover((abs(fract(along / period) - 0.5) - share * 0.5) * period);
}

bool isDotted() {
  return (v_look & 512) != 0;
}

float shaft(int style) {
  float across = abs(v_place.y);
  if (style == 0) return cover(across - v_width * 0.5) * (isDotted() ? dashed(v_place.x, 5.0, 0.4) : 1.0);
  if (style == 3) return cover(across - v_width * 0.5) * dashed(v_place.x, 7.0, 0.6);
  float twin = abs(across - v_width - 0.3);
  if (style == 1) return cover(twin - v_width * 0.4);
  return cover(twin - v_width * 0.3) * dashed(v_place.x, 7.0, 0.6);
}

float head() {
  float size = min(4.5 + 1.5 * v_width, v_length * 0.6);
  float half_ = 1.7 + 0.8 * v_width;
  float slope = half_ / max(size, 0.001);
  return cover((abs(v_place.y) - (v_length - v_place.x) * slope) / sqrt(1.0 + slope * slope));
}

void main() {
  int style = (v_look >> 5) & 3;
  bool isStrong = (v_look & 128) != 0;
  float alpha = (isStrong ? 1.0 : style == 0 && !isDotted() ? 0.6 : 0.85) * v_presence * u_strength;
  alpha *= v_part > 0.5 ? head() : shaft(style);
  vec3 ink = u_palette[(v_look & 256) != 0 ? ${roleIndex('accent')} : v_look & 31];
  colour = vec4(ink * alpha, alpha);
}`;

/** From centre to centre in one colour: what a moving camera shows, at a fraction of the cost. */
export const PLAIN_VERTEX = `${vertexBeginning(CORNER_SIZE, LINE_FIELDS)}
void main() {
  vec2 origin = mix(a_sourceOrigin, a_targetOrigin, a_corner.x);
  vec2 position = mix(a_source, a_target, a_corner.x);
  gl_Position = vec4(onTheWay(origin, position), 0.0, 1.0);
}`;

export const PLAIN_FRAGMENT = `${FRAGMENT_BEGINNING}
uniform vec4 u_ink;

void main() {
  colour = u_ink;
}`;
