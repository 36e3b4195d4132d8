import { Button, Loader } from '@mantine/core';
import { IconArrowLeft, IconExternalLink, IconFileImport, IconHandStop, IconSearch } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SentOrder } from '../../preload/contract/order-sending.ts';
import { useSent, useSentAct } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { noteLeftRow } from '../orders/opened-row.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { useNow } from '../ui/use-now.ts';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { SentContent } from './sent-content.tsx';
import { SentSign } from './sent-sign.tsx';
import { standingOf } from './sent-standing.ts';
import classes from './sent-screen.module.css';

/** One order that was sent from here: how it stands, what came of it line by line, and what can be done. */
export function SentScreen({ sentId, goTo }: { sentId: string; goTo: GoTo }) {
  const { t } = useTranslation();
  usePlaceTitle('orders');
  const sent = useSent(sentId);
  const { data, error } = sent;
  const runId = data?.runId ?? null;
  const order = data?.order ?? null;
  function back(): void {
    noteLeftRow(runId === null ? 'sent' : `run ${runId}`, sentId);
    goTo(runId === null ? { name: 'sent-list' } : { name: 'import-run', runId });
  }

  useShortcuts({ Escape: back });
  const controls = (
    <div className={classes.buttons}>
      {order && (
        <Button leftSection={<IconExternalLink size="1.125rem" />} variant="default" onClick={() => goTo({ name: 'order', orderId: order.id })}>
          {t('ordering.sent.openOrder')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={runId === null ? <IconArrowLeft size="1.125rem" /> : <IconFileImport size="1.125rem" />}
        rightSection={<KeyCap>{t('key.esc')}</KeyCap>}
        onClick={back}
      >
        {runId === null ? t('ordering.sent.back') : t('ordering.sent.backToRun')}
      </Button>
    </div>
  );
  return (
    <Screen title={data ? titleOf(data, t) : t('ordering.sent.title')} controls={controls}>
      {error && <ErrorNote error={toStationError(error)} />}
      {!data && !error && <p className={classes.soft}>{t('ordering.reading')}</p>}
      {data && (
        <>
          <SentHead sent={data} />
          <SentContent sent={data} goTo={goTo} />
        </>
      )}
    </Screen>
  );
}

function titleOf({ order, reference }: SentOrder, t: TFunction): string {
  if (order) return t('ordering.sent.orderTitle', { number: order.number });
  return reference === '' ? t('ordering.sent.title') : t('ordering.sent.referenceTitle', { reference });
}

/** How it stands, in words, and what happens next. */
function SentHead({ sent }: { sent: SentOrder }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(1000);
  const act = useSentAct(sent.id);
  const standing = standingOf(sent);
  const isMoving = standing === 'sending' || standing === 'comparing' || (standing === 'lost' && sent.nextAttemptAt === null);
  const facts = [
    sent.reference === '' ? '' : t('ordering.sent.reference', { reference: sent.reference }),
    t('ordering.sent.by', { by: sent.by || t('ordering.somebody'), station: sent.station, when: format.moment(sent.at) }),
    t('ordering.sent.customer', { login: sent.customerLogin }),
    sent.attempts > 1 ? t('outbox.attempts', { count: sent.attempts }) : '',
  ];
  return (
    <section className={classes.head} aria-label={t('ordering.sent.state')}>
      <div className={classes.state} aria-live="polite">
        <SentSign standing={standing} />
        {isMoving && <Loader size="1rem" />}
        <p className={classes.words}>
          {standing === 'differs'
            ? t('ordering.standingText.differs', { count: sent.different })
            : t(`ordering.standingText.${standing}`)}
          {sent.isCancelled && standing !== 'cancelled' ? ` ${t('ordering.sent.cancelledThere')}` : ''}
        </p>
      </div>
      {(standing === 'waiting' || standing === 'lost') && (
        <div className={classes.buttons}>
          {sent.nextAttemptAt !== null && (
            <span className={classes.soft}>{t('outbox.nextAttempt', { when: format.relative(sent.nextAttemptAt, now) })}</span>
          )}
          {standing === 'waiting' && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconHandStop size="1rem" />}
              loading={act.isPending}
              onClick={() => act.mutate((ordering) => ordering.stop({ id: sent.id }))}
            >
              {t('ordering.sent.stop')}
            </Button>
          )}
          {standing === 'lost' && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconSearch size="1rem" />}
              loading={act.isPending}
              onClick={() => act.mutate((ordering) => ordering.look({ id: sent.id }))}
            >
              {t('ordering.unsure.look')}
            </Button>
          )}
        </div>
      )}
      <p className={classes.facts}>
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {sent.comment !== '' && (
        <p className={classes.soft}>
          {t('ordering.sent.commentThere')} <span className={classes.code}>{sent.comment}</span>
        </p>
      )}
      {act.error && <ErrorNote error={toStationError(act.error)} />}
      {sent.error && <ErrorNote error={sent.error} />}
    </section>
  );
}
