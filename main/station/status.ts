import { isDeepStrictEqual } from 'node:util';
import type { StationStatus } from '../../preload/contract/index.ts';
import type { Connections } from './connections.ts';
import type { Notices } from './notices.ts';
import { createThrottle, type Throttle } from './throttle.ts';

/** A fill writes thousands of lines a second; the status bar needs to hear of it a few times. */
const shortestIntervalMs = 200;

/** The state at a glance, put together from the instance at work. */
export function readStatus(connections: Connections, notices: Notices): StationStatus {
  const instance = connections.ready();
  const mode = connections.mode();
  const network = instance?.network();
  return {
    mode,
    network: network?.state ?? (mode === 'none' ? 'offline' : 'connecting'),
    networkError: network?.error ?? null,
    lastContactAt: network?.lastContactAt ?? null,
    cache: instance?.cache() ?? { lines: 0, freshAt: null, fill: null },
    outbox: instance?.outbox() ?? { waiting: 0, sending: 0, failed: 0, setAside: 0, remarks: 0, oldestAt: null },
    unknownParcels: instance?.unknownParcels() ?? { open: 0, matched: 0 },
    notices: notices.all(),
  };
}

/** Tells of the state when it is another than the one told before, a few times a second at most. */
export function createStatusPublisher(read: () => StationStatus, publish: (status: StationStatus) => void): Throttle {
  let published: StationStatus | null = null;
  return createThrottle(shortestIntervalMs, () => {
    const status = read();
    if (isDeepStrictEqual(status, published)) return;
    published = status;
    publish(status);
  });
}
