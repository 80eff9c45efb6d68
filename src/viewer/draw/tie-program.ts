/**
 * Draws ties for sigma: a curve as a strip of triangles, with an arrow head, dashes, dots or a double line.
 * (sigma's own curves shade a whole box for each tie, which a computer without a graphics card can not bear,
 * and know no dashes.)
 */
import { EdgeProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

export type Stroke = 'solid' | 'dashed' | 'dotted' | 'double';

/** What the scene gives the program beyond sigma's own fields. */
export interface TieDisplay extends EdgeDisplayData {
  readonly curvature: number;
  readonly stroke: Stroke;
  readonly arrow: boolean;
}

const STROKES: Readonly<Record<Stroke, number>> = { solid: 0, dashed: 1, dotted: 2, double: 3 };

/** However close one looks, a tie stays a line, in pixels. */
const WIDEST = 7;

/** The width of a tie on the screen, where sigma scales its size to `scaled` pixels. */
export function tieWidth(scaled: number): number {
  return Math.min(WIDEST, Math.max(1, scaled));
}

const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_shape; // thickness, curvature, stroke, arrow
attribute vec2 a_sizes; // source, target
attribute vec3 a_vertex; // place on the curve, side, corner of the arrow head

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_feather;

varying vec4 v_color;
varying vec4 v_line; // distance from the middle, half thickness, way along, stroke
varying vec4 v_head; // distances to the sides of the arrow head, whether on it

vec2 toViewport(vec2 point) { return ((u_matrix * vec3(point, 1.0)).xy + 1.0) * u_dimensions / 2.0; }
vec2 curve(vec2 a, vec2 b, vec2 c, float t) { return mix(mix(a, b, t), mix(b, c, t), t); }

// The place on the curve, near its end, that is so far from the end.
float placeBefore(vec2 a, vec2 b, vec2 c, float chord, float away) {
  float t = 1.0 - min(0.98, away / chord);
  for (int i = 0; i < 3; i++) {
    float found = max(0.001, length(curve(a, b, c, t) - c));
    t = clamp(1.0 - (1.0 - t) * away / found, 0.0, 1.0);
  }
  return t;
}

void main() {
  vec2 a = toViewport(a_source);
  vec2 c = toViewport(a_target);
  vec2 way = c - a;
  float chord = max(0.001, length(way));
  vec2 b = (a + c) / 2.0 + vec2(-way.y, way.x) * a_shape.y;
  float thickness = clamp(a_shape.x / u_sizeRatio, 1.0, ${WIDEST}.0) * u_pixelRatio;
  float sourceSize = a_sizes.x * u_pixelRatio / u_sizeRatio;
  float targetSize = (a_sizes.y / u_sizeRatio + 1.5) * u_pixelRatio;
  float headLength = a_shape.w * (5.0 * u_pixelRatio + 1.6 * thickness);
  headLength = min(headLength, max(0.0, (chord - sourceSize - targetSize) * 0.6));
  float tip = placeBefore(a, b, c, chord, targetSize);
  float neck = headLength > 0.5 ? placeBefore(a, b, c, chord, targetSize + headLength * 0.85) : tip;
  float middleLength = (chord + length(b - a) + length(c - b)) / 2.0;
  float half_ = thickness / 2.0;
  vec2 position;
  v_head = vec4(0.0);
  if (a_vertex.z < 0.5) {
    float t = a_vertex.x * neck;
    position = curve(a, b, c, t);
    vec2 tangent = normalize(mix(b - a, c - b, t) + vec2(0.00001, 0.0));
    float reach = half_ + u_feather * 0.5;
    position += vec2(-tangent.y, tangent.x) * a_vertex.y * reach;
    v_line = vec4(a_vertex.y * reach, half_, t * middleLength, a_shape.z);
  } else {
    vec2 tipPoint = curve(a, b, c, tip);
    vec2 neckPoint = curve(a, b, c, neck);
    vec2 forward = normalize(tipPoint - neckPoint + vec2(0.00001, 0.0));
    vec2 aside = vec2(-forward.y, forward.x);
    float wide = headLength * 0.42 + half_ * 0.6;
    float high = headLength;
    vec2 back = tipPoint - forward * high;
    float slant = high / length(vec2(wide, high)) * wide * 2.0;
    v_line = vec4(0.0, half_, 0.0, 0.0);
    if (a_vertex.z < 1.5) { position = back + aside * wide; v_head = vec4(slant, 0.0, 0.0, 1.0); }
    else if (a_vertex.z < 2.5) { position = back - aside * wide; v_head = vec4(0.0, slant, 0.0, 1.0); }
    else { position = tipPoint; v_head = vec4(0.0, 0.0, high, 1.0); }
  }
  gl_Position = vec4(position / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_line;
varying vec4 v_head;
uniform float u_feather;
uniform float u_pixelRatio;

void main() {
  float cover;
  if (v_head.w > 0.5) {
    cover = clamp(min(v_head.x, min(v_head.y, v_head.z)) / u_feather + 0.35, 0.0, 1.0);
  } else {
    float away = abs(v_line.x);
    cover = 1.0 - smoothstep(v_line.y - u_feather * 0.5, v_line.y + u_feather * 0.5, away);
    float along = v_line.z / u_pixelRatio;
    float thick = v_line.y * 2.0 / u_pixelRatio;
    if (v_line.w > 2.5) cover *= smoothstep(v_line.y * 0.25, v_line.y * 0.55, away);
    else if (v_line.w > 1.5) { float period = 3.5 + thick * 2.0; cover *= 1.0 - smoothstep(thick * 0.5 + 0.4, thick * 0.5 + 1.4, abs(mod(along, period) - period * 0.5)); }
    else if (v_line.w > 0.5) { float period = 9.0 + thick * 2.0; cover *= 1.0 - smoothstep(period * 0.3, period * 0.3 + 1.0, abs(mod(along, period) - period * 0.5)); }
  }
  float alpha = v_color.a * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}
`;

/** A strip along the curve, and behind it, joined by empty triangles, the three corners of the arrow head. */
function vertices(segments: number): number[][] {
  const strip = Array.from({ length: segments + 1 }, (_, index) => index / segments).flatMap(place => [
    [place, -1, 0],
    [place, 1, 0],
  ]);
  return [...strip, [1, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 2], [0, 0, 3]];
}

const UNIFORMS = ['u_matrix', 'u_dimensions', 'u_sizeRatio', 'u_pixelRatio', 'u_feather'] as const;

/**
 * What is not drawn: the ties while the view moves on a slow computer, and everything while the camera
 * is still to be set, as sigma draws a new graph at once.
 */
export const motion = { withoutTies: false, onHold: false };

/** Draws bent ties. */
export class TieProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  /** Into how many straight parts a tie is cut. */
  protected segments(): number {
    return 12;
  }

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
    const constant = vertices(this.segments());
    return {
      VERTICES: constant.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_source', size: 2, type: FLOAT },
        { name: 'a_target', size: 2, type: FLOAT },
        { name: 'a_shape', size: 4, type: FLOAT },
        { name: 'a_sizes', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_vertex', size: 3, type: FLOAT }],
      CONSTANT_DATA: constant,
    };
  }

  override render(params: RenderParams): void {
    if (!motion.withoutTies && !motion.onHold) super.render(params);
  }

  processVisibleItem(
    _id: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ) {
    const tie = data as TieDisplay;
    const { array } = this;
    let at = start;
    array[at++] = source.x;
    array[at++] = source.y;
    array[at++] = target.x;
    array[at++] = target.y;
    array[at++] = tie.size;
    array[at++] = tie.curvature;
    array[at++] = STROKES[tie.stroke];
    array[at++] = tie.arrow ? 1 : 0;
    array[at++] = source.size;
    array[at++] = target.size;
    array[at] = floatColor(tie.color);
  }

  setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<EdgeProgram['setUniforms']>[1],
  ): void {
    const { u_matrix, u_dimensions, u_sizeRatio, u_pixelRatio, u_feather } = uniformLocations as Record<
      (typeof UNIFORMS)[number],
      WebGLUniformLocation
    >;
    gl.uniformMatrix3fv(u_matrix, false, params.matrix);
    gl.uniform2f(u_dimensions, params.width * params.pixelRatio, params.height * params.pixelRatio);
    gl.uniform1f(u_sizeRatio, params.sizeRatio);
    gl.uniform1f(u_pixelRatio, params.pixelRatio);
    gl.uniform1f(u_feather, params.antiAliasingFeather);
  }
}

/** Draws bent ties that can be looked at from near, where they are few. */
export class FineTieProgram extends TieProgram {
  protected override segments(): number {
    return 40;
  }
}

/** Draws straight ties, which most are, with a fifth of the work. */
export class StraightTieProgram extends TieProgram {
  protected override segments(): number {
    return 1;
  }
}
