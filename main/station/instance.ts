import type { StationHandlers } from './surroundings.ts';
import type { CacheStatus, NetworkState, OutboxSummary, StationError, StationStatus } from '../../preload/contract/index.ts';

/** One OT Platform with its own journal, cache and client, at work. */
export interface Instance {
  handlers: Pick<StationHandlers, 'receiving' | 'lookup' | 'outbox' | 'accounts' | 'activities' | 'orders' | 'ordering' | 'imports'>;
  network(): { state: NetworkState; error: StationError | null; lastContactAt: string | null };
  cache(): CacheStatus;
  outbox(): OutboxSummary;
  unknownParcels(): StationStatus['unknownParcels'];
  /** Reads the awaited lines again; false when it did not get through. */
  refreshCache(): Promise<boolean>;
  pauseFill(): void;
  resumeFill(): void;
  /** Settings are other than before. */
  settingsChanged(): void;
  /** The computer was asleep, or something else has changed: tries the network at once. */
  wake(): void;
  /** Address of a line's picture as the cache has it; null when there is none. */
  pictureAddress(lineId: string): string | null;
  /** Lets what is under way end, then closes the database. */
  close(): Promise<void>;
}
