import { EventEmitter } from 'node:events';
import { guardedClass } from '../guard/missing.ts';

const area = { x: 0, y: 0, width: 1280, height: 800 };

/** One plain display: enough to place windows on. */
const display = {
  id: 1,
  label: 'stand-in',
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  touchSupport: 'unknown',
};

/** docs/api/screen. */
class Screen extends EventEmitter {
  getPrimaryDisplay() {
    return display;
  }

  getAllDisplays() {
    return [display];
  }

  getDisplayMatching() {
    return display;
  }

  getDisplayNearestPoint() {
    return display;
  }

  getCursorScreenPoint() {
    return { x: 0, y: 0 };
  }
}

guardedClass('screen', Screen);

export const screen = new Screen();
