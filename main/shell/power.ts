import { powerMonitor, powerSaveBlocker } from 'electron';

/** What the computer's power has to do with the station. */
export interface PowerDuties {
  /** After sleep the network is not what it was: it is tried again at once. */
  onResume: () => void;
  /** The computer goes down: close in good order. */
  onShutdown: () => void;
}

/** Keeps the display awake, since a receiver looks at it with full hands, and tells of sleep and shutdown. */
export function watchPower({ onResume, onShutdown }: PowerDuties): void {
  powerSaveBlocker.start('prevent-display-sleep');
  powerMonitor.on('resume', onResume);
  powerMonitor.on('shutdown', onShutdown);
}
