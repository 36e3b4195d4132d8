/**
 * What makes a stock Chromium behave as the one inside Electron: no browser features of its own, no network of its own,
 * sounds without a gesture, no throttling of pages that are not seen. Frames stay in their page's process, so one
 * conversation with the page sees all of them.
 */
const fixed: Record<string, string> = {
  'allow-pre-commit-input': '',
  'autoplay-policy': 'no-user-gesture-required',
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
  'no-startup-window': '',
  'password-store': 'basic',
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
];

/** Switches that the stand-in reads itself, or that would break it. */
const notForChromium = new Set(['user-data-dir', 'inspect', 'inspect-brk', 'no-sandbox', 'remote-debugging-pipe', 'app']);

export interface ChromiumLaunch {
  profile: string;
  headless: boolean;
  /** Of the command line and of app.commandLine. */
  switches: ReadonlyMap<string, string>;
}

/** Chromium's arguments. Feature lists of the app and ours are joined, since Chromium takes only the last one given. */
export function chromiumArguments(launch: ChromiumLaunch): string[] {
  const all = new Map(Object.entries(fixed));
  for (const [name, value] of launch.switches) if (!notForChromium.has(name)) all.set(name, value);

  const more = (launch.switches.get('disable-features') ?? '').split(',').filter(Boolean);
  all.set('disable-features', [...new Set([...disabledFeatures, ...more])].join(','));
  all.set('user-data-dir', launch.profile);
  all.set('remote-debugging-pipe', '');
  if (launch.headless) all.set('headless', 'new');
  if (process.getuid?.() === 0 || launch.switches.has('no-sandbox')) all.set('no-sandbox', '');
  return [...all].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
}
