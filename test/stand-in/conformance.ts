import type * as Electron from 'electron';
import type { StandInApp } from './app/app.ts';
import type { IpcMain } from './ipc/ipc-main.ts';
import type { Cookies } from './session/cookies.ts';
import type { DownloadItem } from './session/downloads.ts';
import type { Session } from './session/session.ts';
import type { BrowserWindow } from './window/browser-window.ts';
import type { NavigationHistory } from './window/navigation-history.ts';
import type { View } from './window/view.ts';
import type { WebContents } from './window/web-contents.ts';
import type { WebContentsView } from './window/web-contents-view.ts';
import type { WebFrameMain } from './window/web-frame-main.ts';

/** Compiles only when every named member has the shape that Electron's own types give it. */
type Conforms<Ours extends Pick<Theirs, Names>, Theirs, Names extends keyof Theirs> = [Ours, Names];

/** What the stand-in offers, held to `electron.d.ts`: an answer of another shape does not compile. */
export type Conformance = [
  Conforms<StandInApp, Electron.App, 'whenReady' | 'quit' | 'exit' | 'relaunch' | 'getPath' | 'setPath' | 'requestSingleInstanceLock'>,
  Conforms<
    BrowserWindow,
    Electron.BrowserWindow,
    | 'id' | 'show' | 'showInactive' | 'hide' | 'isVisible' | 'focus' | 'blur' | 'isFocused' | 'isDestroyed' | 'close' | 'destroy'
    | 'minimize' | 'maximize' | 'unmaximize' | 'restore' | 'isMinimized' | 'isMaximized' | 'isNormal' | 'setFullScreen'
    | 'isFullScreen' | 'setKiosk' | 'isKiosk' | 'getBounds' | 'setBounds' | 'getNormalBounds' | 'getSize' | 'setSize'
    | 'getPosition' | 'setPosition' | 'setMinimumSize' | 'getMinimumSize' | 'getTitle' | 'setTitle' | 'setAlwaysOnTop'
    | 'isAlwaysOnTop' | 'getBackgroundColor' | 'setBackgroundColor' | 'isModal' | 'setMenuBarVisibility' | 'setProgressBar'
    | 'flashFrame' | 'loadURL' | 'loadFile' | 'reload' | 'capturePage' | 'removeMenu' | 'center' | 'moveTop'
  >,
  Conforms<View, Electron.View, 'getBounds' | 'setBounds' | 'getVisible' | 'setVisible' | 'setBackgroundColor' | 'setBorderRadius'>,
  Conforms<WebContentsView, Electron.WebContentsView, 'getBounds' | 'setBounds' | 'getVisible' | 'setVisible'>,
  Conforms<
    WebContents,
    Electron.WebContents,
    | 'id' | 'loadURL' | 'loadFile' | 'getURL' | 'getTitle' | 'isDestroyed' | 'close' | 'focus' | 'isFocused' | 'isLoading'
    | 'stop' | 'reload' | 'reloadIgnoringCache' | 'send' | 'executeJavaScript' | 'insertCSS' | 'removeInsertedCSS'
    | 'capturePage' | 'printToPDF' | 'print' | 'getPrintersAsync' | 'setUserAgent' | 'getUserAgent' | 'isCrashed'
    | 'forcefullyCrashRenderer' | 'setBackgroundThrottling' | 'setZoomFactor' | 'getZoomFactor' | 'setVisualZoomLevelLimits'
    | 'setAudioMuted' | 'isDevToolsOpened' | 'setWindowOpenHandler' | 'getOSProcessId' | 'setWebRTCIPHandlingPolicy'
    | 'getWebRTCIPHandlingPolicy' | 'setIgnoreMenuShortcuts' | 'getBackgroundThrottling'
  >,
  Conforms<
    Session,
    Electron.Session,
    | 'clearStorageData' | 'clearCache' | 'closeAllConnections' | 'flushStorageData' | 'setUserAgent' | 'getUserAgent'
    | 'isPersistent' | 'setSpellCheckerEnabled' | 'isSpellCheckerEnabled' | 'setDisplayMediaRequestHandler' | 'setSpellCheckerLanguages' | 'clearAuthCache' | 'clearHostResolverCache'
  >,
  Conforms<Cookies, Electron.Cookies, 'get' | 'set' | 'remove' | 'flushStore'>,
  Conforms<Session['protocol'], Electron.Protocol, 'handle' | 'unhandle' | 'isProtocolHandled'>,
  Conforms<IpcMain, Electron.IpcMain, 'removeHandler'>,
  Conforms<DownloadItem, Electron.DownloadItem, 'getURL' | 'getFilename' | 'getTotalBytes' | 'getState' | 'setSavePath' | 'cancel'>,
  Conforms<
    NavigationHistory,
    Electron.NavigationHistory,
    'canGoBack' | 'canGoForward' | 'goBack' | 'goForward' | 'goToIndex' | 'goToOffset' | 'length' | 'clear' | 'getActiveIndex' | 'getAllEntries'
  >,
  Conforms<WebFrameMain, Electron.WebFrameMain, 'url' | 'origin' | 'name' | 'send' | 'executeJavaScript' | 'isDestroyed' | 'detached' | 'frameTreeNodeId'>,
];
