import type { App, Session } from 'electron';

/**
 * Refuses every permission in every session, now and later: camera, location, notifications, devices and the rest.
 * Without handlers Electron grants them (docs/tutorial/security, 5). Downloads are refused as well.
 */
export function refusePermissions(app: App, defaultSession: Session): void {
  app.on('session-created', refuseIn);
  refuseIn(defaultSession);
}

function refuseIn(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
