import type { AccountLamp } from './session-state.ts';

/** In rem (account-lamps.module.css): what a lamp takes besides its words, and how wide a name may become. */
const lampParts = 2.375;
const widestName = 5;
/** The count of the others with its gap, and the padding of the button. */
const moreWidth = 2;
const padding = 1;

/** Width of lamps with their names and what is left, in rem; `widthOf` measures a text. */
export function lampsWidth(
  lamps: readonly { name: string; left: string }[],
  more: number,
  widthOf: (text: string) => number,
): number {
  const widths = lamps.map(({ name, left }) => lampParts + Math.min(widestName, widthOf(name)) + widthOf(left));
  return padding + (more > 0 ? moreWidth : 0) + widths.reduce((sum, width) => sum + width, 0);
}

/** The most lamps whose width fits into what there is; 0 when not even one does. */
export function lampRoom(most: number, widthFor: (lamps: number) => number, available: number): number {
  for (let lamps = most; lamps > 0; lamps -= 1) {
    if (widthFor(lamps) <= available) return lamps;
  }
  return 0;
}

/** Lamps that are not shown one by one. */
export function hiddenLamps(all: readonly AccountLamp[], shown: readonly AccountLamp[]): AccountLamp[] {
  return all.filter(({ id }) => shown.every((lamp) => lamp.id !== id));
}
