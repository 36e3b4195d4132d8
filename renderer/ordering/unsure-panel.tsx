import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentOrder } from '../../preload/contract/order-sending.ts';
import { useSentAct } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './sent-screen.module.css';

/** Nobody knows whether OT Platform has made it: search again, name the order, or send it again. */
export function UnsurePanel({ sent: { id } }: { sent: SentOrder }) {
  const { t } = useTranslation();
  const act = useSentAct(id);
  const [number, setNumber] = useState('');
  const [asksToSend, setAsksToSend] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asksToSend) no.current?.focus();
  }, [asksToSend]);

  function identify(event: FormEvent): void {
    event.preventDefault();
    if (number.trim() !== '' && !act.isPending) act.mutate((ordering) => ordering.identify({ id, orderNumber: number }));
  }

  return (
    <div className={classes.ways}>
      {act.error && <ErrorNote error={toStationError(act.error)} />}
      <section className={classes.way} aria-label={t('ordering.unsure.look')}>
        <p>{t('ordering.unsure.lookText')}</p>
        <Button
          variant="default"
          leftSection={<IconSearch size="1.125rem" />}
          disabled={act.isPending}
          onClick={() => act.mutate((ordering) => ordering.look({ id }))}
        >
          {t('ordering.unsure.look')}
        </Button>
      </section>
      <form className={classes.way} aria-label={t('ordering.unsure.identify')} onSubmit={identify}>
        <p>{t('ordering.unsure.identifyText')}</p>
        <div className={classes.buttons}>
          <TextInput
            className={classes.number ?? ''}
            aria-label={t('ordering.unsure.number')}
            placeholder={t('ordering.unsure.number')}
            autoComplete="off"
            maxLength={40}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={number.trim() === '' || act.isPending}>
            {t('ordering.unsure.identify')}
          </Button>
        </div>
      </form>
      <section className={classes.way} aria-label={t('ordering.unsure.sendAgain')}>
        <p>{t('ordering.unsure.sendAgainText')}</p>
        {asksToSend ? (
          <fieldset className={classes.question} aria-label={t('ordering.unsure.sendAgain')}>
            <p>
              <strong>{t('ordering.unsure.sendAgainRisk')}</strong>
            </p>
            <div className={classes.buttons}>
              <Button loading={act.isPending} onClick={() => act.mutate((ordering) => ordering.sendAgain({ id }))}>
                {t('ordering.unsure.sendAgainYes')}
              </Button>
              <Button ref={no} variant="default" disabled={act.isPending} onClick={() => setAsksToSend(false)}>
                {t('common.cancel')}
              </Button>
            </div>
          </fieldset>
        ) : (
          <Button variant="default" leftSection={<IconSend size="1.125rem" />} disabled={act.isPending} onClick={() => setAsksToSend(true)}>
            {t('ordering.unsure.sendAgain')}
          </Button>
        )}
      </section>
    </div>
  );
}
