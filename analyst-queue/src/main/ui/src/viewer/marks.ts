import Feature from 'ol/Feature';
import Point from 'ol/geom/Point';
import Polygon from 'ol/geom/Polygon';
import Fill from 'ol/style/Fill';
import Stroke from 'ol/style/Stroke';
import Style from 'ol/style/Style';
import Text from 'ol/style/Text';
import type { Region } from '../api/types';

export type MarkKind = 'container' | 'other' | 'operator' | 'finding' | 'change';

export interface Mark {
  kind: MarkKind;
  region: Region;
  label: string;
  /** Near the right end of the picture the label ends where the mark ends, or it would be cut. */
  atEnd?: boolean;
}

interface Line {
  colour: string;
  width: number;
  dash?: number[];
  fill?: string;
}

const lines: Record<MarkKind, Line> = {
  container: { colour: '#7fd0ff', width: 1.5 },
  other: { colour: '#b3bcc4', width: 1.5, dash: [3, 4], fill: 'rgba(41, 43, 45, 0.55)' },
  operator: { colour: '#e79bff', width: 2, dash: [7, 4] },
  finding: { colour: '#ffd34d', width: 2.5 },
  change: { colour: '#ff9d7a', width: 2.5, dash: [10, 5] },
};

const dark = '#15181a';
const font = '600 13px system-ui, sans-serif';

/** Two strokes, so that a mark is seen on white and on black. */
function styles(kind: MarkKind, label: string, atEnd: boolean): Style[] {
  const { colour, width, dash, fill } = lines[kind];
  const style = new Style({
    stroke: new Stroke({ color: colour, width, ...(dash === undefined ? {} : { lineDash: dash }) }),
    ...(fill === undefined ? {} : { fill: new Fill({ color: fill }) }),
  });
  const shadow = new Style({ stroke: new Stroke({ color: 'rgba(21, 24, 26, 0.6)', width: width + 2 }) });
  if (label === '') {
    return [shadow, style];
  }
  // A change is often where a finding is: one is named above, the other below.
  const below = kind === 'change';
  const text = new Style({
    geometry: (feature) => {
      const geometry = feature.getGeometry();
      return geometry instanceof Polygon ? corner(geometry, atEnd, below) : geometry;
    },
    text: new Text({
      text: label,
      font,
      placement: 'point',
      textAlign: atEnd ? 'right' : 'left',
      textBaseline: below ? 'top' : 'bottom',
      offsetY: below ? 5 : -4,
      overflow: true,
      fill: new Fill({ color: colour }),
      stroke: new Stroke({ color: dark, width: 3 }),
    }),
  });
  return [shadow, style, text];
}

function corner(polygon: Polygon, atEnd: boolean, below: boolean): Point {
  const [left = 0, bottom = 0, right = 0, top = 0] = polygon.getExtent();
  return new Point([atEnd ? right : left, below ? bottom : top]);
}

/** Image pixels have y downwards, a map upwards. */
export function extentOf({ x, y, width, height }: Region): [number, number, number, number] {
  return [x, -(y + height), x + width, -y];
}

export function featureOf({ kind, region, label, atEnd = false }: Mark): Feature {
  const [left, bottom, right, top] = extentOf(region);
  const feature = new Feature(
    new Polygon([
      [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
        [left, top],
      ],
    ]),
  );
  feature.setStyle(styles(kind, label, atEnd));
  return feature;
}

/** A spot with its surroundings, so that it is seen in its place. */
export function around(region: Region): Region {
  const side = Math.max(region.width, region.height) * 1.5;
  return { x: region.x + region.width / 2 - side, y: region.y + region.height / 2 - side, width: side * 2, height: side * 2 };
}

export function fromCorners(mark: { x: number; y: number; x2: number; y2: number }): Region {
  return {
    x: Math.min(mark.x, mark.x2),
    y: Math.min(mark.y, mark.y2),
    width: Math.max(1, Math.abs(mark.x2 - mark.x)),
    height: Math.max(1, Math.abs(mark.y2 - mark.y)),
  };
}

/** Whether a mark stands in the last part of what is looked at. */
export const isAtEnd = (region: Region, whole: Region) => region.x > whole.x + whole.width * 0.85;
