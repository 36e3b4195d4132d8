import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportField } from '../../preload/contract/order-imports.ts';
import { useRunAct } from '../bridge/imports.ts';
import { toStationError } from '../bridge/station.ts';
import type { OrderBinding } from '../ordering/binding-fields.tsx';
import type { GoTo } from '../orders/orders-page.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { setFileInHand, type FileInHand } from './file-in-hand.ts';
import classes from './imports.module.css';

interface StartFootProps {
  inHand: FileInHand & { defaults: OrderBinding };
  /** Undefined while the file is not checked as it stands. */
  check: ImportCheck | undefined;
  missing: readonly ImportField[];
  hasCustomer: boolean;
  goTo: GoTo;
}

/** The button that begins the run, once, and why it cannot yet. */
export function StartFoot({ inHand, check, missing, hasCustomer, goTo }: StartFootProps) {
  const { t } = useTranslation();
  const start = useRunAct();
  const { file, mapping, defaults, pays, runId } = inHand;
  const good = check ? check.orders - check.faulty : 0;
  const canStart = hasCustomer && good > 0 && !start.isPending;

  function begin(): void {
    if (!canStart) return;
    start.mutate((imports) => imports.start({ id: runId, fileId: file.id, mapping, defaults, pays }), {
      onSuccess: (run) => {
        setFileInHand(null);
        goTo({ name: 'import-run', runId: run.id });
      },
    });
  }

  useShortcuts({ 'Ctrl+Enter': begin });
  const problem = missing.length > 0 ? 'columns' : !hasCustomer ? 'customer' : check && good === 0 ? 'nothing' : null;
  return (
    <footer className={classes.foot}>
      {start.error && <ErrorNote error={toStationError(start.error)} title={t('imports.start.notStarted')} />}
      <div className={classes.buttons}>
        <Button
          leftSection={<IconPlayerPlay size="1.125rem" />}
          rightSection={<KeyCap>{t('key.ctrlEnter')}</KeyCap>}
          disabled={!canStart && !start.isPending}
          loading={start.isPending}
          aria-describedby={problem === null ? undefined : 'import-problem'}
          onClick={begin}
        >
          {check && good > 0 ? t('imports.start.button', { count: good }) : t('imports.start.buttonPlain')}
        </Button>
        {problem !== null && (
          <span id="import-problem" className={classes.soft}>
            {t(`imports.start.problem.${problem}`)}
          </span>
        )}
        {problem === null && check !== undefined && check.faulty > 0 && (
          <span className={classes.warnWord}>{t('imports.start.leftOut', { count: check.faulty })}</span>
        )}
      </div>
    </footer>
  );
}
