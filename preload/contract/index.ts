import { accountsCalls } from './accounts.ts';
import { activitiesCalls } from './activities.ts';
import { connectionCalls } from './connection.ts';
import { desktopCalls } from './desktop.ts';
import { lookupCalls } from './lookup.ts';
import { outboxCalls } from './outbox.ts';
import { receivingCalls } from './receiving.ts';
import { settingsCalls } from './settings.ts';
import { statusCalls } from './status.ts';

export * from './accounts.ts';
export * from './activities.ts';
export * from './activity-starts.ts';
export * from './call.ts';
export * from './connection.ts';
export * from './desktop.ts';
export * from './events.ts';
export * from './fault.ts';
export * from './lookup.ts';
export * from './outbox.ts';
export * from './providers.ts';
export * from './reasons.ts';
export * from './receiving.ts';
export * from './recipient.ts';
export * from './settings.ts';
export * from './status.ts';

/** Every call a page can make, domain by domain. */
export const stationCalls = {
  receiving: receivingCalls,
  lookup: lookupCalls,
  outbox: outboxCalls,
  accounts: accountsCalls,
  activities: activitiesCalls,
  connection: connectionCalls,
  settings: settingsCalls,
  status: statusCalls,
  desktop: desktopCalls,
};
export type StationCalls = typeof stationCalls;
