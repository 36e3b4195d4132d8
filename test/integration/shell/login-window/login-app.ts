import path from 'node:path';
import type { LoginWindowEvent } from '../../../../main/sessions/index.ts';
import { launch, type LaunchedApp } from '../../stand-in/launch.ts';
import type { LoginFixture } from './app/main.ts';
import { serveSite } from './sites.ts';

declare global {
  // oxlint-disable-next-line no-var -- a global of the fixture's main process
  var loginFixture: LoginFixture;
}

/** The return host of these tests, and the path of the login under way. */
export const returnAddress = { host: 'return.example', path: '/provider-session/the-state-of-this-login' };
export const back = `https://${returnAddress.host}${returnAddress.path}?sessionId=secret`;

/** Everything that a page of a provider is made with, but for its session: no preload script, and no setting besides these. */
export const pageOfProvider = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  devTools: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
};

export interface LoginApp extends LaunchedApp {
  /** Requests that reached the machine to which the return host leads. */
  returnRequests: string[];
  /** Opens a login that begins at `address`, and waits until its first page has loaded unless told otherwise. */
  openLogin(address: string, options?: { localOrigin?: string | null; partition?: string; awaitPage?: boolean }): Promise<void>;
  /** Does something in the provider's page; for what takes the page away. */
  act(script: string): Promise<void>;
  /** What a script in the provider's page comes to. */
  run<T>(script: string): Promise<T>;
  events(): Promise<LoginWindowEvent[]>;
  /** Everything told so far, once this was told so many times. */
  toldOf(kind: LoginWindowEvent['kind'], times?: number): Promise<LoginWindowEvent[]>;
  pagesGone(): Promise<void>;
  closeLogin(): Promise<void>;
}

/**
 * Starts the fixture. Names ending in .example lead to ports of this machine: the return host to a server that takes
 * whatever comes, the others as given. `isTrusting` takes every certificate, so that these servers can be reached at all.
 */
export async function launchLogins(hosts: Record<string, number> = {}, { isTrusting = true } = {}): Promise<LoginApp> {
  const returnSite = await serveSite({}, 'https');
  const rules = Object.entries({ [returnAddress.host]: returnSite.port, ...hosts }).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  const fixture = path.join('..', '..', 'shell', 'login-window', 'app');
  const launched = await launch(fixture, {
    args: [`--hosts=${[...rules, 'MAP *.example ~NOTFOUND'].join(', ')}`, ...(isTrusting ? ['--trusting'] : [])],
  });
  const { app } = launched;
  const close = async (): Promise<void> => {
    await launched.close();
    await returnSite.close();
  };
  return {
    ...launched,
    close,
    [Symbol.asyncDispose]: close,
    returnRequests: returnSite.requests,
    async openLogin(address, { localOrigin = localOriginOf(address), partition = 'login', awaitPage = true } = {}) {
      const request = { partition, address, returnAddress, sites: ['known.example'], localOrigin };
      await app.evaluate((_electron, request) => globalThis.loginFixture.open(request), request);
      if (!awaitPage) return;
      await app.evaluate(() => globalThis.loginFixture.toldOf('page'));
      await app.evaluate(() => globalThis.loginFixture.loaded());
    },
    act: async (script) => void (await app.evaluate((_electron, script) => globalThis.loginFixture.act(script), script)),
    run: <T>(script: string) => app.evaluate((_electron, script) => globalThis.loginFixture.run(script), script) as Promise<T>,
    events: () => app.evaluate(() => globalThis.loginFixture.events()),
    toldOf: (kind, times = 1) => app.evaluate((_electron, [kind, times]) => globalThis.loginFixture.toldOf(kind, times), [kind, times] as const),
    pagesGone: () => app.evaluate(() => globalThis.loginFixture.pagesGone()),
    closeLogin: () => app.evaluate(() => globalThis.loginFixture.close()),
  };
}

/** In practice the login site is on this machine, reached by http. */
function localOriginOf(address: string): string | null {
  return address.startsWith('http://127.0.0.1:') ? new URL(address).origin : null;
}
