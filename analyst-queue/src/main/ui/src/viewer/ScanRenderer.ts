import type { Region } from '../api/types';
import type { Channel, Strip } from './raster';
import { strips } from './raster';
import type { Features } from './shader';
import { fragmentShader, keyOf, vertexShader } from './shader';
import type { Tone } from './windowing';

/** What part of the image the canvas shows: the image pixel at its top left corner, and image pixels per canvas pixel. */
export interface Placement {
  left: number;
  top: number;
  /** Below 0 when the image is flipped. */
  stepX: number;
  stepY: number;
}

/** How the picture is drawn. */
export interface Look {
  tone: Tone;
  energy: 'HIGH' | 'LOW';
  colour: Features['colour'];
  edges: boolean;
  equalised: boolean;
}

/** What lies over the picture. */
export interface Cover {
  /** 0 hides the heat map. */
  heat: number;
  /** Middle and radius in canvas pixels, from the top left; null for no lens. */
  lens: { x: number; y: number; radius: number } | null;
}

interface Piece {
  strip: Strip;
  high: WebGLTexture;
  low: WebGLTexture | null;
  equalised: WebGLTexture | null;
}

export class NoWebGl extends Error {}

const units = { high: 0, low: 1, heat: 2, equalised: 3, watermark: 4, upload: 5 };

/** Draws one scan with WebGL2: 16-bit integer textures, so that the last grey level counts, and a program per set of features. */
export class ScanRenderer {
  readonly canvas = document.createElement('canvas');
  private readonly gl: WebGL2RenderingContext;
  private readonly programs = new Map<string, WebGLProgram>();
  private readonly maximum: number;
  private pieces: Piece[] = [];
  private size: [number, number] = [0, 0];
  private full: [number, number] = [1, 1];
  private heat: { texture: WebGLTexture; region: Region } | null = null;
  private watermark: { texture: WebGLTexture; size: [number, number] };

  constructor() {
    const gl = this.canvas.getContext('webgl2', { alpha: false, antialias: false, preserveDrawingBuffer: true });
    if (gl === null) {
      throw new NoWebGl();
    }
    this.gl = gl;
    this.maximum = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.bindVertexArray(gl.createVertexArray());
    const blank = this.texture();
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, 1, 1, 0, gl.RED, gl.UNSIGNED_BYTE, new Uint8Array(1));
    this.filter(gl.NEAREST, gl.CLAMP_TO_EDGE);
    this.watermark = { texture: blank, size: [1, 1] };
  }

  /** Whether there is a picture to draw. */
  get filled(): boolean {
    return this.pieces.length > 0 && !this.gl.isContextLost();
  }

  show(high: Channel, low: Channel | null, equalised: Uint16Array | null): void {
    if (high.height > this.maximum) {
      throw new RangeError(`an image of ${high.height} rows does not fit a texture of ${this.maximum}`);
    }
    this.clearPieces();
    this.size = [high.width, high.height];
    this.full = [high.full, low?.full ?? 1];
    this.pieces = strips(high.width, this.maximum).map((strip) => ({
      strip,
      high: this.integers(high.samples, high.width, high.height, strip),
      low: low === null ? null : this.integers(low.samples, low.width, low.height, strip),
      equalised: equalised === null ? null : this.integers(equalised, high.width, high.height, strip),
    }));
  }

  showHeat(heat: { channel: Channel; region: Region } | null): void {
    const gl = this.gl;
    gl.deleteTexture(this.heat?.texture ?? null);
    this.heat = null;
    if (heat === null) {
      return;
    }
    const { channel, region } = heat;
    const texture = this.texture();
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, channel.width, channel.height, 0, gl.RED, gl.UNSIGNED_BYTE, Uint8Array.from(channel.samples));
    this.filter(gl.LINEAR, gl.CLAMP_TO_EDGE);
    this.heat = { texture, region };
  }

  /** Repeats the drawing over the whole picture, as part of it. */
  showWatermark(drawing: HTMLCanvasElement): void {
    const gl = this.gl;
    gl.deleteTexture(this.watermark.texture);
    const texture = this.texture();
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, gl.RED, gl.UNSIGNED_BYTE, drawing);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    this.filter(gl.LINEAR, gl.REPEAT);
    this.watermark = { texture, size: [drawing.width, drawing.height] };
  }

  draw(width: number, height: number, placement: Placement, look: Look, cover: Cover): void {
    const gl = this.gl;
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    gl.viewport(0, 0, width, height);
    gl.clearColor(0.16, 0.168, 0.176, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (!this.filled) {
      return;
    }
    const [piece] = this.pieces;
    const showsLow = look.energy === 'LOW' && piece?.low != null;
    const features: Features = {
      log: look.tone.curve === 'LOG',
      equalised: look.equalised && piece?.equalised != null,
      colour: piece?.low != null ? look.colour : 'NONE',
      heat: cover.heat > 0 && this.heat !== null,
      edges: look.edges,
      lens: cover.lens !== null,
      taps: Math.min(4, Math.max(1, Math.ceil(Math.abs(placement.stepX) - 0.1))) as Features['taps'],
    };
    const program = this.program(features);
    const at = (name: string) => gl.getUniformLocation(program, name);
    gl.useProgram(program);
    gl.uniform2f(at('u_origin'), placement.left, placement.top + height * placement.stepY);
    gl.uniform2f(at('u_step'), placement.stepX, -placement.stepY);
    gl.uniform2f(at('u_image'), ...this.size);
    const [high, low] = this.full;
    // The low energy alone is drawn as if it were the only one.
    const swapped = showsLow && features.colour === 'NONE';
    gl.uniform2f(at('u_full'), swapped ? low : high, low);
    const { tone } = look;
    gl.uniform4f(at('u_tone'), tone.low, 1 / (tone.high - tone.low), tone.gamma, tone.invert ? 1 : 0);
    gl.uniform1i(at('u_high'), units.high);
    gl.uniform1i(at('u_low'), units.low);
    gl.uniform1i(at('u_heat'), units.heat);
    gl.uniform1i(at('u_equalised'), units.equalised);
    gl.uniform1i(at('u_watermark'), units.watermark);
    gl.uniform2f(at('u_watermarkSize'), ...this.watermark.size);
    this.bind(units.watermark, this.watermark.texture);
    if (cover.lens !== null) {
      gl.uniform3f(at('u_lens'), cover.lens.x, height - cover.lens.y, cover.lens.radius);
    }
    if (features.heat && this.heat !== null) {
      const { x, y, width: columns, height: rows } = this.heat.region;
      gl.uniform4f(at('u_heatRegion'), x, y, columns, rows);
      gl.uniform1f(at('u_heatOpacity'), cover.heat);
      this.bind(units.heat, this.heat.texture);
    }
    for (const { strip, high: highTexture, low: lowTexture, equalised } of this.pieces) {
      this.bind(units.high, swapped && lowTexture !== null ? lowTexture : highTexture);
      this.bind(units.low, lowTexture ?? highTexture);
      this.bind(units.equalised, equalised ?? highTexture);
      gl.uniform3f(at('u_strip'), strip.from, strip.to, strip.textureFrom);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    }
  }

  /** Losing the context frees all that it holds. */
  dispose(): void {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  private clearPieces(): void {
    for (const { high, low, equalised } of this.pieces) {
      this.gl.deleteTexture(high);
      this.gl.deleteTexture(low);
      this.gl.deleteTexture(equalised);
    }
    this.pieces = [];
  }

  private bind(unit: number, texture: WebGLTexture): void {
    this.gl.activeTexture(this.gl.TEXTURE0 + unit);
    this.gl.bindTexture(this.gl.TEXTURE_2D, texture);
  }

  private integers(samples: Uint16Array, width: number, height: number, strip: Strip): WebGLTexture {
    const gl = this.gl;
    const texture = this.texture();
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, width);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, strip.textureFrom);
    const columns = strip.textureTo - strip.textureFrom;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R16UI, columns, height, 0, gl.RED_INTEGER, gl.UNSIGNED_SHORT, samples);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
    this.filter(gl.NEAREST, gl.CLAMP_TO_EDGE);
    return texture;
  }

  private texture(): WebGLTexture {
    const texture = this.gl.createTexture();
    this.bind(units.upload, texture);
    return texture;
  }

  private filter(kind: number, wrap: number): void {
    const gl = this.gl;
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, kind);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, kind);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, wrap);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, wrap);
  }

  private program(features: Features): WebGLProgram {
    const key = keyOf(features);
    const known = this.programs.get(key);
    if (known !== undefined) {
      return known;
    }
    const gl = this.gl;
    const program = gl.createProgram();
    gl.attachShader(program, this.compiled(gl.VERTEX_SHADER, vertexShader));
    gl.attachShader(program, this.compiled(gl.FRAGMENT_SHADER, fragmentShader(features)));
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error(gl.getProgramInfoLog(program) ?? 'the shader does not link');
    }
    this.programs.set(key, program);
    return program;
  }

  private compiled(kind: number, source: string): WebGLShader {
    const shader = this.gl.createShader(kind);
    if (shader === null) {
      throw new NoWebGl();
    }
    this.gl.shaderSource(shader, source);
    this.gl.compileShader(shader);
    return shader;
  }
}
