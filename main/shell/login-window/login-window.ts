import { BrowserWindow, session, WebContentsView, type WebContents } from 'electron';
import type { LoginWindow, LoginWindowRequest } from '../../sessions/index.ts';
import type { StationLog } from '../../station/index.ts';
import { appAddress } from '../app-address.ts';
import { bringBackDeadPage } from '../dead-page.ts';
import type { NavigationGuard } from '../navigation-guard.ts';
import { ownPagePreferences } from '../own-page.ts';
import { canvasColor } from '../theme.ts';
import type { Windows } from '../windows.ts';
import { createLoginCourse, type LoginCourse } from './login-course.ts';
import { pagePreferences } from './page-preferences.ts';
import { createPopups } from './popups.ts';
import { browserUserAgent } from './user-agent.ts';

export interface LoginWindowParts {
  /** File of the preload script of our own pages; the provider's have none. */
  preload: string;
  log: StationLog;
  guard: NavigationGuard;
  windows: Pick<Windows, 'adoptLogin'>;
  /** Percent, as the settings have it now. */
  textSize: () => number;
}

export interface OpenLoginWindow extends LoginWindow {
  /** Puts the provider's page below the bar again, whose height depends on the size of texts. */
  layOut(): void;
}

/** Height of our bar at the usual size of texts, in pixels: 3.5rem of renderer/login. */
const barHeight = 56;

/** Opens the window of a login: our bar with the origin on top, the provider's page as a view of its own under it. */
export function openLoginWindow(request: LoginWindowRequest, parts: LoginWindowParts): OpenLoginWindow {
  const { preload, log, guard, windows, textSize } = parts;
  const partition = session.fromPartition(request.partition);
  partition.setUserAgent(browserUserAgent(partition.getUserAgent()));
  partition.setSpellCheckerEnabled(false);

  const window = new BrowserWindow({
    width: 1000,
    height: 760,
    minWidth: 480,
    minHeight: 480,
    show: false,
    backgroundColor: canvasColor(),
    title: 'Warehouse Station',
    webPreferences: ownPagePreferences(preload),
  });
  windows.adoptLogin(window);
  // Before the view, so that its page has the policy from its first event on.
  const leave = guard.follow(partition, {
    mayGo: (contents, navigation) => course.mayGo(contents, navigation),
    mayOpen: (contents, url) => course.mayOpen(contents, url),
    opened: (popup) => course.opened(popup),
    began: (contents, navigation) => course.began(contents, navigation),
  });
  const view = new WebContentsView({ webPreferences: pagePreferences(partition) });
  const page = view.webContents;
  view.setVisible(false);
  window.contentView.addChildView(view);

  const popups = createPopups(window, partition, (contents) => watch(contents, course, log));
  const course = createLoginCourse(
    request,
    {
      page,
      show() {
        // Popups were hidden with the page; otherwise they stay where the person has put them.
        if (!view.getVisible()) popups.show();
        const appears = !view.getVisible();
        view.setVisible(true);
        if (appears && window.isFocused()) page.focus();
      },
      hide() {
        // The keyboard goes on in our page, which asks the person something now.
        if (view.getVisible() && window.isFocused()) window.webContents.focus();
        view.setVisible(false);
        popups.hide();
      },
      load: (contents, address) => void contents.loadURL(address).catch(() => undefined),
      popupOptions: (host) => popups.options(host),
      adopt: (popup) => popups.adopt(popup),
      closePopup: (contents) => popups.close(contents),
      clear() {
        if (!window.isDestroyed()) view.setVisible(false);
        // Not within an event of the very page that is to go.
        setImmediate(takePagesAway);
      },
    },
    log,
  );
  partition.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !course.maySend(details) }));
  watch(page, course, log);
  // A page that closes itself leaves nothing to log in to.
  page.once('destroyed', () => course.closed());

  function takePagesAway(): void {
    popups.closeAll();
    if (!window.isDestroyed()) window.contentView.removeChildView(view);
    if (!page.isDestroyed()) page.close();
    leave();
  }

  function layOut(): void {
    if (window.isDestroyed()) return;
    const [width = 0, height = 0] = window.getContentSize();
    const top = Math.min(Math.round((barHeight * textSize()) / 100), height);
    view.setBounds({ x: 0, y: top, width, height: height - top });
  }

  const loadBar = (): void => {
    window.loadURL(appAddress('login.html')).catch((error: unknown) => {
      if (!window.isDestroyed()) log.error({ error }, 'The page of the login window could not be loaded');
    });
  };
  window.once('ready-to-show', () => {
    window.show();
    window.focus();
  });
  window.on('resize', layOut);
  window.on('closed', () => course.closed());
  bringBackDeadPage(window, log, loadBar);
  loadBar();
  layOut();
  queueMicrotask(() => course.start());

  return {
    layOut,
    raise() {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.moveTop();
      window.focus();
      if (!page.isDestroyed() && view.getVisible()) page.focus();
    },
    goBack: () => course.goBack(),
    goOn: () => course.goOn(),
    close() {
      course.end();
      setImmediate(() => {
        if (!window.isDestroyed()) window.destroy();
      });
    },
  };
}

/** Tells the course what happens to a page of the provider; where it may go is asked by the navigation guard. */
function watch(contents: WebContents, course: LoginCourse, log: StationLog): void {
  // The traffic of WebRTC passes no webRequest, so none of it may go straight to an address.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('did-navigate', (_event, url) => course.navigated(contents, url));
  contents.on('did-fail-load', (_event, code, name, url, isMainFrame) => course.loadFailed(contents, { code, name, url, isMainFrame }));
  contents.on('certificate-error', (_event, url, name, _certificate, _answer, isMainFrame) => {
    course.certificateRefused({ name, url, isMainFrame });
  });
  contents.on('render-process-gone', (_event, { reason }) => course.crashed(contents, reason));
  contents.on('unresponsive', () => log.warn({}, 'A page of a login does not respond'));
  // A page may not keep a person from leaving it.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}
