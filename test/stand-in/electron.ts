import { app } from './app/app.ts';
import { dialog } from './desktop/dialog.ts';
import { Menu, MenuItem } from './desktop/menu.ts';
import { nativeImage } from './desktop/native-image.ts';
import { nativeTheme } from './desktop/native-theme.ts';
import { net } from './desktop/net.ts';
import { Notification } from './desktop/notification.ts';
import { powerMonitor, powerSaveBlocker } from './desktop/power.ts';
import { clipboard, crashReporter, globalShortcut, systemPreferences } from './desktop/recorded.ts';
import { safeStorage } from './desktop/safe-storage.ts';
import { screen } from './desktop/screen.ts';
import { shell } from './desktop/shell.ts';
import { absent, guarded } from './guard/missing.ts';
import { ipcMain } from './ipc/ipc-main.ts';
import { registerSchemesAsPrivileged } from './network/protocol.ts';
import { onSessionCreated, sessionModule } from './session/session.ts';
import { BrowserWindow } from './window/browser-window.ts';
import { View } from './window/view.ts';
import { WebContents } from './window/web-contents.ts';
import { WebContentsView } from './window/web-contents-view.ts';
import { WebFrameMain } from './window/web-frame-main.ts';

onSessionCreated((session) => app.emit('session-created', session));

/** The `protocol` of the module is the default session's. */
const protocol = guarded('protocol', {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => registerSchemesAsPrivileged(schemes, app.isReady()),
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
    sessionModule.defaultSession.protocol.handle(scheme, handler),
  unhandle: (scheme: string) => sessionModule.defaultSession.protocol.unhandle(scheme),
  isProtocolHandled: (scheme: string) => sessionModule.defaultSession.protocol.isProtocolHandled(scheme),
});

/** Everything that `import ... from 'electron'` gives in the main process. */
export const electron = {
  app,
  autoUpdater: absent('autoUpdater'),
  BaseWindow: absent('BaseWindow'),
  BrowserView: absent('BrowserView'),
  BrowserWindow,
  clipboard,
  contentTracing: absent('contentTracing'),
  crashReporter,
  desktopCapturer: absent('desktopCapturer'),
  dialog,
  globalShortcut,
  ImageView: absent('ImageView'),
  inAppPurchase: absent('inAppPurchase'),
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain: absent('MessageChannelMain'),
  nativeImage,
  nativeTheme,
  net,
  netLog: absent('netLog'),
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications: absent('pushNotifications'),
  safeStorage,
  screen,
  ServiceWorkerMain: absent('ServiceWorkerMain'),
  session: sessionModule,
  ShareMenu: absent('ShareMenu'),
  shell,
  systemPreferences,
  TouchBar: absent('TouchBar'),
  Tray: absent('Tray'),
  utilityProcess: absent('utilityProcess'),
  View,
  webContents: WebContents,
  WebContentsView,
  webFrameMain: WebFrameMain,
};
