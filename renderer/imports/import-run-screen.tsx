import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportRun } from '../bridge/imports.ts';
import { toStationError } from '../bridge/station.ts';
import { noteLeftRow } from '../orders/opened-row.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import classes from './imports.module.css';
import { RunActions } from './run-actions.tsx';
import { RunHead } from './run-head.tsx';
import { RunRows } from './run-rows.tsx';
import { useRunView } from './run-view.ts';

/** One run of an import: how far it is, what can be done with it, and every order with what became of it. */
export function ImportRunScreen({ runId, goTo }: { runId: string; goTo: GoTo }) {
  const { t } = useTranslation();
  usePlaceTitle('orders');
  const run = useImportRun(runId);
  const [view, setView] = useRunView(runId);
  const rows = useRef<HTMLElement>(null);
  const { data, error } = run;
  function back(): void {
    noteLeftRow('imports', runId);
    goTo({ name: 'imports' });
  }

  useShortcuts({ Escape: back });
  const controls = (
    <Button variant="default" leftSection={<IconArrowLeft size="1.125rem" />} rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={back}>
      {t('imports.back')}
    </Button>
  );
  const title = data ? t('imports.run.name', { number: data.number, file: data.fileName || t('imports.pasted') }) : t('imports.run.title');
  return (
    <Screen title={title} controls={controls}>
      {error && <ErrorNote error={toStationError(error)} />}
      {!data && !error && <p className={classes.soft}>{t('ordering.reading')}</p>}
      {data && (
        <>
          <RunHead
            run={data}
            onShow={(show) => {
              setView({ show, from: 0 });
              rows.current?.scrollIntoView({ block: 'nearest' });
            }}
          />
          <RunActions run={data} />
          <RunRows section={rows} run={data} view={view} onView={setView} onOpen={(sentId) => goTo({ name: 'sent', sentId })} />
        </>
      )}
    </Screen>
  );
}
