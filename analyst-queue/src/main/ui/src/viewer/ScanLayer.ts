import type { FrameState } from 'ol/Map';
import Layer from 'ol/layer/Layer';
import type { Alignment } from './alignment';
import { same, toOther } from './alignment';
import type { Cover, Look, Placement } from './ScanRenderer';
import { ScanRenderer } from './ScanRenderer';
import { presets } from './windowing';

const lensRadius = 110;

/** What part of an image a map shows. The map's coordinates are pixels of the case's own image, y upwards. */
export function placementOf(frame: Pick<FrameState, 'size' | 'pixelRatio'>, center: number[], resolution: number, alignment: Alignment): Placement {
  const [width = 0, height = 0] = frame.size;
  const [left, top] = toOther(alignment, (center[0] ?? 0) - (width / 2) * resolution, -(center[1] ?? 0) - (height / 2) * resolution);
  const step = resolution / frame.pixelRatio;
  return { left, top, stepX: step * alignment.scaleX, stepY: step * alignment.scaleY };
}

/** A scan as a layer of a map: the map moves, this draws. */
export class ScanLayer extends Layer {
  readonly renderer: ScanRenderer;
  alignment: Alignment = same;
  look: Look = { tone: { ...presets.full, invert: false }, energy: 'HIGH', colour: 'NONE', edges: false, equalised: false };
  heat = 0;
  /** Where the lens is, in coordinates of the map. */
  lens: number[] | null = null;

  constructor(onDrawn: () => void) {
    const renderer = new ScanRenderer();
    renderer.canvas.className = 'scan-canvas';
    super({
      render: (frame: FrameState) => {
        this.draw(frame);
        if (renderer.filled) {
          onDrawn();
        }
        return renderer.canvas;
      },
    });
    this.renderer = renderer;
    renderer.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
    });
  }

  private draw(frame: FrameState): void {
    const { center, resolution } = frame.viewState;
    const [width = 0, height = 0] = frame.size;
    const density = frame.pixelRatio;
    this.renderer.draw(
      Math.round(width * density),
      Math.round(height * density),
      placementOf(frame, center, resolution, this.alignment),
      this.look,
      this.cover(width, height, center, resolution, density),
    );
  }

  private cover(width: number, height: number, center: number[], resolution: number, density: number): Cover {
    if (this.lens === null) {
      return { heat: this.heat, lens: null };
    }
    const x = ((this.lens[0] ?? 0) - (center[0] ?? 0)) / resolution + width / 2;
    const y = ((center[1] ?? 0) - (this.lens[1] ?? 0)) / resolution + height / 2;
    return { heat: this.heat, lens: { x: x * density, y: y * density, radius: lensRadius * density } };
  }

  protected override disposeInternal(): void {
    this.renderer.dispose();
    super.disposeInternal();
  }
}
