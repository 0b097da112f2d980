import { float, FRAGMENT_BEGINNING, vertexBeginning } from './glsl';
import { ENDS } from '../scene';
import { SHAPE } from './mark-shape';
import { roleIndex } from './palette';

/** The numbers of a line. */
export const LINE_FIELDS = [
  { name: 'i_source', size: 2 },
  { name: 'i_sourceOrigin', size: 2 },
  { name: 'i_target', size: 2 },
  { name: 'i_targetOrigin', size: 2 },
  { name: 'i_radii', size: 2 },
  { name: 'i_collars', size: 2 },
  { name: 'i_kinds', size: 2 },
  { name: 'i_stroke', size: 3 },
  { name: 'i_isNew', size: 1 },
];

/** Along, across, part: two triangles for the shaft, two for the head. */
export const LINE_CORNERS = [0, 1].flatMap((part) => {
  const corners = [
    [0, -1],
    [1, -1],
    [0, 1],
    [0, 1],
    [1, -1],
    [1, 1],
  ];
  return corners.map((corner) => [...corner, part]);
});

const ENDS_BY_NUMBER = Object.values(ENDS);

/** The size of a line's end by its number. */
const END_SIZES = `
const float LONG[${ENDS_BY_NUMBER.length}] = float[](${ENDS_BY_NUMBER.map(({ long }) => float(long)).join(', ')});
const float WIDE[${ENDS_BY_NUMBER.length}] = float[](${ENDS_BY_NUMBER.map(({ wide }) => float(wide)).join(', ')});

int styleOf(int look) { return ((look >> 5) & 3) | ((look >> 7) & 4); }
int endOf(int look) { return (look >> 10) & 7; }
float headLength(int end, float width, float room) { return min((4.5 + 1.5 * width) * LONG[end], room * 0.6); }
float headHalf(int end, float width) { return (1.7 + 0.8 * width) * WIDE[end]; }
`;

/** A line is a thin quad for the shaft and a wider one for the head, so that little is shaded in vain. */
export const LINE_VERTEX = `${vertexBeginning(LINE_CORNERS, LINE_FIELDS)}
out vec2 v_place;
flat out float v_length;
flat out float v_width;
flat out float v_part;
flat out vec4 v_ink;
flat out int v_look;
${END_SIZES}
vec4 inkOf(int look) {
  float alpha = (look & 128) != 0 ? 1.0 : styleOf(look) == 0 && endOf(look) == 0 ? 0.6 : 0.85;
  vec3 ink = u_palette[(look & 256) != 0 ? ${roleIndex('accent')} : look & 31];
  return vec4(ink, 1.0) * alpha * mix(1.0, u_progress, i_isNew) * u_strength;
}

float rim(float kind, float r, vec2 way) {
  vec2 q = abs(way);
  if (kind == 2.0) return r * ${float(SHAPE.diamond)} / (q.x + q.y);
  if (kind == 3.0) return r * ${float(SHAPE.square)} / max(q.x, q.y);
  if (kind == 4.0) return r / max(q.x / ${float(SHAPE.tagWidth)}, q.y / ${float(SHAPE.tagHeight)});
  return r;
}

void main() {
  takeItem();
  vec2 source = onTheWay(i_sourceOrigin, i_source) * u_frame * 0.5;
  vec2 target = onTheWay(i_targetOrigin, i_target) * u_frame * 0.5;
  vec2 span = target - source;
  float distance = length(span);
  vec2 way = distance > 0.0 ? span / distance : vec2(1.0, 0.0);
  vec2 normal = vec2(-way.y, way.x);
  float start = rim(i_kinds.x, i_radii.x * u_growth, way) + i_collars.x;
  float stop = rim(i_kinds.y, i_radii.y * u_growth, way) + i_collars.y;
  float room = max(0.0, distance - start - stop);
  v_length = room;
  v_look = int(i_stroke.x + 0.5);
  v_ink = inkOf(v_look);
  v_width = i_stroke.y + ((v_look & 128) != 0 ? 0.4 : 0.0) + ((v_look & 256) != 0 ? 0.8 : 0.0);
  v_part = corner.z;
  int end = endOf(v_look);
  float head = headLength(end, v_width, room);
  int style = styleOf(v_look);
  float half_ = v_part > 0.5 ? headHalf(end, v_width) : style == 1 || style == 2 ? v_width * 1.5 : v_width * 0.5;
  float along = v_part > 0.5 ? room - head * (1.0 - corner.x) : (room - head) * corner.x;
  float margin = v_part < 0.5 && style != 1 && style != 2 ? 0.5 / u_ratio : 1.0;
  v_place = vec2(along, (half_ + margin) * corner.y);
  vec2 at = source + way * (start + along) + normal * (i_stroke.z + v_place.y);
  gl_Position = room > 0.0 ? vec4(at * 2.0 / u_frame, 0.0, 1.0) : vec4(2.0, 2.0, 0.0, 1.0);
}`;

export const LINE_FRAGMENT = `${FRAGMENT_BEGINNING}
in vec2 v_place;
flat in float v_length;
flat in float v_width;
flat in float v_part;
flat in vec4 v_ink;
flat in int v_look;
${END_SIZES}
float dashed(float along, float period, float share) {
  return cover((abs(fract(along / period) - 0.5) - share * 0.5) * period);
}

float shaft(int style) {
  float across = abs(v_place.y);
  float line = cover(across - v_width * 0.5);
  if (style == 3) return line * dashed(v_place.x, 7.0, 0.6);
  if (style == 4) return line * dashed(v_place.x, 5.0, 0.4);
  if (style == 5) return line * max(dashed(v_place.x, 12.0, 0.5), dashed(v_place.x + 6.0, 12.0, 0.16));
  float twin = abs(across - v_width - 0.3);
  if (style == 1) return cover(twin - v_width * 0.4);
  return cover(twin - v_width * 0.3) * dashed(v_place.x, 7.0, 0.6);
}

/** Signed distance from the sides of an arrow head whose tip is \`back\` pixels away. */
float wedge(float back, float size, float half_) {
  float slope = half_ / max(size, 0.001);
  return (abs(v_place.y) - back * slope) / sqrt(1.0 + slope * slope);
}

float head(int end) {
  float size = headLength(end, v_width, v_length);
  float half_ = headHalf(end, v_width);
  float back = v_length - v_place.x;
  float across = abs(v_place.y);
  float middle = size * 0.5;
  float side = wedge(back, size, half_);
  if (end == 1) return max(cover(abs(side + 0.8) - 0.8), cover(across - v_width * 0.5) * step(1.0, back));
  if (end == 2) return cover(abs(max(side, back - size) + 0.7) - 0.7);
  if (end == 3) return cover(across - half_);
  if (end == 4) return cover(length(vec2(back - middle, across)) - middle);
  if (end == 5) {
    float reach = abs(back - middle) * half_ + across * middle - middle * half_;
    return cover(reach / max(length(vec2(half_, middle)), 0.001));
  }
  if (end == 6) return cover(min(max(wedge(back, middle, half_), back - middle), wedge(back - middle, middle, half_)));
  return cover(side);
}

void main() {
  int style = styleOf(v_look);
  bool isHead = v_part > 0.5;
  float covered = cover(abs(v_place.y) - v_width * 0.5);
  // A software GPU computes what is under any \`if\`, but leaves out a loop that nothing enters.
  for (int once = isHead ? 1 : 0; once > 0; once -= 1) covered = head(endOf(v_look));
  for (int once = !isHead && style != 0 ? 1 : 0; once > 0; once -= 1) covered = shaft(style);
  colour = v_ink * covered;
}`;

/** From centre to centre in one colour: what a moving camera shows, at a fraction of the cost. */
export const PLAIN_VERTEX = `${vertexBeginning([[0], [1]], LINE_FIELDS)}
void main() {
  takeItem();
  vec2 origin = mix(i_sourceOrigin, i_targetOrigin, corner);
  vec2 position = mix(i_source, i_target, corner);
  gl_Position = vec4(onTheWay(origin, position), 0.0, 1.0);
}`;

export const PLAIN_FRAGMENT = `${FRAGMENT_BEGINNING}
uniform vec4 u_ink;

void main() {
  colour = u_ink;
}`;
