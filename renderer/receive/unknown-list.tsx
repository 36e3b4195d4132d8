import { ActionIcon, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnknownParcel } from '../../preload/contract/receiving.ts';
import { queryKeys } from '../bridge/queries.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Waybill } from '../ui/waybill.tsx';
import { useDesk } from './desk-provider.tsx';
import classes from './unknown-list.module.css';

/** The shelf of unknown parcels: first those that have become known and can be collected. */
export function UnknownList({ parcels }: { parcels: UnknownParcel[] }) {
  const { t } = useTranslation();
  const matched = parcels.filter((parcel) => parcel.state === 'matched');
  const unknown = parcels.filter((parcel) => parcel.state === 'unknown');
  if (parcels.length === 0) return <p className={classes.empty}>{t('receive.panel.noUnknown')}</p>;
  return (
    <>
      {matched.length > 0 && <Shelf title={t('receive.panel.matched')} parcels={matched} />}
      {unknown.length > 0 && <Shelf title={t('receive.panel.stillUnknown')} parcels={unknown} />}
    </>
  );
}

function Shelf({ title, parcels }: { title: string; parcels: UnknownParcel[] }) {
  return (
    <section aria-label={title}>
      <h3 className={classes.title}>{title}</h3>
      <ul>
        {parcels.map((parcel) => (
          <ShelfPlace key={parcel.id} parcel={parcel} />
        ))}
      </ul>
    </section>
  );
}

function ShelfPlace({ parcel }: { parcel: UnknownParcel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const desk = useDesk();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const close = useMutation({
    mutationFn: () => unwrap(station().receiving.closeUnknownParcel({ id: parcel.id })),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.unknownParcels }),
  });
  return (
    <li className={classes.place} data-state={parcel.state}>
      <span className={classes.number}>{parcel.number}</span>
      <button
        type="button"
        className={classes.open}
        disabled={parcel.state !== 'matched'}
        title={parcel.state === 'matched' ? t('receive.panel.openParcel', { waybill: parcel.waybill }) : undefined}
        onClick={() => void desk.open(parcel.waybill)}
      >
        <Waybill number={parcel.waybill} />
        <span className={classes.facts}>
          {format.moment(parcel.lastScannedAt)}
          {parcel.note !== '' && ` · ${parcel.note}`}
        </span>
      </button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('receive.panel.close')}
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        <IconX size="1rem" />
      </ActionIcon>
      {asking && (
        <div className={classes.question}>
          <span>{t('receive.panel.closeConfirm', { number: parcel.number })}</span>
          <Button size="compact-sm" loading={close.isPending} onClick={() => close.mutate()}>
            {t('common.yes')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
            {t('common.no')}
          </Button>
        </div>
      )}
      {close.error && <ErrorNote error={toStationError(close.error)} />}
    </li>
  );
}
