import { createThrottle } from './throttle.ts';

/** Gathers orders that have changed, so that a page hears of them a few times a second at most. */
export interface OrderNews {
  add(orderIds: readonly string[]): void;
  stop(): void;
}

const intervalMs = 500;

export function createOrderNews(tell: (orderIds: string[]) => void): OrderNews {
  const gathered = new Set<string>();
  const throttle = createThrottle(intervalMs, () => {
    const orderIds = [...gathered];
    gathered.clear();
    tell(orderIds);
  });
  return {
    add(orderIds) {
      for (const id of orderIds) gathered.add(id);
      if (orderIds.length > 0) throttle.touch();
    },
    stop: () => throttle.stop(),
  };
}
