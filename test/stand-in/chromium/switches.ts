/**
 * What makes a stock Chromium behave as the one inside Electron: no browser features of its own, no network of its own,
 * sounds without a gesture, pages that may close themselves, no throttling of pages that are not seen. Frames stay in
 * their page's process, so one conversation with the page sees all of them.
 */
const fixed: Record<string, string> = {
  'allow-pre-commit-input': '',
  'autoplay-policy': 'no-user-gesture-required',
  'blink-settings': 'allowScriptsToCloseWindows=true',
  'disable-background-networking': '',
  'disable-background-timer-throttling': '',
  'disable-backgrounding-occluded-windows': '',
  'disable-breakpad': '',
  'disable-client-side-phishing-detection': '',
  'disable-component-extensions-with-background-pages': '',
  'disable-component-update': '',
  'disable-default-apps': '',
  'disable-dev-shm-usage': '',
  'disable-domain-reliability': '',
  'disable-extensions': '',
  'disable-gpu': '',
  'disable-hang-monitor': '',
  'disable-infobars': '',
  'disable-popup-blocking': '',
  'disable-prompt-on-repost': '',
  'disable-quic': '',
  'disable-renderer-backgrounding': '',
  'disable-save-password-bubble': '',
  'disable-search-engine-choice-screen': '',
  'disable-session-crashed-bubble': '',
  'disable-site-isolation-trials': '',
  'disable-sync': '',
  'hide-crash-restore-bubble': '',
  'metrics-recording-only': '',
  'no-default-browser-check': '',
  'no-first-run': '',
  'no-service-autorun': '',
  'password-store': 'basic',
  'test-type': '',
};

const disabledFeatures = [
  'AutofillServerCommunication',
  'BackForwardCache',
  'DialMediaRouteProvider',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'IsolateOrigins',
  'IsolateSandboxedIframes',
  'MediaRouter',
  'OptimizationHints',
  'OriginKeyedProcessesByDefault',
  'PaintHolding',
  'PreconnectToSearch',
  'Prerender2',
  'site-per-process',
  'Translate',
  // The address bar's list of suggestions: a process and half a second of work for every window, though none is shown.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** The page of the window that a visible Chromium starts with. */
export const startPage = 'data:text/html,';
/** Where a window is put that must not be seen: no screen is there. */
export const outOfSight = { left: -4000, top: -4000 };

const headlessSwitches: Record<string, string> = { headless: 'new', 'no-startup-window': '' };

/**
 * Only a window of the command line can be one without tabs and address, so Chromium starts with such a one, out of sight:
 * the app's first window of the default session takes it.
 */
const visibleSwitches: Record<string, string> = {
  app: startPage,
  'keep-alive-for-test': '',
  'window-position': `${outOfSight.left},${outOfSight.top}`,
  'window-size': '800,600',
};

/** Switches that the stand-in reads itself, or that would break it. */
const notForChromium = new Set(['user-data-dir', 'inspect', 'inspect-brk', 'no-sandbox', 'remote-debugging-pipe', 'app']);

export interface ChromiumLaunch {
  /** The proxy rules by which the default session's WebSockets are asked about. */
  socketProxy: string;
  profile: string;
  headless: boolean;
  /** Of the command line and of app.commandLine. */
  switches: ReadonlyMap<string, string>;
}

/** Chromium's arguments. Feature lists of the app and ours are joined, since Chromium takes only the last one given. */
export function chromiumArguments(launch: ChromiumLaunch): string[] {
  const all = new Map([...Object.entries(fixed), ['proxy-server', launch.socketProxy], ['proxy-bypass-list', '<-loopback>']]);
  if (launch.switches.has('proxy-server')) all.delete('proxy-bypass-list');
  for (const [name, value] of launch.switches) if (!notForChromium.has(name)) all.set(name, value);

  const more = (launch.switches.get('disable-features') ?? '').split(',').filter(Boolean);
  all.set('disable-features', [...new Set([...disabledFeatures, ...more])].join(','));
  all.set('user-data-dir', launch.profile);
  all.set('remote-debugging-pipe', '');
  const visibility = launch.headless ? headlessSwitches : visibleSwitches;
  for (const [name, value] of Object.entries(visibility)) all.set(name, value);
  if (process.getuid?.() === 0 || launch.switches.has('no-sandbox')) all.set('no-sandbox', '');
  return [...all].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}
