import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useDesk, useDeskState } from './desk-provider.tsx';
import { EmptyDesk } from './empty-desk.tsx';
import { ParcelCard } from './parcel-card.tsx';
import { UnknownCard } from './unknown-card.tsx';
import classes from './desk-content.module.css';

/** What lies on the desk: nothing, a parcel, an unknown parcel, a text that is no number, or a failure. */
export function DeskContent() {
  const { card, result } = useDeskState();
  return (
    <div className={classes.content}>
      {result?.kind === 'failed' && <Failure />}
      {card === null && result === null && <EmptyDesk />}
      {card?.parcel && card.parcel.lines.length > 0 && <ParcelCard parcel={card.parcel} />}
      {card?.unknownParcel && <UnknownCard key={card.unknownParcel.id} parcel={card.unknownParcel} />}
      {card?.outcome === 'refused' && <RefusedCard raw={card.raw} />}
    </div>
  );
}

function Failure() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { result } = useDeskState();
  if (result?.kind !== 'failed') return null;
  return (
    <ErrorNote error={result.error}>
      <Button variant="default" onClick={desk.retry} rightSection={<KeyCap>{t('key.enter')}</KeyCap>}>
        {t('receive.action.retry')}
      </Button>
    </ErrorNote>
  );
}

function RefusedCard({ raw }: { raw: string }) {
  const { t } = useTranslation();
  return (
    <section className={classes.refused}>
      <h2>{t('receive.refusedCard.title')}</h2>
      <p>{t('receive.refusedCard.text')}</p>
      <pre className={classes.raw}>{raw}</pre>
    </section>
  );
}
