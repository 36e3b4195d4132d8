import { Button } from '@mantine/core';
import { IconArrowLeft, IconFileImport } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportRuns } from '../bridge/imports.ts';
import { toStationError } from '../bridge/station.ts';
import { useOpenedRow } from '../orders/opened-row.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { FileEntry } from './file-entry.tsx';
import { useFileInHand } from './file-in-hand.ts';
import classes from './imports.module.css';
import { RunRow } from './run-row.tsx';
import { forgetRunView } from './run-view.ts';
import { useTakeFile } from './use-take-file.ts';

/** Files of orders: where one comes in, and what became of those before. */
export function ImportsScreen({ goTo }: { goTo: GoTo }) {
  const { t } = useTranslation();
  usePlaceTitle('orders');
  const runs = useImportRuns();
  const list = useRef<HTMLUListElement>(null);
  const noteOpened = useOpenedRow('imports', list, runs.isFetchedAfterMount);
  const inHand = useFileInHand();
  function openRun(runId: string): void {
    noteOpened(runId);
    forgetRunView(runId);
    goTo({ name: 'import-run', runId });
  }

  const openFile = (): void => goTo({ name: 'import-file' });
  const taking = useTakeFile(openFile);
  const back = (): void => goTo({ name: 'list' });
  useShortcuts({ Escape: back });
  const controls = (
    <Button variant="default" leftSection={<IconArrowLeft size="1.125rem" />} rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={back}>
      {t('ordering.back')}
    </Button>
  );
  return (
    <Screen title={t('imports.title')} lead={t('imports.lead')} controls={controls}>
      {runs.error && <ErrorNote error={toStationError(runs.error)} />}
      <FileEntry taking={taking} />
      {inHand && (
        <p className={classes.note}>
          {t('imports.inHand', { name: inHand.file.name || t('imports.pasted') })}{' '}
          <Button size="compact-sm" variant="default" onClick={openFile}>
            {t('imports.goOn')}
          </Button>
        </p>
      )}
      {runs.data?.length === 0 && <EmptyState icon={IconFileImport} title={t('imports.empty')} text={t('imports.emptyText')} />}
      {runs.data && runs.data.length > 0 && (
        <section className={classes.section} aria-label={t('imports.runs')}>
          <h2>{t('imports.runs')}</h2>
          <ul ref={list} className={classes.list}>
            {runs.data.map((run) => (
              <RunRow key={run.id} run={run} onOpen={openRun} />
            ))}
          </ul>
        </section>
      )}
    </Screen>
  );
}
