/** What a program is built for. A shader with uniform branches was three times slower than one program per feature set. */
export interface Features {
  log: boolean;
  /** Shows the locally equalised levels in place of the measured ones. */
  equalised: boolean;
  colour: 'NONE' | 'ALL' | 'ORGANIC' | 'METAL';
  heat: boolean;
  edges: boolean;
  lens: boolean;
  /** Samples per screen pixel and direction when the scan is shown smaller than it is; 1 means bilinear interpolation. */
  taps: 1 | 2 | 3 | 4;
}

export const keyOf = ({ log, equalised, colour, heat, edges, lens, taps }: Features) =>
  [log, equalised, colour, heat, edges, lens, taps].join('/');

export const vertexShader = `#version 300 es
void main() {
  vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`;

/** The two-energy ratios ln(low) / ln(high) that are shown as metal (blue) and as light material (orange). */
export const metalRatio = 1.0;
export const organicRatio = 1.35;

/** How much larger the picture is under the lens. */
export const lensFactor = 3;

const define = (name: string, on: boolean) => (on ? `#define ${name}` : '');

export function fragmentShader(features: Features): string {
  return `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
#define TAPS ${features.taps}
${define('LOG', features.log)}
${define('EQUALISED', features.equalised)}
${define('COLOUR', features.colour !== 'NONE')}
${define('ORGANIC_ONLY', features.colour === 'ORGANIC')}
${define('METAL_ONLY', features.colour === 'METAL')}
${define('HEAT', features.heat)}
${define('EDGES', features.edges)}
${define('LENS', features.lens)}
uniform usampler2D u_high;
uniform usampler2D u_low;
uniform usampler2D u_equalised;
uniform sampler2D u_heat;
uniform sampler2D u_watermark;
uniform vec2 u_watermarkSize; // canvas pixels
uniform vec2 u_origin;        // image pixel at the lower left corner of the canvas
uniform vec2 u_step;          // image pixels per canvas pixel; y is negative, x too when the image is flipped
uniform vec2 u_image;         // size of the whole image
uniform vec3 u_strip;         // first column drawn, column after the last, first column of the texture
uniform vec2 u_full;          // full scale of both channels
uniform vec4 u_tone;          // low, 1 / (high - low), gamma, 1 when inverted
uniform vec4 u_heatRegion;    // x, y, width, height
uniform float u_heatOpacity;
uniform vec3 u_lens;          // middle and radius, canvas pixels
out vec4 o_colour;

float fetch(usampler2D image, ivec2 at) {
  ivec2 size = textureSize(image, 0);
  return float(texelFetch(image, clamp(at, ivec2(0), size - 1), 0).r);
}

float bilinear(usampler2D image, vec2 at) {
  vec2 corner = floor(at - 0.5);
  vec2 part = at - 0.5 - corner;
  ivec2 c = ivec2(corner);
  float top = mix(fetch(image, c), fetch(image, c + ivec2(1, 0)), part.x);
  float bottom = mix(fetch(image, c + ivec2(0, 1)), fetch(image, c + ivec2(1, 1)), part.x);
  return mix(top, bottom, part.y);
}

float sampled(usampler2D image, vec2 at, vec2 reach) {
#if TAPS > 1
  if (reach.x > 1.1) {
    float sum = 0.0;
    for (int i = 0; i < TAPS; i++) {
      for (int j = 0; j < TAPS; j++) {
        vec2 shift = (vec2(float(i), float(j)) + 0.5) / float(TAPS) - 0.5;
        sum += fetch(image, ivec2(floor(at + shift * reach)));
      }
    }
    return sum / float(TAPS * TAPS);
  }
#endif
  return bilinear(image, at);
}

float curve(float t) {
#ifdef LOG
  return clamp(1.0 + log(max(t, 1e-6)) / ${Math.log(4096).toFixed(6)}, 0.0, 1.0);
#else
  return t;
#endif
}

#ifdef EQUALISED
float level(vec2 at, vec2 reach) { return sampled(u_equalised, at, reach) / 65535.0; }
float levelAt(ivec2 at) { return fetch(u_equalised, at) / 65535.0; }
#else
float level(vec2 at, vec2 reach) { return curve(sampled(u_high, at, reach) / u_full.x); }
float levelAt(ivec2 at) { return curve(fetch(u_high, at) / u_full.x); }
#endif

void main() {
  vec2 at = u_origin + gl_FragCoord.xy * u_step;
  vec2 reach = abs(u_step);
#ifdef LENS
  vec2 away = gl_FragCoord.xy - u_lens.xy;
  float distant = length(away);
  if (distant < u_lens.z) {
    at = u_origin + (u_lens.xy + away / ${lensFactor.toFixed(1)}) * u_step;
    reach /= ${lensFactor.toFixed(1)};
  }
#endif
  if (at.x < u_strip.x || at.x >= u_strip.y || at.y < 0.0 || at.y >= u_image.y) {
    discard;
  }
  vec2 inTexture = vec2(at.x - u_strip.z, at.y);
  float value = level(inTexture, reach);
#ifdef EDGES
  int r = int(max(1.0, reach.x) * 2.0);
  ivec2 c = ivec2(floor(inTexture));
  float around = levelAt(c + ivec2(r, 0)) + levelAt(c - ivec2(r, 0)) + levelAt(c + ivec2(0, r)) + levelAt(c - ivec2(0, r));
  value += 1.6 * (value - around * 0.25);
#endif
  float grey = pow(clamp((value - u_tone.x) * u_tone.y, 0.0, 1.0), u_tone.z);
  grey = mix(grey, 1.0 - grey, u_tone.w);
  vec3 shown = vec3(grey);
#ifdef COLOUR
  float high = sampled(u_high, inTexture, reach) / u_full.x;
  float low = sampled(u_low, inTexture, reach) / u_full.y;
  float ratio = log(max(low, 1e-5)) / min(log(max(high, 1e-5)), -1e-4);
  float share = clamp((ratio - ${metalRatio.toFixed(3)}) / ${(organicRatio - metalRatio).toFixed(3)}, 0.0, 1.0);
  vec3 metal = vec3(0.10, 0.36, 0.95);
  vec3 middle = vec3(0.10, 0.68, 0.36);
  vec3 organic = vec3(1.0, 0.50, 0.05);
  vec3 hue = share < 0.5 ? mix(metal, middle, share * 2.0) : mix(middle, organic, share * 2.0 - 1.0);
  float trust = smoothstep(0.97, 0.88, high) * smoothstep(0.004, 0.02, low);
  vec3 tinted = grey < 0.5 ? hue * grey * 2.0 : mix(hue, vec3(1.0), grey * 2.0 - 1.0);
#ifdef ORGANIC_ONLY
  trust *= smoothstep(0.5, 0.75, share);
#endif
#ifdef METAL_ONLY
  trust *= smoothstep(0.5, 0.25, share);
#endif
  shown = mix(shown, tinted, trust * 0.85);
#endif
#ifdef HEAT
  vec2 inHeat = (at - u_heatRegion.xy) / u_heatRegion.zw;
  if (all(greaterThanEqual(inHeat, vec2(0.0))) && all(lessThan(inHeat, vec2(1.0)))) {
    float heat = texture(u_heat, inHeat).r;
    vec3 glow = mix(vec3(0.98, 0.80, 0.15), vec3(0.83, 0.05, 0.30), smoothstep(0.3, 0.9, heat));
    shown = mix(shown, glow, u_heatOpacity * smoothstep(0.08, 0.75, heat));
  }
#endif
  float mark = texture(u_watermark, gl_FragCoord.xy / u_watermarkSize).r;
  shown += (grey < 0.5 ? 0.13 : -0.11) * mark;
#ifdef LENS
  shown = mix(shown, vec3(0.55, 0.8, 0.95), smoothstep(2.5, 1.0, abs(distant - u_lens.z + 1.5)));
#endif
  o_colour = vec4(shown, 1.0);
}`;
}
