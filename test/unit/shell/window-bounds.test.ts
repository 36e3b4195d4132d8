import { describe, expect, it } from 'vitest';
import { chooseBounds } from '../../../main/shell/window-bounds.ts';

const desk = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const place = { x: 2000, y: 100, width: 1100, height: 800, maximized: false };

describe('where the station window opens', () => {
  it('is where it was, while a display shows it there', () => {
    expect(chooseBounds(place, [desk, second])).toEqual({ x: 2000, y: 100, width: 1100, height: 800 });
  });

  it('is its preferred size when the display of last time is gone', () => {
    expect(chooseBounds(place, [desk])).toEqual({ width: 1366, height: 860 });
  });

  it('is its preferred size when the title bar would be above the display', () => {
    expect(chooseBounds({ ...place, x: 10, y: -40 }, [desk])).toEqual({ width: 1366, height: 860 });
  });

  it('never exceeds the display at the first start', () => {
    expect(chooseBounds(null, [{ x: 0, y: 0, width: 1280, height: 680 }])).toEqual({ width: 1280, height: 680 });
  });
});
