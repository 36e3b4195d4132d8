import type { ActivityAddress, ActivityKind, StationError } from '../../../preload/contract/index.ts';
import { conflict } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';
import type { ConcernedOrder } from '../known/known-activity.ts';

/** `sending` and `unknown` are unsettled; `not-begun`: a person has said so. */
export type StartState = 'sending' | 'started' | 'unknown' | 'refused' | 'not-begun';

/** A start as the journal keeps it. Holds no session id. */
export interface StoredStart {
  id: string;
  kind: ActivityKind;
  providerType: string;
  accountName: string;
  orders: ConcernedOrder[];
  lineIds: string[];
  providerOrderIds: string[];
  by: string;
  station: string;
  at: number;
  state: StartState;
  error: StationError | null;
  activity: ActivityAddress | null;
}

export interface StartStore {
  find(id: string): StoredStart | null;
  /** Writes one down as under way, before it is sent; in the place of one with its id that was refused. */
  begin(start: Omit<StoredStart, 'state' | 'error' | 'activity'>): StoredStart;
  end(id: string, change: Pick<StoredStart, 'state' | 'error' | 'activity'>): void;
  /** Of which nobody knows yet how they went, oldest first. */
  unsettled(): StoredStart[];
  /** The start of an activity, when it was here. */
  ofActivity(address: ActivityAddress): StoredStart | null;
}

interface StartRow {
  id: string;
  kind: string;
  provider_type: string;
  account_name: string;
  orders: string;
  line_ids: string;
  provider_order_ids: string;
  started_by: string;
  station: string;
  at: number;
  state: string;
  error: string | null;
  activity_type: string | null;
  activity_id: string | null;
}

export function createStartStore(database: Database): StartStore {
  const byId = database.prepare<StartRow>('SELECT * FROM activity_starts WHERE id = ?');
  const byActivity = database.prepare<StartRow>(
    'SELECT * FROM activity_starts WHERE activity_type = ? AND activity_id = ? ORDER BY at LIMIT 1',
  );
  const unsettled = database.prepare<StartRow>("SELECT * FROM activity_starts WHERE state IN ('sending', 'unknown') ORDER BY at");
  const insert = database.prepare(`
    INSERT OR REPLACE INTO activity_starts
      (id, kind, provider_type, account_name, orders, line_ids, provider_order_ids, started_by, station, at, state)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sending')`);
  const finish = database.prepare(
    'UPDATE activity_starts SET state = ?, error = ?, activity_type = ?, activity_id = ? WHERE id = ?',
  );

  // Whoever was sending when the station stopped never heard how it went.
  database
    .prepare("UPDATE activity_starts SET state = 'unknown', error = ? WHERE state = 'sending'")
    .run(JSON.stringify(conflict('stopped-while-sending')));

  const first = (row: StartRow | undefined): StoredStart | null => (row === undefined ? null : startOf(row));
  return {
    find: (id) => first(byId.get(id)),
    begin(start) {
      const { id, kind, providerType, accountName, orders, lineIds, providerOrderIds, by, station, at } = start;
      const lists = [orders, lineIds, providerOrderIds].map((list) => JSON.stringify(list));
      insert.run(id, kind, providerType, accountName, ...lists, by, station, at);
      return { ...start, state: 'sending', error: null, activity: null };
    },
    end(id, { state, error, activity }) {
      finish.run(state, error === null ? null : JSON.stringify(error), activity?.type ?? null, activity?.id ?? null, id);
    },
    unsettled: () => unsettled.all().map(startOf),
    ofActivity: ({ type, id }) => first(byActivity.get(type, id)),
  };
}

function startOf(row: StartRow): StoredStart {
  const isKnown = row.activity_type !== null && row.activity_id !== null;
  return {
    id: row.id,
    kind: row.kind as ActivityKind,
    providerType: row.provider_type,
    accountName: row.account_name,
    orders: JSON.parse(row.orders) as ConcernedOrder[],
    lineIds: JSON.parse(row.line_ids) as string[],
    providerOrderIds: JSON.parse(row.provider_order_ids) as string[],
    by: row.started_by,
    station: row.station,
    at: row.at,
    state: row.state as StartState,
    error: row.error === null ? null : (JSON.parse(row.error) as StationError),
    activity: isKnown ? { type: row.activity_type ?? '', id: row.activity_id ?? '' } : null,
  };
}
