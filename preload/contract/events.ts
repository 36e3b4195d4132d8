import type { AccountsView } from './accounts.ts';
import type { ActivitiesView } from './activities.ts';
import type { UpdatesView } from './administration.ts';
import type { ImportRun } from './order-imports.ts';
import type { OrderingView } from './ordering.ts';
import type { OutboxSummary } from './outbox.ts';
import type { Parcel, UnknownParcel } from './receiving.ts';
import type { StationSettings } from './settings.ts';
import type { StationStatus } from './status.ts';

/** What main tells the pages. An event only says what is now so; commands are calls. */
export interface StationEvents {
  'status.changed': StationStatus;
  'settings.changed': StationSettings;
  'outbox.changed': OutboxSummary;
  'accounts.changed': AccountsView;
  'activities.changed': ActivitiesView;
  /** Questions have come up, or have waited for a while; so many wait in all. For the ear: the view has them already. */
  'questions.waiting': { reason: 'asked' | 'reminder'; count: number };
  'ordering.changed': OrderingView;
  /** A run has come further; pages that show its rows ask for them again. */
  'imports.changed': ImportRun;
  /** The cache has other orders, or other facts of these; none are named when statuses are called otherwise. */
  'orders.changed': { orderIds: string[] };
  'updates.changed': UpdatesView;
  /** A person has clicked something outside of the pages that belongs to a place of theirs. */
  'place.asked': { place: 'accounts' | 'activities' };
  /** A parcel that was shown lately has changed (OT Platform answered, an operation went through). */
  'receiving.parcelUpdated': Parcel;
  /** A refresh brought the waybill of an unknown parcel. */
  'receiving.unknownMatched': UnknownParcel;
}
export type StationEvent = keyof StationEvents;
