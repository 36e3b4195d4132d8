import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { guarded, guardedClass } from '../guard/missing.ts';

/** docs/api/power-monitor. The machine is awake, on mains and in use; tests emit the events. */
class PowerMonitor extends EventEmitter {
  onBatteryPower = false;

  getSystemIdleState(): 'active' {
    return 'active';
  }

  getSystemIdleTime(): number {
    return 0;
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown';
  }

  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }
}

guardedClass('powerMonitor', PowerMonitor);

export const powerMonitor = new PowerMonitor();
powerMonitor satisfies Pick<Electron.PowerMonitor, 'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower' | 'onBatteryPower'>;

const blockers = new Map<number, string>();
let lastBlocker = 0;

/** docs/api/power-save-blocker. */
export const powerSaveBlocker = guarded('powerSaveBlocker', {
  start: (type: 'prevent-app-suspension' | 'prevent-display-sleep'): number => {
    lastBlocker += 1;
    blockers.set(lastBlocker, type);
    return lastBlocker;
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id),
});

powerSaveBlocker satisfies Electron.PowerSaveBlocker;
