import { describe, expect, it } from 'vitest';
import { caseOf } from '../../dev/fake-cases';
import { placementOf } from './ScanLayer';
import { aligned, isTurned, regionToOwn, same, toOther } from './alignment';
import { containerOf, labelOfOther, labelOfOwn, principalOf } from './comparison';
import { around, extentOf, fromCorners } from './marks';

const own = { x: 100, y: 50, width: 1000, height: 400 };
const other = { x: 20, y: 80, width: 500, height: 300 };

describe('two scans laid over each other', () => {
  it.each([false, true])('have the corners of the container at the same place, flipped: %s', (flipped) => {
    const alignment = aligned(own, other, flipped);
    const [left, top] = toOther(alignment, own.x, own.y);
    const [right, bottom] = toOther(alignment, own.x + own.width, own.y + own.height);
    expect([left, right]).toEqual(flipped ? [520, 20] : [20, 520]);
    expect([top, bottom]).toEqual([80, 380]);
  });

  it.each([false, true])('bring a region of the other back to where it is seen, flipped: %s', (flipped) => {
    const alignment = aligned(own, other, flipped);
    const back = regionToOwn(alignment, other);
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(back[side]).toBeCloseTo(own[side]);
    }
    const doors = regionToOwn(alignment, { x: 470, y: 80, width: 50, height: 300 });
    expect(doors.x).toBeCloseTo(flipped ? own.x : own.x + own.width - 100);
    expect(doors.width).toBeCloseTo(100);
  });
});

describe('what a map shows', () => {
  const frame = { size: [400, 200], pixelRatio: 2 };

  it('is the image around the middle of the map, with y downwards', () => {
    expect(placementOf(frame, [500, -300], 2, same)).toEqual({ left: 100, top: 100, stepX: 1, stepY: 1 });
  });

  it('runs the other way in a flipped image', () => {
    const placement = placementOf(frame, [600, -250], 2, aligned(own, other, true));
    expect(placement.stepX).toBeCloseTo(-0.5);
    expect(placement.left).toBeCloseTo(toOther(aligned(own, other, true), 200, 50)[0]);
  });
});

describe('marks', () => {
  it('have their y turned for the map', () => {
    expect(extentOf(own)).toEqual([100, -450, 1100, -50]);
  });

  it('of the operator may begin at any corner', () => {
    expect(fromCorners({ x: 9, y: 8, x2: 3, y2: 2 })).toEqual({ x: 3, y: 2, width: 6, height: 6 });
    expect(fromCorners({ x: 5, y: 5, x2: 5, y2: 5 })).toEqual({ x: 5, y: 5, width: 1, height: 1 });
  });

  it('are seen with what is around them', () => {
    expect(around({ x: 100, y: 100, width: 20, height: 10 })).toEqual({ x: 80, y: 75, width: 60, height: 60 });
  });
});

describe('the other truck', () => {
  const at = (x: number) => ({ x, y: 50, width: 20, height: 20 });

  it('drove the other way when what belongs together lies at opposite ends', () => {
    expect(isTurned(own, other, [{ region: at(900), otherRegion: at(110) }])).toBe(true);
    expect(isTurned(own, other, [{ region: at(900), otherRegion: at(450) }])).toBe(false);
  });

  it('drove the same way when nothing tells', () => {
    expect(isTurned(own, other, [])).toBe(false);
    expect(isTurned(own, other, [{ region: at(590), otherRegion: at(280) }])).toBe(false);
  });
});

describe('a comparison', () => {
  const file = caseOf(0, false);
  const [scan] = file.otherScans;

  it('says which picture is of the origin and which of the arrival', () => {
    expect(labelOfOwn(file)).toMatchObject({ side: 'ARRIVAL', place: 'NLRTM', name: 'Rotterdam' });
    expect(scan === undefined ? null : labelOfOther(file, scan)).toMatchObject({ side: 'ORIGIN', place: 'BRSSZ', name: 'Santos' });
  });

  it('keeps the code of a place that has no name, and a scan without facts', () => {
    expect(labelOfOther(file, { scanId: 's', caseReference: 'r', place: 'XXYYY', images: [] })).toEqual({ side: 'UNKNOWN', place: 'XXYYY', name: null, at: null });
  });

  it('takes the picture that shows the container, and all of it where the container is unknown', () => {
    const image = file.image;
    expect(image).not.toBeNull();
    if (image == null) {
      return;
    }
    const unknown = { ...image, imageId: 'unknown', container: null };
    expect(principalOf({ scanId: 's', caseReference: 'r', images: [unknown, image] })).toBe(image);
    expect(principalOf({ scanId: 's', caseReference: 'r', images: [] })).toBeNull();
    expect(containerOf(unknown)).toEqual({ x: 0, y: 0, width: image.width, height: image.height });
  });
});
