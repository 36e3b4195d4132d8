import { Loader } from '@mantine/core';
import { IconClock, IconCloudCheck, IconDatabase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Parcel } from '../../preload/contract/receiving.ts';
import { useFormat } from '../i18n/format.ts';
import { compact, inFours } from './parcel-lines.ts';
import { useDeskState } from './desk-provider.tsx';
import { isHeld, type DeskState } from './desk-state.ts';
import classes from './desk-notes.module.css';

/** The row under the strip: where the answer comes from, what is under way, and the scans that wait. Never changes height. */
export function DeskNotes() {
  const { t } = useTranslation();
  const desk = useDeskState();
  return (
    <div className={classes.notes}>
      {desk.busy ? (
        <span className={classes.working}>
          <Loader size="0.875rem" />
          {t(`receive.strip.working.${desk.busy}`)}
        </span>
      ) : (
        desk.card?.parcel && <Origin parcel={desk.card.parcel} />
      )}
      {desk.queue.length > 0 && <Queue desk={desk} />}
    </div>
  );
}

function Origin({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { source, readAt } = parcel.origin;
  const when = readAt ? format.moment(readAt) : null;
  if (parcel.checking) {
    return (
      <span className={classes.origin}>
        <Loader size="0.875rem" />
        {t('receive.origin.checking')}
      </span>
    );
  }
  if (source === 'server' && when) {
    return (
      <span className={classes.origin}>
        <IconCloudCheck className={classes.icon} aria-hidden="true" />
        {t('receive.origin.server', { when })}
      </span>
    );
  }
  return (
    <span className={classes.origin}>
      <IconDatabase className={classes.icon} aria-hidden="true" />
      {when ? t('receive.origin.cache', { when }) : t('receive.origin.cacheUnknown')}
    </span>
  );
}

function Queue({ desk }: { desk: DeskState }) {
  const { t } = useTranslation();
  const next = desk.queue[0];
  const held = isHeld(desk) && next !== undefined;
  return (
    <section className={classes.queue} aria-label={t('receive.queue.label')} data-held={held}>
      <IconClock className={classes.icon} aria-hidden="true" />
      <span role="alert">
        {held
          ? t('receive.queue.held', { waybill: inFours(compact(next.raw)) })
          : t('receive.queue.waiting', { count: desk.queue.length })}
      </span>
      {!held && <span className={classes.waiting}>{desk.queue.map((scan) => inFours(compact(scan.raw))).join(' · ')}</span>}
    </section>
  );
}
