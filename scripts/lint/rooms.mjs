/**
 * Who may import whom. A room is a folder or a file; the longest path that a file lies under is its room. Within a room
 * everything may be imported; another room only where the line of this one names it, and through its `door` if it has one.
 *
 * @typedef {object} Room
 * @property {readonly string[]} imports What it may import of the project beside itself.
 * @property {readonly string[] | null} packages The packages that it may import; null for all but those of `ownedPackages`.
 * @property {string} [door] The file through which others come in.
 */

/** What every domain may stand on. */
const ground = ['main/waybills', 'main/storage', 'main/otapi'];
const contract = 'preload/contract';

/** What every screen stands on. */
const pages = [contract, 'renderer/bridge', 'renderer/i18n', 'renderer/ui'];

const ofMain = (imports) => ({ imports, packages: null, door: 'index.ts' });
const ofPages = (imports) => ({ imports, packages: ofReact });
const screen = (...others) => ofPages([...pages, ...others]);

const ofReact = ['@mantine/core', '@mantine/hooks', '@tabler/icons-react', '@tanstack/react-query', 'i18next', 'react', 'react-dom', 'react-i18next'];

/** @type {Record<string, Room>} */
export const rooms = {
  'main/waybills': { ...ofMain([]), packages: [] },
  'main/threads': ofMain([]),
  'main/storage': ofMain([]),
  'main/otapi': ofMain(['main/threads']),
  'main/practice': ofMain([]),
  'main/orders': ofMain([contract, 'main/threads', ...ground]),
  'main/sessions': ofMain([contract, 'main/storage', 'main/otapi']),
  'main/sync': ofMain([contract, 'main/orders', 'main/storage', 'main/otapi']),
  'main/receiving': ofMain([contract, 'main/sync', 'main/orders', ...ground]),
  'main/ordering': ofMain([contract, 'main/sync', 'main/orders', ...ground]),
  'main/activities': ofMain([contract, 'main/sessions', 'main/orders', ...ground]),
  'main/station': ofMain([
    contract,
    'main/receiving',
    'main/ordering',
    'main/activities',
    'main/sync',
    'main/sessions',
    'main/orders',
    ...ground,
    'main/practice',
  ]),
  'main/shell': { imports: [contract, 'main/station', 'main/sessions', 'main/storage', 'main/otapi'], packages: null },
  'main/index.ts': { imports: [contract, 'main/shell', 'main/station'], packages: null },

  'preload/contract': { imports: [], packages: ['zod'] },
  'preload/station.ts': { imports: [contract], packages: ['electron'] },

  'renderer/scanner': { imports: [contract], packages: [], door: 'index.ts' },
  'renderer/i18n': ofPages([contract]),
  'renderer/bridge': ofPages([contract]),
  // The frame shows the lamps of accounts, the questions and the state of the desk on every screen.
  'renderer/ui': ofPages([
    contract,
    'renderer/bridge',
    'renderer/i18n',
    'renderer/scanner',
    'renderer/accounts',
    'renderer/questions',
    'renderer/receive',
  ]),
  'renderer/connect': screen(),
  'renderer/outbox': screen(),
  'renderer/receive': screen(),
  'renderer/accounts': screen('renderer/settings'),
  'renderer/settings': screen('renderer/scanner', 'renderer/connect', 'renderer/ordering'),
  'renderer/questions': screen('renderer/activities'),
  'renderer/starts': screen('renderer/accounts', 'renderer/activities'),
  'renderer/activities': screen('renderer/questions', 'renderer/starts'),
  'renderer/lookup': screen('renderer/starts'),
  'renderer/orders': screen('renderer/activities', 'renderer/starts', 'renderer/ordering', 'renderer/imports'),
  'renderer/ordering': screen('renderer/activities', 'renderer/orders'),
  'renderer/imports': screen('renderer/ordering', 'renderer/orders'),
  'renderer/login': screen('renderer/accounts', 'renderer/start-page.tsx'),
  'renderer/start-page.tsx': { imports: pages, packages: [...ofReact, '@mantine/core/styles.layer.css'] },
  'renderer/app.tsx': screen('renderer/screens.ts', 'renderer/receive', 'renderer/orders', 'renderer/activities', 'renderer/settings', 'renderer/questions', 'renderer/starts'),
  'renderer/screens.ts': screen(
    'renderer/lookup',
    'renderer/orders',
    'renderer/activities',
    'renderer/accounts',
    'renderer/outbox',
    'renderer/settings',
    'renderer/connect',
  ),
  'renderer/main.tsx': ofPages(['renderer/app.tsx', 'renderer/start-page.tsx']),

  // Electron's API on Node and Chromium: a program of its own, for any app.
  'test/stand-in': { imports: ['node_modules/playwright-core'], packages: null },
  // Client and platform check each other, so their tests share nothing either.
  'test/unit/practice': { imports: ['main/practice'], packages: null },
  'test/integration/practice': { imports: ['main/practice'], packages: null },
  'test/unit/otapi': { imports: ['main/otapi'], packages: null },
};

/** Packages that only these rooms and files of the app know. */
export const ownedPackages = {
  electron: ['main/shell', 'main/index.ts', 'preload/station.ts'],
  'electron-store': ['main/shell/settings-store.ts'],
  'electron-updater': ['main/shell/updates'],
  keytar: ['main/shell/secrets.ts'],
  pino: ['main/shell/log.ts'],
  axios: ['main/otapi'],
};

/** What one file alone of the app may take out of a package. */
export const ownedNames = {
  electron: {
    contextBridge: 'preload/station.ts',
    ipcRenderer: 'preload/station.ts',
    // To hand it to what registers the calls.
    ipcMain: 'main/index.ts',
    IpcMain: 'main/shell/ipc.ts',
  },
};

/** The one file that may listen on a way between processes. */
export const callsFile = 'main/shell/ipc.ts';
