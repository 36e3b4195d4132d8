import type { StationEvent, StationEvents, StationSettings } from '../../preload/contract/index.ts';
import type { LineCache } from '../orders/index.ts';
import type { OtapiClient } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import type { OutboxStore } from '../sync/index.ts';

/** What receiving is built from. */
export interface ReceivingParts {
  database: Database;
  lineCache: LineCache;
  outbox: Pick<OutboxStore, 'enqueue' | 'takeBack' | 'pendingPieces' | 'piecesToTakeBack'>;
  /** OT Platform, or null while the station is not connected. */
  client: () => OtapiClient | null;
  /** Read anew each time, since a person can change them. */
  settings: () => Pick<StationSettings, 'receiverName' | 'stationName' | 'scanner' | 'doubleTriggerMs'>;
  /** Milliseconds since 1970, UTC. */
  now: () => number;
  emit: <Name extends StationEvent>(name: Name, value: StationEvents[Name]) => void;
  /** Hears of errors behind a call that was answered already and that are no failure of the network or OT Platform. */
  onUnexpected?: (error: unknown) => void;
}
