import { later } from './ui/later.tsx';

/** Screens that are not the first picture of a working day; the receive screen comes with the page. */
export const screens = {
  connect: later(async () => (await import('./connect/connect-screen.tsx')).ConnectScreen),
  lookup: later(async () => (await import('./lookup/lookup-screen.tsx')).LookupScreen),
  orders: later(async () => (await import('./orders/orders-place.tsx')).OrdersPlace),
  activities: later(async () => (await import('./activities/activities-place.tsx')).ActivitiesPlace),
  accounts: later(async () => (await import('./accounts/accounts-screen.tsx')).AccountsScreen),
  outbox: later(async () => (await import('./outbox/outbox-screen.tsx')).OutboxScreen),
  settings: later(async () => (await import('./settings/settings-screen.tsx')).SettingsScreen),
};

/** Fetches all of them, one after the other, whenever the page has nothing else to do: a key then opens a place at once. */
export function fetchScreensWhenIdle(): () => void {
  const waiting = Object.values(screens);
  let handle = requestIdleCallback(fetchNext);

  function fetchNext(): void {
    const next = waiting.shift();
    if (!next) return;
    const goOn = (): void => {
      handle = requestIdleCallback(fetchNext);
    };
    // One that does not come is asked for again by whoever opens it, and the fault is shown there.
    void next.fetch().then(goOn, goOn);
  }

  return () => {
    waiting.length = 0;
    cancelIdleCallback(handle);
  };
}
