import { accountsCalls } from './accounts.ts';
import { activitiesCalls } from './activities.ts';
import { administrationCalls } from './administration.ts';
import { connectionCalls } from './connection.ts';
import { desktopCalls } from './desktop.ts';
import { lookupCalls } from './lookup.ts';
import { importsCalls } from './order-imports.ts';
import { orderingCalls } from './ordering.ts';
import { ordersCalls } from './orders.ts';
import { outboxCalls } from './outbox.ts';
import { receivingCalls } from './receiving.ts';
import { settingsCalls } from './settings.ts';
import { statusCalls } from './status.ts';

export * from './accounts.ts';
export * from './activities.ts';
export * from './activity-starts.ts';
export * from './administration.ts';
export * from './call.ts';
export * from './carriers.ts';
export * from './connection.ts';
export * from './desktop.ts';
export * from './events.ts';
export * from './fault.ts';
export * from './languages.ts';
export * from './lookup.ts';
export * from './item-link.ts';
export * from './order-draft.ts';
export * from './order-imports.ts';
export * from './order-page.ts';
export * from './order-sending.ts';
export * from './ordering.ts';
export * from './orders.ts';
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
  orders: ordersCalls,
  ordering: orderingCalls,
  imports: importsCalls,
  connection: connectionCalls,
  settings: settingsCalls,
  status: statusCalls,
  desktop: desktopCalls,
  administration: administrationCalls,
};
export type StationCalls = typeof stationCalls;
