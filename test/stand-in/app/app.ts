import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { AppPackage } from '../boot/app-package.ts';
import { browser } from '../chromium/browser.ts';
import { preventable } from '../events/preventable.ts';
import { guardedClass } from '../guard/missing.ts';
import { record } from '../desktop/record.ts';
import { openWindows } from './open-windows.ts';
import { AppPaths } from './paths.ts';
import { SingleInstanceLock, type SecondInstance } from './single-instance.ts';
import { CommandLineSwitches } from './switches.ts';

/** docs/api/app. */
export class StandInApp extends EventEmitter {
  readonly commandLine = new CommandLineSwitches();
  isPackaged = false;
  userAgentFallback = '';
  applicationMenu: unknown = null;
  badgeCount = 0;
  accessibilitySupportEnabled = false;
  readonly dock = undefined;
  #name = 'Electron';
  #package: AppPackage | undefined;
  #isReady = false;
  #resolveReady!: () => void;
  readonly #whenReady = new Promise<void>((resolve) => {
    this.#resolveReady = resolve;
  });
  readonly #executable = process.env['STAND_IN_EXECUTABLE'] ?? process.execPath;
  readonly #paths = new AppPaths(() => this.#name, this.#executable);
  readonly #lock = new SingleInstanceLock();
  #quitting: 'no' | 'closing windows' | 'ending' = 'no';
  #relaunch: Electron.RelaunchOptions | undefined;

  constructor() {
    super();
    openWindows.onRemoved(() => this.#windowClosed());
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  /** Told by the boot, before the app's first line runs. */
  describe(described: AppPackage, allSwitches: Map<string, string>, chromiumSwitches: Map<string, string>): void {
    this.#package = described;
    this.#name = described.name;
    this.isPackaged = described.packaged;
    for (const [name, value] of allSwitches) this.commandLine.known.set(name, value);
    for (const [name, value] of chromiumSwitches) this.commandLine.forChromium.set(name, value);
    const userData = allSwitches.get('user-data-dir');
    if (userData) this.#paths.set('userData', userData);
  }

  /** Told by the boot when Chromium answers. */
  becomeReady(): void {
    if (this.#quitting !== 'no') return;
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', preventable(), {});
    this.#resolveReady();
  }

  /** True from the moment on which nothing can stop the end. */
  get isEnding(): boolean {
    return this.#quitting === 'ending';
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#package?.version ?? '0.0.0';
  }

  getAppPath(): string {
    return this.#package?.folder ?? process.cwd();
  }

  getPath(name: string): string {
    return this.#paths.get(name);
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }

  setAppLogsPath(folder?: string): void {
    if (folder !== undefined) this.#paths.set('logs', folder);
  }

  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || systemLanguages()[0] || 'en-US';
  }

  getSystemLocale(): string {
    return systemLanguages()[0] ?? 'en-US';
  }

  getLocaleCountryCode(): string {
    return new Intl.Locale(this.getSystemLocale()).region ?? '';
  }

  getPreferredSystemLanguages(): string[] {
    return systemLanguages();
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.#lock.request(this.getPath('userData'), additionalData, (second) => {
      void this.#secondInstance(second);
    });
  }

  async #secondInstance(second: SecondInstance): Promise<void> {
    await this.#whenReady;
    this.emit('second-instance', preventable(), second.argv, second.workingDirectory, second.additionalData);
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock.held;
  }

  releaseSingleInstanceLock(): void {
    this.#lock.release();
  }

  /** before-quit, then every window's close, then will-quit and quit; any of them may refuse, except quit. */
  quit(): void {
    if (this.#quitting !== 'no') return;
    const event = preventable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    if (openWindows.all.length === 0) {
      this.#willQuit();
      return;
    }
    this.#quitting = 'closing windows';
    for (const window of openWindows.all) window.close();
  }

  /** Told by a window whose closing was refused: the quit is off, as in Electron. */
  quitRefused(): void {
    if (this.#quitting === 'closing windows') this.#quitting = 'no';
  }

  exit(code = 0): void {
    if (this.#quitting === 'ending') return;
    this.#quitting = 'ending';
    for (const window of openWindows.all) window.destroy();
    void this.#end(code);
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    this.#relaunch = options;
  }

  focus(): void {
    record('app.focus');
  }

  hide(): void {
    record('app.hide');
  }

  show(): void {
    record('app.show');
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  disableHardwareAcceleration(): void {
    if (this.#isReady) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
  }

  isHardwareAccelerationEnabled(): boolean {
    return false;
  }

  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id);
  }

  setDesktopName(name: string): void {
    record('app.setDesktopName', name);
  }

  setAboutPanelOptions(options: Electron.AboutPanelOptionsOptions): void {
    record('app.setAboutPanelOptions', options);
  }

  showAboutPanel(): void {
    record('app.showAboutPanel');
  }

  setBadgeCount(count = 0): boolean {
    this.badgeCount = count;
    return true;
  }

  getAppMetrics(): Electron.ProcessMetric[] {
    const memory = { workingSetSize: Math.round(process.memoryUsage().rss / 1024), peakWorkingSetSize: process.resourceUsage().maxRSS };
    const cpu = { percentCPUUsage: 0, idleWakeupsPerSecond: 0 };
    return [{ type: 'Browser', pid: process.pid, creationTime: performance.timeOrigin, cpu, memory, sandboxed: false }];
  }

  #windowClosed(): void {
    if (openWindows.all.length > 0 || this.#quitting === 'ending') return;
    if (this.#quitting === 'closing windows') {
      this.#willQuit();
      return;
    }
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  #willQuit(): void {
    const event = preventable();
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.#quitting = 'no';
      return;
    }
    this.#quitting = 'ending';
    void this.#end(0);
  }

  async #end(code: number): Promise<void> {
    this.emit('quit', preventable(), code);
    await Promise.allSettled(this.#beforeEnd.map((work) => work()));
    await browser.stop();
    if (this.#relaunch) this.#startAgain(this.#relaunch);
    process.exit(code);
  }

  readonly #beforeEnd: (() => Promise<void>)[] = [];

  /** Work that must be done while Chromium still answers, such as keeping a partition's cookies. */
  doBeforeEnd(work: () => Promise<void>): void {
    this.#beforeEnd.push(work);
  }

  #startAgain(options: Electron.RelaunchOptions): void {
    const args = options.args ?? process.argv.slice(1);
    spawn(options.execPath ?? this.#executable, args, { detached: true, stdio: 'inherit' }).unref();
  }
}

function systemLanguages(): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const names = [...(LANGUAGE ?? '').split(':'), LC_ALL, LC_MESSAGES, LANG].filter((name): name is string => Boolean(name));
  const tags = names.map((name) => name.replace(/\..*$/, '').replace('_', '-')).filter((tag) => !/^(C|POSIX)$/.test(tag));
  return tags.length > 0 ? [...new Set(tags)] : ['en-US'];
}

guardedClass('app', StandInApp);

export const app = new StandInApp();

// The answers have the shapes of Electron's own types.
app satisfies Pick<
  Electron.App,
  | 'whenReady' | 'isReady' | 'getName' | 'setName' | 'getVersion' | 'getAppPath' | 'getPath' | 'setPath' | 'getLocale'
  | 'getPreferredSystemLanguages' | 'isPackaged' | 'requestSingleInstanceLock' | 'hasSingleInstanceLock' | 'quit' | 'exit'
  | 'relaunch' | 'focus' | 'enableSandbox' | 'setAppUserModelId' | 'getAppMetrics' | 'setAboutPanelOptions' | 'userAgentFallback'
  | 'disableHardwareAcceleration' | 'setAppLogsPath' | 'setBadgeCount' | 'getSystemLocale' | 'getLocaleCountryCode'
>;
