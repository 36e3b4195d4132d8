import type { StationBridge } from '../../preload/contract/channels.ts';

declare global {
  interface Window {
    /** Put there by the preload script; tests call it as the pages do. */
    readonly station: StationBridge;
  }
}
