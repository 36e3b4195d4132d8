import { Activities } from './background-activities/activities.ts';
import type { Activity } from './background-activities/activity.ts';
import { ActivityStarter } from './background-activities/activity-starter.ts';
import { createControl, SignatureClock } from './control.ts';
import type { PracticeControl } from './control.ts';
import { Dispatcher } from './dispatcher.ts';
import { Faults } from './faults.ts';
import { LoginSite } from './login-site/login-site.ts';
import { RecentSearches } from './methods/recent-searches.ts';
import { ProviderLogins } from './provider-logins/provider-logins.ts';
import { RequestLog } from './request-log.ts';
import { PracticeServer } from './server.ts';
import { Sessions } from './sessions.ts';
import { UNKNOWN_FACTS } from './unknown-facts.ts';
import type { WaybillMatch } from './unknown-facts.ts';
import type { Language } from './world/language.ts';
import { parcelNumbersOf, revealParcels } from './world/parcels.ts';
import { SIGNED_IN_OPERATOR } from './world/people.ts';
import type { Customer, Operator } from './world/people.ts';
import { RandomDraw, SERIES } from './world/random.ts';
import { loadWorld, WorldKeeper } from './world/world-file.ts';
import { PracticeWorld } from './world/world.ts';

export interface PracticePlatformOptions {
  /** A port of 127.0.0.1; 0, the default, takes any free one. */
  readonly port?: number;
  /** A port of 127.0.0.1 for the providers' login site, another than the API's; 0, the default, takes any free one. */
  readonly loginPort?: number;
  /** Order lines of a new world, 20 to 1,000,000; 300 by default. */
  readonly lines?: number;
  /** The seed of a new world; the same seed and size give the same world. */
  readonly seed?: number;
  /** With a secret, calls must be signed (otapi.md 1.3). */
  readonly secret?: string;
  /** Where the world is kept: loaded if it is there, saved after every change. */
  readonly worldFile?: string;
  readonly now?: () => Date;
  /** The language of answers to calls without one. */
  readonly language?: Language;
  /** How long an operator session lives. */
  readonly sessionMinutes?: number;
  /** How long a customer session lives. */
  readonly customerSessionMinutes?: number;
  /** With a token, the control surface is also offered over HTTP. */
  readonly controlToken?: string;
  /** How a searched waybill is compared with the field of a line; not known of the real platform. */
  readonly waybillMatch?: WaybillMatch;
  /** Every so many seconds the waybill of one parcel that was not known becomes known. */
  readonly revealEverySeconds?: number;
  /** Milliseconds between two steps of a background activity; 1000 by default. */
  readonly activityStepMs?: number;
}

export interface PracticePlatform {
  /** `http://127.0.0.1:PORT/service/`: what a client takes as API address. */
  readonly address: string;
  readonly origin: string;
  /** `http://127.0.0.1:PORT` of the providers' login site. */
  readonly loginOrigin: string;
  readonly instanceKey: string;
  readonly secret: string | null;
  readonly operatorLogin: string;
  readonly operatorPassword: string;
  /** The password of every customer; their logins are told by `control.customers`. */
  readonly customerPassword: string;
  readonly control: PracticeControl;
  readonly world: PracticeWorld;
  /** Writes the world to its file now; without a file there is nothing to do. */
  saveWorld(): Promise<void>;
  /** Hangs up, and writes the world; a second call waits for the first. */
  close(): Promise<void>;
}

const DEFAULT_LINES = 300;
const DEFAULT_SEED = 1;

/** The password of the practice operator: no secret, it is printed where it is needed. */
const OPERATOR_PASSWORD = 'practice';

/** The password of every practice customer: no secret either. */
const CUSTOMER_PASSWORD = 'practice-customer';

/** Starts an OT Platform for practice and tests on the loopback interface. */
export async function startPracticePlatform(options: PracticePlatformOptions = {}): Promise<PracticePlatform> {
  const now = options.now ?? (() => new Date());
  const { world, providerLogins, keptActivities } = await openWorld(options, now);
  const { seed } = world.origin;
  const sessions = new Sessions<Operator>(options.sessionMinutes ?? UNKNOWN_FACTS.sessionMinutes, now);
  const customerSessions = new Sessions<Customer>(options.customerSessionMinutes ?? UNKNOWN_FACTS.customerSessionMinutes, now);
  const faults = new Faults();
  const log = new RequestLog();
  const clock = new SignatureClock(now);
  const loginSite = new LoginSite(providerLogins, now);
  const providerSessions = providerLogins.sessions;
  const server = new PracticeServer();
  const origin = await listen(server, loginSite, options);
  const activities = new Activities({ world, now, stepMs: options.activityStepMs ?? UNKNOWN_FACTS.activityStepMs, kept: keptActivities });
  const activityStarter = new ActivityStarter(world, activities);
  const keeper = options.worldFile === undefined ? null : new WorldKeeper(options.worldFile, { world, providerLogins, activities });
  const control = createControl({ world, sessions, customerSessions, faults, log, loginSite, providerSessions, activities, activityStarter, clock, now });
  const worldVersion = (): number => world.history.length;
  const instanceKey = instanceKeyOf(seed);
  const secret = options.secret ?? null;
  const dispatcher = new Dispatcher({
    instanceKey,
    secret,
    language: options.language ?? 'en',
    signatureClock: () => clock.time(),
    context: {
      world,
      sessions,
      customerSessions,
      providerSessions,
      loginSite,
      activities,
      activityStarter,
      now,
      origin,
      operatorPassword: OPERATOR_PASSWORD,
      customerPassword: CUSTOMER_PASSWORD,
      waybillMatch: options.waybillMatch ?? UNKNOWN_FACTS.waybillMatch,
      lineSearches: new RecentSearches(worldVersion),
      orderSearches: new RecentSearches(worldVersion),
    },
  });
  const access = { instanceKey, secret, operatorLogin: SIGNED_IN_OPERATOR.login, operatorPassword: OPERATOR_PASSWORD, customerPassword: CUSTOMER_PASSWORD };
  const keep = async (): Promise<void> => keeper?.saveWhatMustNotBeLost();
  server.serve({ dispatcher, faults, log, control, controlToken: options.controlToken ?? null, now, seed, access, keep });
  const stopRevealing = startRevealing(world, options.revealEverySeconds, now);
  const hangUp = async (): Promise<void> => {
    stopRevealing();
    await Promise.all([server.close(), loginSite.close()]);
    activities.stop();
    await keeper?.save();
  };
  let closing: Promise<void> | null = null;
  return {
    address: `${origin}/service/`,
    origin,
    loginOrigin: loginSite.origin,
    ...access,
    control,
    world,
    saveWorld: async () => keeper?.save(),
    close: () => (closing ??= hangUp()),
  };
}

/** Takes both ports or none; returns the API's origin. */
async function listen(server: PracticeServer, loginSite: LoginSite, { port = 0, loginPort = 0 }: PracticePlatformOptions): Promise<string> {
  const origin = `http://127.0.0.1:${await server.listen(port)}`;
  try {
    await loginSite.listen(loginPort);
  } catch (error) {
    await server.close();
    throw error;
  }
  return origin;
}

/** The world of the file if it is there; else a new one, as the options ask for it. */
async function openWorld(
  options: PracticePlatformOptions,
  now: () => Date,
): Promise<{ world: PracticeWorld; providerLogins: ProviderLogins; keptActivities: readonly Activity[] }> {
  const kept = options.worldFile === undefined ? null : await loadWorld(options.worldFile);
  const newOrigin = { seed: options.seed ?? DEFAULT_SEED, lines: options.lines ?? DEFAULT_LINES, epoch: now().getTime() };
  return {
    world: kept?.world ?? new PracticeWorld(newOrigin),
    providerLogins: new ProviderLogins(now, kept?.providerLogins ?? null),
    keptActivities: kept?.activities ?? [],
  };
}

/** A key shaped like a GUID, the same for the same seed. */
function instanceKeyOf(seed: number): string {
  const draw = new RandomDraw(seed, SERIES.instance, 0);
  const hex = (count: number): string => draw.characters('0123456789abcdef', count);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

/** Returns what stops it. */
function startRevealing(world: PracticeWorld, seconds: number | undefined, now: () => Date): () => void {
  if (seconds === undefined) return () => undefined;
  const revealOne = (): void => {
    revealParcels(world, parcelNumbersOf(world, 'not-yet-known', 1), now());
  };
  const timer = setInterval(revealOne, seconds * 1000).unref();
  return () => clearInterval(timer);
}
