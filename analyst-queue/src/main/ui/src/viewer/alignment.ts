import type { Region } from '../api/types';

/**
 * Where a point of the case's own image lies in another image: `x * scaleX + offsetX`, `y * scaleY + offsetY`. Two scanners have other
 * pixels, and trucks other speeds; laid over each other by their containers, the same spot is at the same place.
 */
export interface Alignment {
  scaleX: number;
  offsetX: number;
  scaleY: number;
  offsetY: number;
}

export const same: Alignment = { scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0 };

/** @param flipped whether the other picture was taken with the truck driving the other way */
export function aligned(own: Region, other: Region, flipped: boolean): Alignment {
  const scaleX = (flipped ? -1 : 1) * (other.width / own.width);
  const scaleY = other.height / own.height;
  const start = flipped ? other.x + other.width : other.x;
  return { scaleX, offsetX: start - own.x * scaleX, scaleY, offsetY: other.y - own.y * scaleY };
}

export function toOther({ scaleX, offsetX, scaleY, offsetY }: Alignment, x: number, y: number): [number, number] {
  return [x * scaleX + offsetX, y * scaleY + offsetY];
}

/** A region of the other image, in pixels of the case's own. */
export function regionToOwn({ scaleX, offsetX, scaleY, offsetY }: Alignment, region: Region): Region {
  const one = (region.x - offsetX) / scaleX;
  const two = (region.x + region.width - offsetX) / scaleX;
  return {
    x: Math.min(one, two),
    y: (region.y - offsetY) / scaleY,
    width: Math.abs(two - one),
    height: region.height / scaleY,
  };
}

/**
 * Whether the other truck drove the other way, as far as pairs of places that belong together tell: turned round, they are nearer to each
 * other than as they are.
 */
export function isTurned(own: Region, other: Region, places: { region: Region; otherRegion: Region }[]): boolean {
  const share = (whole: Region, { x, width }: Region) => (x + width / 2 - whole.x) / whole.width;
  const distance = (turned: boolean) =>
    places.reduce((sum, { region, otherRegion }) => {
      const there = share(other, otherRegion);
      return sum + Math.abs(share(own, region) - (turned ? 1 - there : there));
    }, 0);
  return distance(true) < distance(false);
}
