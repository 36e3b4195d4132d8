import { expect } from '@playwright/test';
import { accountsView, addAccounts, openAccounts, untilLoginIsOver } from './provider-login.ts';
import { beginPageAnew, withSharedApp, type SharedApp } from './shared-app.ts';

/** The account that the tests log in with. */
export const account = 'wang_01';

/** An app on the Accounts screen with these accounts. */
export interface LoginApp extends SharedApp {
  names: readonly string[];
}

/**
 * Starts an app that several tests use one after the other, each after `beginAnew`: what is shown is how single logins
 * go, not how an app starts.
 */
export async function withLoginApp(
  switches: string[],
  provide: (shared: LoginApp) => Promise<void>,
  names: readonly string[] = [account],
): Promise<void> {
  const prepare = async ({ station: { page } }: SharedApp): Promise<void> => {
    await openAccounts(page);
    await addAccounts(page, names);
  };
  await withSharedApp({ switches }, prepare, (app) => provide({ ...app, names }));
}

/** Takes away all that earlier logins have left: login under way, session, device, what became of the last one, other accounts. */
export async function beginAnew(shared: LoginApp): Promise<void> {
  const { station, platform, names } = shared;
  const { page } = station;
  await page.evaluate(async () => {
    await window.station.accounts.endRound({});
    await window.station.accounts.cancelLogin({});
  });
  for (const { name } of platform.control.providerSessions()) platform.control.expireProviderSession(name);
  for (const { id, name } of (await untilLoginIsOver(station)).accounts) {
    await page.evaluate(
      async ({ of, stays }) => {
        await window.station.accounts.forgetDevice({ id: of });
        await window.station.accounts.dismissEnding({ id: of });
        if (!stays) await window.station.accounts.remove({ id: of });
      },
      { of: id, stays: names.includes(name) },
    );
  }
  await page.evaluate(async () => window.station.accounts.refresh({}));
  await expect
    .poll(() => accountsView(page))
    .toMatchObject({ login: null, round: null, accounts: names.map((name) => ({ name, session: null, deviceRemembered: false, lastEnding: null })) });
  await beginPageAnew(shared);
  await openAccounts(page);
}
