import { Suspense, useEffect, useState, type ReactElement } from 'react';
import type { ActivityAddress } from '../preload/contract/activities.ts';
import { firstActivitiesPage, type ActivitiesPage } from './activities/activities-page.ts';
import { useStatus } from './bridge/queries.ts';
import { station, toStationError } from './bridge/station.ts';
import { firstOrdersPage } from './orders/orders-page.ts';
import { useOrdersState } from './orders/use-orders-state.ts';
import { QuestionsProvider } from './questions/questions-provider.tsx';
import type { DeskPanelName } from './receive/desk-panel.tsx';
import { DeskProvider, useDesk } from './receive/desk-provider.tsx';
import { ReceiveScreen } from './receive/receive-screen.tsx';
import { fetchScreensWhenIdle, screens } from './screens.ts';
import type { SettingsPart } from './settings/settings-screen.tsx';
import type { StartRequested } from './starts/start-draft.ts';
import { StartsProvider, useStarts } from './starts/starts-provider.tsx';
import { ErrorPage } from './ui/error-page.tsx';
import { Frame } from './ui/frame.tsx';
import { Page } from './ui/page.tsx';
import type { PlaceName } from './ui/places.ts';
import { useScanFragments, useScans } from './ui/scanner-context.ts';
import { ScannerProvider } from './ui/scanner-provider.tsx';
import { useFreeKeysAfterClick } from './ui/use-free-keys.ts';

/** The station's own window. */
export function App() {
  useFreeKeysAfterClick();
  return (
    <Page>
      {(settings) => (
        <ScannerProvider settings={settings.scanner}>
          <Station />
        </ScannerProvider>
      )}
    </Page>
  );
}

function Station() {
  const status = useStatus();
  if (status.error) return <ErrorPage error={toStationError(status.error)} />;
  if (!status.data) return null;
  if (status.data.mode === 'none') {
    return (
      <Suspense>
        <screens.connect.Component />
      </Suspense>
    );
  }
  return (
    <DeskProvider key={status.data.mode}>
      <QuestionsProvider>
        <StartsProvider>
          <Places />
        </StartsProvider>
      </QuestionsProvider>
    </DeskProvider>
  );
}

function Places() {
  const [place, setPlace] = useState<PlaceName>('receive');
  const [panel, setPanel] = useState<DeskPanelName>('journal');
  const [settingsPart, setSettingsPart] = useState<SettingsPart | null>(null);
  const [activitiesPage, setActivitiesPage] = useState<ActivitiesPage>(firstActivitiesPage);
  const orders = useOrdersState();
  const desk = useDesk();
  const { change: changeStart, starter } = useStarts();
  useEffect(fetchScreensWhenIdle, []);

  // A scan that no screen asks for opens the receive screen: it is never answered with silence.
  useScans(({ raw, supersedes }) => {
    setPlace('receive');
    desk.scan(raw, 'scanner', supersedes);
  });
  useScanFragments(() => {
    setPlace('receive');
    desk.fragment();
  });

  // Outside of the page, as on a notification of the system, a person has asked for one of its places.
  useEffect(
    () =>
      station().on('place.asked', ({ place: asked }) => {
        if (asked === 'activities') setActivitiesPage(firstActivitiesPage);
        setPlace(asked);
      }),
    [],
  );

  function go(to: PlaceName): void {
    setSettingsPart(null);
    // The place itself, asked for from one of its pages, is its lists.
    if (to === 'activities' && place === 'activities') setActivitiesPage(firstActivitiesPage);
    if (to === 'orders' && place === 'orders') orders.goTo(firstOrdersPage);
    setPlace(to);
  }

  function openParcel(waybill: string): void {
    setPlace('receive');
    void desk.open(waybill);
  }

  function showUnknown(): void {
    setPanel('unknown');
    setPlace('receive');
  }

  /** Goes on with the start that was begun, or begins one with what is known of it. */
  function openStart(requested?: StartRequested): void {
    if (starter.runs().every(({ state }) => state === 'begun')) starter.clear();
    if (requested) changeStart({ type: 'begun', ...requested });
    setActivitiesPage(({ list }) => ({ name: 'start', list }));
    setPlace('activities');
  }

  function openActivity(activity: ActivityAddress): void {
    setActivitiesPage({ name: 'activity', activity, list: 'now' });
    setPlace('activities');
  }

  function openOrder(orderId: string): void {
    orders.goTo({ name: 'order', orderId });
    setPlace('orders');
  }

  function openSettings(part: SettingsPart): void {
    setSettingsPart(part);
    setPlace('settings');
  }

  /** A place without its screen is no element, and tsc tells. */
  function screen(): ReactElement {
    switch (place) {
      case 'receive':
        return <ReceiveScreen panel={panel} onPanel={setPanel} />;
      case 'lookup':
        return <screens.lookup.Component onOpen={openParcel} onOpenOrder={openOrder} onStart={openStart} />;
      case 'orders':
        return <screens.orders.Component orders={orders} onOpenParcel={openParcel} onOpenActivity={openActivity} onStart={openStart} />;
      case 'activities':
        return (
          <screens.activities.Component
            page={activitiesPage}
            onPage={setActivitiesPage}
            onStart={openStart}
            onOpenOrder={openOrder}
            onOpenAccounts={() => go('accounts')}
          />
        );
      case 'accounts':
        return <screens.accounts.Component onOpenSettings={openSettings} />;
      case 'outbox':
        return <screens.outbox.Component />;
      case 'settings':
        return <screens.settings.Component part={settingsPart} />;
    }
  }

  return (
    <Frame place={place} onGo={go} onShowUnknown={showUnknown}>
      <Suspense>{screen()}</Suspense>
    </Frame>
  );
}
