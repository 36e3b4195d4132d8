import { defaultProviderSettings, type AccountSettings, type AccountsView, type LoginEnding, type ProviderAccount } from '../../../preload/contract/index.ts';
import { returnDefaults } from '../../../main/otapi/index.ts';
import { createAccounts, type Accounts } from '../../../main/sessions/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { createManualTime, type ManualTime } from '../sync/manual-time.ts';
import { createProviderPlatform, type ProviderPlatform } from './provider-platform.ts';
import { createSurfaceInMemory, type SurfaceInMemory } from './surface-in-memory.ts';

/** Provider accounts with everything around them in memory; time goes when the test says so. */
export interface AccountsBench {
  accounts: Accounts;
  platform: ProviderPlatform;
  surface: SurfaceInMemory;
  time: ManualTime;
  database: Database;
  settings: AccountSettings;
  secrets: string[];
  warnings: string[];
  unexpected: unknown[];
  /** The view that was told last. */
  told: AccountsView | null;
  view(): AccountsView;
  account(name: string): ProviderAccount;
  /** Lets everything run that waits for nothing but an answer in memory. */
  settle(): Promise<void>;
  /** Adds an account, begins its login and waits for its window. */
  openLogin(name: string): Promise<string>;
  /** How the last login of an account ended. */
  ending(id: string): LoginEnding | null;
  /** The app ends and starts again with the same database. */
  restart(): Promise<void>;
}

export async function createAccountsBench(change: Partial<AccountSettings> = {}): Promise<AccountsBench> {
  const platform = createProviderPlatform();
  const surface = createSurfaceInMemory();
  const time = createManualTime();
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  const start = (): Accounts =>
    createAccounts({
      database,
      client: platform.client,
      surface,
      settings: () => bench.settings,
      allowSite(type, host) {
        const provider = bench.settings.providers[type] ?? defaultProviderSettings;
        bench.settings.providers[type] = { ...provider, moreSites: [...provider.moreSites, host] };
      },
      isPractice: false,
      now: time.now,
      schedule: time.schedule,
      registerSecret: (secret) => void bench.secrets.push(secret),
      warn: (warning, names) => void bench.warnings.push(`${warning} ${names.join('+')}`),
      onChange: (view) => {
        bench.told = view;
      },
      onUnexpected: (error) => void bench.unexpected.push(error),
    });

  const view = (): AccountsView => bench.accounts.calls.view({}) as AccountsView;
  const bench: AccountsBench = {
    platform,
    surface,
    time,
    database,
    settings: { roundHours: 10, providers: {}, return: returnDefaults, ...change },
    secrets: [],
    warnings: [],
    unexpected: [],
    told: null,
    accounts: undefined as unknown as Accounts,
    view,
    account(name) {
      const found = view().accounts.find((each) => each.name === name);
      if (found === undefined) throw new Error(`There is no account ${name}`);
      return found;
    },
    settle,
    async openLogin(name) {
      const { id } = await bench.accounts.calls.add({ providerType: 'Taobao', name });
      await bench.accounts.calls.logIn({ id });
      await settle();
      return id;
    },
    ending: (id) => view().accounts.find((each) => each.id === id)?.lastEnding ?? null,
    async restart() {
      await bench.accounts.close();
      bench.accounts = start();
    },
  };
  bench.accounts = start();
  bench.accounts.online(true);
  await settle();
  return bench;
}
