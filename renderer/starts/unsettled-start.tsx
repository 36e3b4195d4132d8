import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import type { StartRecord } from '../../preload/contract/activity-starts.ts';
import { accountLabel } from '../accounts/account-label.ts';
import { activityKey } from '../activities/activity-key.ts';
import { OrderNumbers } from '../activities/order-numbers.tsx';
import { KindSign } from '../activities/signs.tsx';
import { writtenMoment } from '../activities/written-moment.ts';
import { useSettleStart } from '../bridge/starts.ts';
import { toStationError } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { errorWords } from '../i18n/words.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './unsettled-start.module.css';

/** A start of which nobody knows how it went, with the activities that could be it. A person settles it. */
export function UnsettledStart({ start }: { start: StartRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settle = useSettleStart(start.id);
  const { kind, orders, accountName, by, at, state, error, candidates } = start;
  const known = (activity: ActivityAddress | null) => () => settle.mutate(activity);
  return (
    <section className={classes.card} aria-label={t('starts.unsettled.title')}>
      <div className={classes.head}>
        <IconAlertTriangle className={classes.icon} aria-hidden="true" />
        <strong>{state === 'sending' ? t('starts.unsettled.sending') : t('starts.unsettled.title')}</strong>
        <KindSign kind={kind} />
        <span>{orders.length === 0 ? t('starts.allOrders') : <OrderNumbers orders={orders} />}</span>
        <span>{t('starts.unsettled.by', { by: by || t('activities.somebody'), when: format.moment(at), account: accountLabel(t, accountName) })}</span>
      </div>
      {state === 'unknown' && (
        <>
          <p>
            {error && errorWords(t, error).what} {t('starts.unsettled.text')}
          </p>
          {candidates === null ? (
            <p className={classes.buttons}>
              <Loader size="1rem" />
              {t('starts.unsettled.looking')}
            </p>
          ) : (
            <ul className={classes.candidates} aria-label={t('starts.unsettled.candidates')}>
              {candidates.map((candidate) => (
                <li key={activityKey(candidate)} className={classes.candidate}>
                  <span>
                    {candidate.description || t(`activities.kind.${kind}`)} · {t('activities.beganThere', { when: writtenMoment(format, candidate.startTime) })}
                  </span>
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={settle.isPending}
                    onClick={known({ type: candidate.type, id: candidate.id })}
                  >
                    {t('starts.unsettled.thisOne')}
                  </Button>
                </li>
              ))}
              {candidates.length === 0 && <li>{t('starts.unsettled.none')}</li>}
            </ul>
          )}
          <div className={classes.buttons}>
            <Button size="compact-sm" variant="default" disabled={settle.isPending || candidates === null} onClick={known(null)}>
              {t('starts.unsettled.notBegun')}
            </Button>
          </div>
        </>
      )}
      {settle.error && <ErrorNote error={toStationError(settle.error)} />}
    </section>
  );
}
