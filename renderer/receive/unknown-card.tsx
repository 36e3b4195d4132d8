import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnknownParcel } from '../../preload/contract/receiving.ts';
import { queryKeys } from '../bridge/queries.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './unknown-card.module.css';

/** A parcel whose waybill nobody knows yet: where it goes on the shelf, and a note for later. */
export function UnknownCard({ parcel }: { parcel: UnknownParcel }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.card} aria-label={t('receive.unknownCard.title')}>
      <div className={classes.place}>
        <span className={classes.placeName}>{t('receive.unknownCard.place')}</span>
        <span className={classes.number}>{parcel.number}</span>
      </div>
      <div className={classes.words}>
        <h2>{t('receive.unknownCard.title')}</h2>
        <p className={classes.text}>{t('receive.unknownCard.text')}</p>
        <p className={classes.facts}>
          <span>{t('receive.unknownCard.first', { when: format.moment(parcel.firstScannedAt) })}</span>
          {parcel.scans > 1 && <span>{t('receive.strip.unknownAgain', { count: parcel.scans })}</span>}
          {parcel.raw !== parcel.waybill && <span>{t('receive.strip.raw', { raw: parcel.raw })}</span>}
        </p>
        <NoteField parcel={parcel} />
      </div>
    </section>
  );
}

/** The note is kept when the field is left; nothing has to be pressed. */
function NoteField({ parcel }: { parcel: UnknownParcel }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [note, setNote] = useState(parcel.note);
  const save = useMutation({
    mutationFn: () => unwrap(station().receiving.noteUnknownParcel({ id: parcel.id, note })),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.unknownParcels }),
  });
  return (
    <>
      <Textarea
        label={t('receive.unknownCard.note')}
        placeholder={t('receive.unknownCard.notePlaceholder')}
        description={save.isSuccess ? t('receive.unknownCard.noteSaved') : ' '}
        inputWrapperOrder={['label', 'input', 'description']}
        autosize={false}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          if (save.isSuccess) save.reset();
        }}
        onBlur={() => {
          if (note !== parcel.note) save.mutate();
        }}
      />
      {save.error && <ErrorNote error={toStationError(save.error)} />}
    </>
  );
}
