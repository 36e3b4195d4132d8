import { Button } from '@mantine/core';
import { IconArrowLeft, IconChecklist } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CursorPager } from '../activities/cursor-pager.tsx';
import { useCursorPages } from '../activities/use-cursor-pages.ts';
import { useOrdering, useSentHistory } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import { useOpenedRow } from '../orders/opened-row.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { useSteadyList } from '../ui/use-steady-list.ts';
import { SentRow } from './sent-row.tsx';
import { asksForDecision, decisionsWanted, standingOf } from './sent-standing.ts';
import classes from './sent-list-screen.module.css';

/** Everything that was sent from this station; what somebody has to decide stands first. */
export function SentListScreen({ goTo }: { goTo: GoTo }) {
  const { t } = useTranslation();
  usePlaceTitle('orders');
  const ordering = useOrdering();
  const pages = useCursorPages('sent');
  const history = useSentHistory(pages.before);
  const back = (): void => goTo({ name: 'list' });
  useShortcuts({ Escape: back });
  // Those of imports stand with their import.
  const toDecide = (ordering.data?.sent ?? []).filter((sent) => asksForDecision(standingOf(sent)));
  const asked = new Set(toDecide.map(({ id }) => id));
  const elsewhere = ordering.data ? decisionsWanted(ordering.data).inImports : 0;
  const others = (history.data?.sent ?? []).filter(({ id }) => !asked.has(id));
  const keyed = [toDecide, others].map((group) => group.map((sent) => ({ key: sent.id, sent })));
  const { groups, handlers } = useSteadyList(keyed);
  const [first = [], second = []] = groups;
  const error = ordering.error ?? history.error;
  const isEmpty = history.data !== undefined && toDecide.length === 0 && others.length === 0 && pages.number === 1;
  const list = useRef<HTMLDivElement>(null);
  const noteOpened = useOpenedRow('sent', list, history.isFetchedAfterMount);
  function open(sentId: string): void {
    noteOpened(sentId);
    goTo({ name: 'sent', sentId });
  }

  const controls = (
    <Button variant="default" leftSection={<IconArrowLeft size="1.125rem" />} rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={back}>
      {t('ordering.back')}
    </Button>
  );
  return (
    <Screen title={t('ordering.history.title')} lead={t('ordering.history.lead')} controls={controls}>
      {error && <ErrorNote error={toStationError(error)} />}
      {isEmpty && <EmptyState icon={IconChecklist} title={t('ordering.history.empty')} text={t('ordering.history.emptyText')} />}
      {elsewhere > 0 && pages.number === 1 && (
        <p className={classes.elsewhere}>
          {t('ordering.history.inImports', { count: elsewhere })}
          <Button size="compact-sm" variant="default" onClick={() => goTo({ name: 'imports' })}>
            {t('ordering.history.openImports')}
          </Button>
        </p>
      )}
      <div ref={list} className={classes.groups} {...handlers}>
        {first.length > 0 && pages.number === 1 && (
          <section className={classes.section} aria-label={t('ordering.history.toDecide')}>
            <h2>{t('ordering.history.toDecide')}</h2>
            <ul className={classes.list}>
              {first.map(({ sent }) => (
                <SentRow key={sent.id} sent={sent} onOpen={open} />
              ))}
            </ul>
          </section>
        )}
        {second.length > 0 && (
          <section className={classes.section} aria-label={t('ordering.history.all')}>
            <h2>{t('ordering.history.all')}</h2>
            <ul className={classes.list}>
              {second.map(({ sent }) => (
                <SentRow key={sent.id} sent={sent} onOpen={open} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <CursorPager pages={pages} next={history.data?.next ?? null} />
    </Screen>
  );
}
