import type { Activities } from './background-activities/activities.ts';
import type { ActivityStarter } from './background-activities/activity-starter.ts';
import { createActivityControl } from './control-activities.ts';
import type { ActivityControl } from './control-activities.ts';
import { createLoginControl } from './control-logins.ts';
import type { LoginControl } from './control-logins.ts';
import { createOrderControl } from './control-orders.ts';
import type { OrderControl } from './control-orders.ts';
import type { Fault, Faults } from './faults.ts';
import type { LoginSite } from './login-site/login-site.ts';
import type { ProviderSessions } from './provider-logins/sessions.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import type { Sessions } from './sessions.ts';
import type { LineFields } from './world/order-line.ts';
import { canonicalNumber } from './world/parcel-numbers.ts';
import { parcelNumbersOf, parcelSamples, revealParcels } from './world/parcels.ts';
import type { ParcelKind, ParcelSample } from './world/parcels.ts';
import { OTHER_STATION_OPERATOR } from './world/people.ts';
import type { Customer, Operator } from './world/people.ts';
import type { PracticeWorld } from './world/world.ts';

/** What a test or a demonstration may do to the platform behind the API's back. */
export interface PracticeControl extends LoginControl, ActivityControl, OrderControl {
  /** Ends every operator session now. */
  expireSessions(): void;
  /** Ends every customer session now. */
  expireCustomerSessions(): void;
  /** Spoils the next calls. */
  addFault(fault: Fault): void;
  clearFaults(): void;
  /** Parcels of a kind, the newest first; 10 when no limit is given. */
  parcels(query: { kind: ParcelKind; limit?: number }): ParcelSample[];
  /**
   * The provider's synchronisation brings waybills that were not known: of all such parcels, or of those
   * with these waybills or labels. Returns the parcels whose numbers are known now.
   */
  revealParcels(which: 'all' | readonly string[]): ParcelSample[];
  /** Another station, another person: changes fields of a line. */
  setLineFields(lineId: string, fields: Partial<LineFields>): void;
  /** The platform's clock for the timestamp check goes wrong by this much. */
  setClockOffset(milliseconds: number): void;
  /** The newest calls, oldest first. */
  requests(): readonly LoggedRequest[];
  /** Number of calls by method name. */
  counts(): Readonly<Record<string, number>>;
  /** Forgets the calls, and the requests to the login site. */
  clearRequests(): void;
}

export interface ControlParts {
  readonly world: PracticeWorld;
  readonly sessions: Sessions<Operator>;
  readonly customerSessions: Sessions<Customer>;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly loginSite: LoginSite;
  readonly providerSessions: ProviderSessions;
  readonly activities: Activities;
  readonly activityStarter: ActivityStarter;
  readonly clock: SignatureClock;
  readonly now: () => Date;
}

/** The platform's clock for the timestamp check: the real one, off by what a test asked for. */
export class SignatureClock {
  readonly #now: () => Date;
  offsetMs = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  time(): Date {
    return new Date(this.#now().getTime() + this.offsetMs);
  }
}

export function createControl(parts: ControlParts): PracticeControl {
  const { world, sessions, customerSessions, faults, log, loginSite, providerSessions, clock, now } = parts;
  return {
    ...createActivityControl(parts),
    ...createLoginControl(loginSite, providerSessions),
    ...createOrderControl(world, now),
    expireSessions: () => sessions.expireAll(),
    expireCustomerSessions: () => customerSessions.expireAll(),
    addFault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    parcels: (query) => parcelSamples(world, query),
    revealParcels: (which) => revealParcels(world, hiddenParcels(world, which), now()),
    setLineFields(lineId, fields) {
      const line = world.lineById(lineId);
      if (line === null) throw new RangeError(`There is no line ${lineId}`);
      world.changeLine(line.slot, fields, { at: now(), operatorId: OTHER_STATION_OPERATOR.id });
    },
    setClockOffset(milliseconds) {
      clock.offsetMs = milliseconds;
    },
    requests: () => log.requests,
    counts: () => log.counts,
    clearRequests() {
      log.clear();
      loginSite.log.clear();
    },
  };
}

function hiddenParcels(world: PracticeWorld, which: 'all' | readonly string[]): number[] {
  const hidden = [...parcelNumbersOf(world, 'not-yet-known', Number.POSITIVE_INFINITY)];
  if (which === 'all') return hidden;
  const wanted = new Set(which.map(canonicalNumber));
  const { parcelNumbers } = world;
  return hidden.filter((parcel) => wanted.has(parcelNumbers.waybill(parcel)) || wanted.has(canonicalNumber(parcelNumbers.label(parcel))));
}
