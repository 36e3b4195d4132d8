import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconChevronLeft, IconChevronRight, IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../bridge/queries.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { OperationRow } from './operation-row.tsx';
import classes from './outbox-screen.module.css';

const pageSize = 50;
const views = ['open', 'all'] as const;
type View = (typeof views)[number];

/** What OT Platform has still to be told, operation by operation. */
export function OutboxScreen() {
  const { t } = useTranslation();
  usePlaceTitle('outbox');
  const [view, setView] = useState<View>('open');
  const [offset, setOffset] = useState(0);
  const list = useQuery({
    queryKey: [...queryKeys.outbox, view, offset],
    queryFn: () => unwrap(station().outbox.list({ show: view, offset, limit: pageSize })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const filter = (
    <SegmentedControl
      aria-label={t('outbox.show.label')}
      value={view}
      data={views.map((value) => ({ value, label: t(`outbox.show.${value}`) }))}
      onChange={(value) => {
        setView(value);
        setOffset(0);
      }}
    />
  );
  return (
    <Screen title={t('outbox.title')} lead={t('outbox.lead')} controls={filter}>
      {list.error && <ErrorNote error={toStationError(list.error)} />}
      {list.data && list.data.operations.length === 0 && (
        <EmptyState
          icon={IconMailCheck}
          title={view === 'open' ? t('outbox.empty') : t('outbox.emptyAll')}
          text={t('outbox.emptyHint')}
        />
      )}
      {list.data && list.data.operations.length > 0 && (
        <>
          <ul className={classes.list} aria-label={t('outbox.list')}>
            {list.data.operations.map((operation) => (
              <OperationRow key={operation.id} operation={operation} />
            ))}
          </ul>
          {list.data.total > pageSize && <Pager offset={offset} total={list.data.total} onGo={setOffset} />}
        </>
      )}
    </Screen>
  );
}

function Pager({ offset, total, onGo }: { offset: number; total: number; onGo: (offset: number) => void }) {
  const { t } = useTranslation();
  const to = Math.min(offset + pageSize, total);
  return (
    <nav className={classes.pager} aria-label={t('outbox.page')}>
      <Button
        variant="default"
        size="sm"
        aria-label={t('outbox.previous')}
        disabled={offset === 0}
        onClick={() => onGo(Math.max(0, offset - pageSize))}
      >
        <IconChevronLeft size="1.125rem" />
      </Button>
      <span>{t('outbox.range', { from: offset + 1, to, total })}</span>
      <Button
        variant="default"
        size="sm"
        aria-label={t('outbox.next')}
        disabled={to >= total}
        onClick={() => onGo(offset + pageSize)}
      >
        <IconChevronRight size="1.125rem" />
      </Button>
    </nav>
  );
}
