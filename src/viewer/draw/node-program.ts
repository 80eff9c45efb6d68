/** Draws nodes for sigma: a disc in the colour of its type, holding a flag or a sign, on a thin rim of paper. */
import type Sigma from 'sigma';
import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { channels } from './palette.js';
import { motion } from './tie-program.js';

export interface NodeDisplay extends NodeDisplayData {
  /** Number of its picture in the atlas, -1 for none. */
  readonly picture: number;
}

/** The pictures of all nodes, side by side on one canvas in cells of equal size. */
export interface Atlas {
  readonly canvas: HTMLCanvasElement;
  readonly columns: number;
  /** How many of the pictures are signs of node types; they come first. */
  readonly signs: number;
}

/** What the programs draw with; the stage sets it and asks for a new picture. */
export const surroundings: { atlas: Atlas | undefined; paper: string } = {
  atlas: undefined,
  paper: '#ffffff',
};

const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_picture;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_picture;

void main() {
  float radius = a_size / u_sizeRatio * u_pixelRatio;
  float reach = radius + 2.5 * u_pixelRatio;
  vec2 center = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(center + a_corner * reach * 2.0 / u_dimensions, 0.0, 1.0);
  v_place = a_corner * reach;
  v_radius = radius;
  v_picture = a_picture;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_picture;

uniform sampler2D u_atlas;
uniform float u_columns;
uniform float u_signs; // the first pictures are signs, then come flags
uniform float u_pixelRatio;
uniform vec3 u_paper;

void main() {
  float away = length(v_place);
  float ring = max(1.2 * u_pixelRatio, v_radius * 0.13);
  float inner = v_radius - ring;
  vec3 color = v_color.rgb;
  // A sign needs more room than a flag to be made out.
  float least = v_picture < u_signs - 0.5 ? 6.5 : 4.5;
  if (v_picture > -0.5 && u_columns > 0.5 && v_radius > least * u_pixelRatio) {
    vec2 cell = vec2(mod(v_picture, u_columns), floor(v_picture / u_columns));
    vec2 spot = vec2(v_place.x, -v_place.y) / inner * 0.47 + 0.5;
    vec4 texel = texture2D(u_atlas, (cell + clamp(spot, 0.02, 0.98)) / u_columns);
    vec3 face = mix(color, texel.rgb, texel.a);
    color = mix(face, color, smoothstep(inner - 0.8, inner + 0.8, away));
  }
  // A small node wears a thin rim: many of them must not look like confetti.
  float rim = v_radius + min(1.4 * u_pixelRatio, v_radius * 0.22);
  color = mix(u_paper, color, v_color.a);
  color = mix(color, u_paper, smoothstep(v_radius - 0.6, v_radius + 0.6, away));
  float cover = 1.0 - smoothstep(rim - 0.8, rim + 0.8, away);
  gl_FragColor = vec4(color * cover, cover);
}
`;

const UNIFORMS = [
  'u_matrix',
  'u_dimensions',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_atlas',
  'u_columns',
  'u_signs',
  'u_paper',
] as const;

type Gl = WebGLRenderingContext | WebGL2RenderingContext;

export class DiscProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  private readonly textures = new Map<Gl, { readonly texture: WebGLTexture; atlas: Atlas | undefined }>();

  constructor(gl: Gl, _pickingBuffer: WebGLFramebuffer | null, renderer: Sigma) {
    // Without a picking buffer the invisible second picture is not painted.
    super(gl, null, renderer);
  }

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_picture', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  override render(params: RenderParams): void {
    if (!motion.onHold) super.render(params);
  }

  processVisibleItem(_id: number, start: number, data: NodeDisplayData): void {
    const { array } = this;
    let at = start;
    array[at++] = data.x;
    array[at++] = data.y;
    array[at++] = data.size;
    array[at++] = (data as NodeDisplay).picture;
    array[at] = floatColor(data.color);
  }

  setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<NodeProgram['setUniforms']>[1],
  ): void {
    const at = uniformLocations as Record<(typeof UNIFORMS)[number], WebGLUniformLocation>;
    const [red = 255, green = 255, blue = 255] = channels(surroundings.paper);
    gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
    gl.uniform2f(at.u_dimensions, params.width * params.pixelRatio, params.height * params.pixelRatio);
    gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(at.u_pixelRatio, params.pixelRatio);
    gl.uniform3f(at.u_paper, red / 255, green / 255, blue / 255);
    this.bindAtlas(gl);
    gl.uniform1i(at.u_atlas, 0);
    gl.uniform1f(at.u_columns, surroundings.atlas?.columns ?? 0);
    gl.uniform1f(at.u_signs, surroundings.atlas?.signs ?? 0);
  }

  /** Hands the atlas to the graphics card once per canvas, and again when it has changed. */
  private bindAtlas(gl: Gl): void {
    let held = this.textures.get(gl);
    if (held === undefined) {
      held = { texture: gl.createTexture() as WebGLTexture, atlas: undefined };
      this.textures.set(gl, held);
      gl.bindTexture(gl.TEXTURE_2D, held.texture);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    }
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, held.texture);
    const { atlas } = surroundings;
    if (atlas === undefined || held.atlas === atlas) return;
    held.atlas = atlas;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, atlas.canvas);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.generateMipmap(gl.TEXTURE_2D);
  }
}
