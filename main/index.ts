import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, crashReporter, ipcMain, protocol, session } from 'electron';
import { createStation, type Station, type StationNotification } from './station/index.ts';
import { describeProgram } from './shell/about.ts';
import { administrationCalls } from './shell/administration.ts';
import { registerAppScheme, serveAppScheme } from './shell/app-scheme.ts';
import { closeInGoodOrder } from './shell/close-app.ts';
import { createClosing } from './shell/close.ts';
import { createDesktop } from './shell/desktop.ts';
import { registerCalls } from './shell/ipc.ts';
import { openLog } from './shell/log.ts';
import { createLoginSurface } from './shell/login-window/index.ts';
import { setMenu } from './shell/menu.ts';
import { guardNavigation } from './shell/navigation-guard.ts';
import { refuseCredentials, refusePermissions } from './shell/permissions.ts';
import { createPictures } from './shell/pictures/index.ts';
import { lockSettings, policyFileOf, readPolicy, tellOfPolicy } from './shell/policy/index.ts';
import { watchPower } from './shell/power.ts';
import { createProblems } from './shell/problems.ts';
import { createSecrets, loadKeychain } from './shell/secrets.ts';
import { createOpening } from './shell/opening.ts';
import { openSettings } from './shell/settings-store.ts';
import { checkPracticeUrl, readStartOptions } from './shell/start-options.ts';
import { applyTheme } from './shell/theme.ts';
import { createAppUpdates } from './shell/updates/index.ts';
import { createWindows } from './shell/windows.ts';

const start = readStartOptions(process.argv);
if (start.profile !== null) keepDataIn(start.profile);

// One station per profile, since two would write one journal. A second start brings the first one to the front.
if (app.requestSingleInstanceLock()) boot();
else app.quit();

/** Electron takes only a folder that is there (docs/api/app, setPath). */
function keepDataIn(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
}

function boot(): void {
  const profile = app.getPath('userData');
  const log = openLog(join(profile, 'logs'));
  crashReporter.start({ uploadToServer: false });
  registerAppScheme(protocol);
  const guard = guardNavigation(app, log);
  setMenu();

  const preload = join(import.meta.dirname, '..', 'preload', 'station.cjs');
  const windows = createWindows({ preload, log });
  const problems = createProblems({ windows, log, locale: () => app.getLocale() });
  app.on('second-instance', () => windows.raise());
  process.on('unhandledRejection', (error) => log.error({ error }, 'A promise was rejected and nobody listened'));
  process.on('uncaughtException', (error) => problems.show('stopped', error));

  // Not awaited at the top: Electron gets ready only after this module has run to its end.
  app.whenReady().then(open).catch((error: unknown) => problems.show('cannot-start', error));

  async function open(): Promise<void> {
    log.info({ ...describeProgram(profile) }, 'Starting');
    refusePermissions(app, session.defaultSession);
    refuseCredentials(app);

    let station: Station | null = null;
    const pictures = createPictures({
      profile,
      addressOf: (lineId) => station?.pictureAddress(lineId) ?? null,
      practiceOrigin: () => station?.practiceOrigin() ?? null,
      log,
    });
    const pages = join(import.meta.dirname, '..', 'renderer');
    serveAppScheme(protocol, { pages, pictures, madePage: (path) => problems.answer(path) });

    const policy = readPolicy((app.isPackaged ? null : start.policy) ?? policyFileOf(process.platform, process.env));
    const settings = lockSettings(openSettings(profile, app.getLocale()), policy);
    applyTheme(settings.read().station.theme);
    const language = () => settings.read().station.language;
    const textSize = () => settings.read().station.textSize;
    const loginSurface = createLoginSurface({ preload, guard, windows, textSize, language, log });
    const onNotificationClick = (code: StationNotification['code']): void =>
      windows.send('place.asked', { place: code === 'questions-waiting' ? 'activities' : 'accounts' });
    station = createStation({
      profile,
      settings,
      secrets: createSecrets(loadKeychain, log),
      log,
      desktop: createDesktop({ windows, language, onNotificationClick, log }),
      loginSurface,
      emit: (name, value) => {
        if (name === 'settings.changed') {
          applyTheme(settings.read().station.theme);
          loginSurface.textSizeChanged();
        }
        windows.send(name, value);
      },
      now: () => Date.now(),
      about: describeProgram(profile),
      start: { practice: start.practice, practiceUrl: checkPracticeUrl(start.practiceUrl), practiceAllowed: policy.view.practiceAllowed },
    });
    tellOfPolicy(policy, station, log);

    const closing = createClosing({ stop: () => station.stop(), limitMs: 4_000, log });
    const updates = createAppUpdates({
      address: policy.updateAddress,
      workInHand: () => station.workInHand(),
      onChange: (view) => windows.send('updates.changed', view),
      log,
    });
    closeInGoodOrder(app, closing, log, updates);
    const calls = { ...station.handlers, administration: administrationCalls(policy, updates) };
    const opening = createOpening(closing);
    registerCalls(ipcMain, calls, { mayCall: (id, channel) => windows.mayCall(id, channel), admit: opening.admit, log });
    windows.openStation(settings);
    await opening.open(() => station.open());
    watchPower({
      onResume: () => station.wake(),
      onShutdown() {
        updates.forgo();
        app.quit();
      },
    });
    updates.start();
  }
}
