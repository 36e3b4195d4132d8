import type { Rectangle } from 'electron';
import type { WindowPlace } from './settings-store.ts';

const preferred = { width: 1366, height: 860 };
/** A window counts as visible when at least this much of its title bar can be grabbed. */
const grip = { width: 120, height: 32 };

/**
 * Where the window opens: where it was, if a display still shows it there, else in its preferred size in the middle of
 * the first display, never larger than that.
 */
export function chooseBounds(place: WindowPlace | null, displays: readonly Rectangle[]): Partial<Rectangle> {
  if (place !== null && displays.some((display) => showsGripOf(place, display))) {
    return { x: place.x, y: place.y, width: place.width, height: place.height };
  }
  const [first] = displays;
  if (first === undefined) return preferred;
  return { width: Math.min(preferred.width, first.width), height: Math.min(preferred.height, first.height) };
}

function showsGripOf(place: WindowPlace, display: Rectangle): boolean {
  const width = Math.min(place.x + place.width, display.x + display.width) - Math.max(place.x, display.x);
  const isTopShown = place.y >= display.y && place.y + grip.height <= display.y + display.height;
  return width >= grip.width && isTopShown;
}
