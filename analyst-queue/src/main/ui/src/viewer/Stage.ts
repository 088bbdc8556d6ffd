import OlMap from 'ol/Map';
import View from 'ol/View';
import { defaults as defaultInteractions } from 'ol/interaction/defaults';
import VectorLayer from 'ol/layer/Vector';
import Projection from 'ol/proj/Projection';
import VectorSource from 'ol/source/Vector';
import type { Region } from '../api/types';
import type { Alignment } from './alignment';
import type { Mark } from './marks';
import { extentOf, featureOf } from './marks';
import type { Pointer } from './pointer';
import type { Channel } from './raster';
import { ScanLayer } from './ScanLayer';
import type { Look } from './ScanRenderer';
import type { Picture } from './usePicture';
import { watermarkTile } from './watermark';

/** A pixel of the scan is never larger than this on the screen. */
const largestPixel = 12;
const margin = 20;

/** The movement shared by all maps that show the same case. */
export function viewOf(image: { width: number; height: number }): View {
  const extent = [0, -image.height, image.width, 0];
  return new View({
    projection: new Projection({ code: 'scan-image', units: 'pixels', extent }),
    center: [image.width / 2, -image.height / 2],
    resolution: Math.max(image.width / 1000, image.height / 500),
    minResolution: 1 / largestPixel,
    maxResolution: Math.max(image.width / 240, image.height / 120),
    extent,
    constrainOnlyCenter: true,
    smoothExtentConstraint: false,
    smoothResolutionConstraint: false,
    enableRotation: false,
  });
}

export interface Shown {
  picture: Picture;
  equalised: Uint16Array | null;
  alignment: Alignment;
}

/** A drag with the right button, in shares of the map's size; null when it begins. */
export type WindowDrag = (moved: { right: number; up: number } | null) => void;

/** One map with one scan, or with a second one over it. */
export class Stage {
  private readonly map: OlMap;
  private readonly marks = new VectorSource();
  private readonly scans: ScanLayer[] = [];
  private fittedAt: { center: string; resolution: number | undefined } | null = null;
  private region: Region | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly target: HTMLElement,
    private readonly view: View,
    private readonly pointer: Pointer,
    private readonly onDrawn: () => void,
    onWindowDrag: WindowDrag,
  ) {
    this.map = new OlMap({
      target,
      view,
      controls: [],
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
      layers: [new VectorLayer({ source: this.marks, zIndex: 10, updateWhileAnimating: true, updateWhileInteracting: true })],
    });
    this.map.on('pointermove', (event) => {
      pointer.move(event.dragging ? null : event.coordinate);
    });
    this.map.on('change:size', () => {
      if (this.region !== null && (this.fittedAt === null || this.stillFitted())) {
        this.fit(this.region);
      }
    });
    const leave = () => {
      pointer.move(null);
    };
    target.addEventListener('pointerleave', leave);
    this.stops.push(() => {
      target.removeEventListener('pointerleave', leave);
    }, this.windowing(onWindowDrag));
  }

  /** Lower scan first. */
  show(shown: Shown[]): void {
    while (this.scans.length < shown.length) {
      const layer = new ScanLayer(this.onDrawn);
      layer.setZIndex(this.scans.length);
      this.scans.push(layer);
      this.map.addLayer(layer);
    }
    while (this.scans.length > shown.length) {
      const layer = this.scans.pop();
      if (layer !== undefined) {
        this.map.removeLayer(layer);
        layer.dispose();
      }
    }
    shown.forEach(({ picture, equalised, alignment }, index) => {
      const layer = this.scans[index];
      layer?.renderer.show(picture.high, picture.low, equalised);
      if (layer !== undefined) {
        layer.alignment = alignment;
      }
    });
    this.map.render();
  }

  setLook(look: Look): void {
    for (const scan of this.scans) {
      scan.look = look;
    }
    this.map.render();
  }

  /** The map of the lower scan; the upper one is another scan. */
  setHeat(heat: { channel: Channel; region: Region } | null, opacity: number): void {
    const [scan] = this.scans;
    if (scan !== undefined) {
      if (heat !== scan.get('heat')) {
        scan.set('heat', heat, true);
        scan.renderer.showHeat(heat);
      }
      scan.heat = heat === null ? 0 : opacity;
      this.map.render();
    }
  }

  /** How much of the upper scan is seen, from the right: 0 nothing, 1 all of it. */
  setSwipe(share: number): void {
    const upper = this.scans[1];
    if (upper !== undefined) {
      upper.renderer.canvas.style.clipPath = `inset(0 0 0 ${(1 - share) * 100}%)`;
      this.map.render();
    }
  }

  setWatermark(text: string): void {
    const tile = watermarkTile(text, window.devicePixelRatio);
    for (const { renderer } of this.scans) {
      renderer.showWatermark(tile);
    }
    this.map.render();
  }

  setMarks(marks: Mark[]): void {
    this.marks.clear(true);
    this.marks.addFeatures(marks.map(featureOf));
  }

  setLens(on: boolean): void {
    const follow = () => {
      for (const scan of this.scans) {
        scan.lens = on ? this.pointer.at() : null;
      }
      this.map.render();
    };
    this.lensStop();
    this.lensStop = on ? this.pointer.subscribe(follow) : () => undefined;
    follow();
  }

  /** Remembers the region, so that it still fits when the window changes before anyone moved the picture. */
  fit(region: Region): void {
    this.region = region;
    const size = this.map.getSize();
    if (size === undefined || size[0] === 0 || size[1] === 0) {
      return;
    }
    const padding = Math.min(margin, (size[0] ?? 0) / 10, (size[1] ?? 0) / 10);
    this.view.fit(extentOf(region), { size, padding: [padding, padding, padding, padding] });
    this.fittedAt = { center: String(this.view.getCenter()), resolution: this.view.getResolution() };
  }

  dispose(): void {
    this.lensStop();
    this.stops.forEach((stop) => {
      stop();
    });
    for (const scan of this.scans) {
      this.map.removeLayer(scan);
      scan.dispose();
    }
    this.map.setTarget(undefined);
    this.map.dispose();
  }

  private lensStop: () => void = () => undefined;

  private stillFitted(): boolean {
    return this.fittedAt?.center === String(this.view.getCenter()) && this.fittedAt.resolution === this.view.getResolution();
  }

  private windowing(onWindowDrag: WindowDrag): () => void {
    const { target } = this;
    let from: { x: number; y: number; pointerId: number } | null = null;
    const down = (event: PointerEvent) => {
      if (event.button !== 2) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      target.setPointerCapture(event.pointerId);
      from = { x: event.clientX, y: event.clientY, pointerId: event.pointerId };
      onWindowDrag(null);
    };
    const move = (event: PointerEvent) => {
      if (from !== null && event.pointerId === from.pointerId) {
        event.stopPropagation();
        onWindowDrag({ right: (event.clientX - from.x) / target.clientWidth, up: (from.y - event.clientY) / target.clientHeight });
      }
    };
    const end = () => {
      from = null;
    };
    const noMenu = (event: Event) => {
      event.preventDefault();
    };
    target.addEventListener('pointerdown', down, { capture: true });
    target.addEventListener('pointermove', move, { capture: true });
    target.addEventListener('pointerup', end);
    target.addEventListener('pointercancel', end);
    target.addEventListener('contextmenu', noMenu);
    return () => {
      target.removeEventListener('pointerdown', down, { capture: true });
      target.removeEventListener('pointermove', move, { capture: true });
      target.removeEventListener('pointerup', end);
      target.removeEventListener('pointercancel', end);
      target.removeEventListener('contextmenu', noMenu);
    };
  }
}
