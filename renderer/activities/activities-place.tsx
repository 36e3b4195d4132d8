import type { ActivityAddress } from '../../preload/contract/activities.ts';
import type { StartRequested } from '../starts/start-draft.ts';
import { StartScreen } from '../starts/start-screen.tsx';
import { ActivitiesScreen } from './activities-screen.tsx';
import { activityKey } from './activity-key.ts';
import type { ActivitiesPage } from './activities-page.ts';
import { ActivityScreen } from './activity-screen.tsx';

interface ActivitiesPlaceProps {
  page: ActivitiesPage;
  onPage: (page: ActivitiesPage) => void;
  /** Opens the page on which something is started, with what is known of it. */
  onStart: (requested?: StartRequested) => void;
  onOpenOrder: (orderId: string) => void;
  onOpenAccounts: () => void;
}

/** The place of background activities: its lists, one of them in full, or a new one. */
export function ActivitiesPlace({ page, onPage, onStart, onOpenOrder, onOpenAccounts }: ActivitiesPlaceProps) {
  const { list } = page;
  const back = (): void => onPage({ name: 'lists', list });
  const open = (activity: ActivityAddress): void => onPage({ name: 'activity', activity, list });
  switch (page.name) {
    case 'lists':
      return <ActivitiesScreen list={list} onList={(next) => onPage({ name: 'lists', list: next })} onOpen={open} onStart={() => onStart()} />;
    case 'activity':
      return (
        <ActivityScreen
          key={activityKey(page.activity)}
          address={page.activity}
          onBack={back}
          onStart={onStart}
          onOpenOrder={onOpenOrder}
        />
      );
    case 'start':
      return <StartScreen onBack={back} onOpen={open} onOpenAccounts={onOpenAccounts} />;
  }
}
