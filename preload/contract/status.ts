import { z } from 'zod';
import { defineCall, type StationError } from './call.ts';
import type { ConnectionMode } from './connection.ts';
import type { OutboxSummary } from './outbox.ts';

export type NetworkState = 'online' | 'offline' | 'connecting' | 'refused';

export interface CacheStatus {
  lines: number;
  /** When a fill or a refresh last ended well. */
  freshAt: string | null;
  /** A fill under way; null when none is. `total` is null until the first page has come. */
  fill: { done: number; total: number | null; state: 'running' | 'paused' | 'waiting-for-network' } | null;
}

/** The state at a glance: the status bar is drawn from it. */
export interface StationStatus {
  mode: ConnectionMode;
  network: NetworkState;
  /** Why, when the network state is `offline` or `refused`. */
  networkError: StationError | null;
  lastContactAt: string | null;
  cache: CacheStatus;
  outbox: OutboxSummary;
  unknownParcels: { open: number; matched: number };
  /** Things from the start that a person must know: codes with details; words under `notice.<code>`. */
  notices: StationNotice[];
}

export interface StationNotice {
  id: string;
  code: 'settings-set-aside' | 'journal-not-copied' | 'cache-rebuilt' | 'keychain-missing' | 'practice-storage' | 'session-ending' | 'session-ended' | 'policy-broken' | 'practice-not-allowed';
  details: Record<string, string | number>;
}

export interface StationAbout {
  version: string;
  runtime: string;
  profile: string;
}

export const statusCalls = {
  read: defineCall<StationStatus>()(z.object({})),
  about: defineCall<StationAbout>()(z.object({})),
  dismissNotice: defineCall<StationStatus>()(z.object({ id: z.string().min(1).max(100) })),
  /** Reads the awaited lines again now. */
  refreshCache: defineCall<StationStatus>()(z.object({})),
  pauseFill: defineCall<StationStatus>()(z.object({})),
  resumeFill: defineCall<StationStatus>()(z.object({})),
};
