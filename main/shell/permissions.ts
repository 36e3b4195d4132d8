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
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Gives no server anything that says who we are: no password of HTTP, no certificate of ours (without a listener the
 * first one of the computer is taken), and no trust in a certificate that Chromium does not trust (docs/api/app).
 */
export function refuseCredentials(app: App): void {
  app.on('login', (event, _contents, _details, _server, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}
