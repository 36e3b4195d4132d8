import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { browser } from '../chromium/browser.ts';
import type { Page } from './page.ts';

type WebRtcPolicy = Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0];

/** The settings of a webContents: what it was made with, zoom, sound, throttling, developer tools. */
export abstract class ContentsSettings extends EventEmitter {
  readonly preferences: Electron.WebPreferences;
  backgroundThrottling: boolean;
  zoomFactor: number;
  audioMuted = false;
  #webRtcPolicy: WebRtcPolicy = 'default';
  abstract readonly up: Promise<Page>;

  constructor(preferences: Electron.WebPreferences) {
    super();
    this.preferences = preferences;
    this.backgroundThrottling = preferences.backgroundThrottling ?? true;
    this.zoomFactor = preferences.zoomFactor ?? 1;
  }

  getType(): 'window' {
    return 'window';
  }

  getLastWebPreferences(): Electron.WebPreferences {
    return this.preferences;
  }

  getOSProcessId(): number {
    return browser.pid ?? 0;
  }

  getProcessId(): number {
    return 1;
  }

  setBackgroundThrottling(allowed: boolean): void {
    this.backgroundThrottling = allowed;
  }

  getBackgroundThrottling(): boolean {
    return this.backgroundThrottling;
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.zoomFactor = factor;
    this.up.then(
      ({ cdp }) => cdp.tell('Emulation.setPageScaleFactor', { pageScaleFactor: factor }),
      () => undefined,
    );
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level);
  }

  getZoomLevel(): number {
    return Math.log(this.zoomFactor) / Math.log(1.2);
  }

  /** Chromium has no pinch zoom on a desktop page unless it is asked for: the limits are in force as they are. */
  async setVisualZoomLevelLimits(_minimum: number, _maximum: number): Promise<void> {
    await this.up;
  }

  setAudioMuted(muted: boolean): void {
    this.audioMuted = muted;
  }

  isAudioMuted(): boolean {
    return this.audioMuted;
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  openDevTools(): void {
    process.stderr.write('The stand-in has no developer tools of its own: use --remote-debugging-port.\n');
  }

  closeDevTools(): void {
    // None are ever open.
  }

  /** Kept; what it changes is between Chromium and the network. */
  setWebRTCIPHandlingPolicy(policy: WebRtcPolicy): void {
    this.#webRtcPolicy = policy;
  }

  getWebRTCIPHandlingPolicy(): string {
    return this.#webRtcPolicy;
  }

  setIgnoreMenuShortcuts(_ignore: boolean): void {
    // The stand-in's menus have no shortcuts that keys could reach.
  }
}
