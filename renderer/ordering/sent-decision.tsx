import { Button } from '@mantine/core';
import { IconBan, IconCopy, IconThumbUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentOrder } from '../../preload/contract/order-sending.ts';
import { useCorrect, useSentAct } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { standingOf } from './sent-standing.ts';
import classes from './sent-screen.module.css';

/** What a person can do with one that was made, refused or taken back. */
export function SentDecision({ sent, goTo }: { sent: SentOrder; goTo: GoTo }) {
  const { t } = useTranslation();
  const [asksToCancel, setAsksToCancel] = useState(false);
  const act = useSentAct(sent.id);
  const correct = useCorrect(sent.id);
  const standing = standingOf(sent);
  const isBusy = act.isPending || correct.isPending;
  const number = sent.order?.number ?? '';
  const error = act.error ?? correct.error;

  function openCopy(cancel: boolean): void {
    correct.mutate(cancel, { onSuccess: ({ draft }) => goTo({ name: 'draft', draftId: draft.id }) });
  }

  return (
    <div className={classes.decision}>
      {error && <ErrorNote error={toStationError(error)} />}
      <div className={classes.buttons}>
        {standing === 'differs' && (
          <>
            <Button
              leftSection={<IconThumbUp size="1.125rem" />}
              disabled={isBusy}
              loading={act.isPending}
              onClick={() => act.mutate((ordering) => ordering.accept({ id: sent.id }))}
            >
              {t('ordering.decide.accept')}
            </Button>
            {!sent.isCancelled && (
              <Button
                variant="default"
                leftSection={<IconBan size="1.125rem" />}
                disabled={isBusy}
                onClick={() => setAsksToCancel(true)}
              >
                {t('ordering.decide.cancel')}
              </Button>
            )}
          </>
        )}
        <Button
          variant={standing === 'refused' || standing === 'invalid' ? 'filled' : 'default'}
          leftSection={<IconCopy size="1.125rem" />}
          disabled={isBusy || asksToCancel}
          loading={correct.isPending && !correct.variables}
          onClick={() => openCopy(false)}
        >
          {standing === 'differs' ? t('ordering.decide.copyOnly') : t('ordering.decide.copy')}
        </Button>
      </div>
      {standing === 'differs' && <p className={classes.soft}>{t('ordering.decide.text')}</p>}
      {asksToCancel && (
        <CancelQuestion
          number={number}
          isBusy={isBusy}
          onYes={() => openCopy(true)}
          onNo={() => setAsksToCancel(false)}
        />
      )}
    </div>
  );
}

interface CancelQuestionProps {
  number: string;
  isBusy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Cancelling cannot be taken back by a key: nothing happens without a yes. */
function CancelQuestion({ number, isBusy, onYes, onNo }: CancelQuestionProps) {
  const { t } = useTranslation();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    no.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useShortcuts({ Escape: onNo });
  return (
    <fieldset className={classes.question} aria-label={t('ordering.decide.cancelTitle', { number })}>
      <p>
        <strong>{t('ordering.decide.cancelTitle', { number })}</strong>
      </p>
      <p>{t('ordering.decide.cancelText')}</p>
      <div className={classes.buttons}>
        <Button loading={isBusy} onClick={onYes}>
          {t('ordering.decide.cancelYes')}
        </Button>
        <Button ref={no} variant="default" disabled={isBusy} onClick={onNo}>
          {t('ordering.decide.keep')}
        </Button>
      </div>
    </fieldset>
  );
}
