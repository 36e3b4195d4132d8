import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountsAct } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './stop-page.module.css';

/** The page of the provider wants to go to a site that is not known; a person decides. Going back is the default. */
export function StopPage({ host, provider }: { host: string; provider: string }) {
  const { t } = useTranslation();
  const act = useAccountsAct();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const answer = (what: 'back' | 'once' | 'always') => act.mutate((accounts) => accounts.answerStop({ answer: what }));
  return (
    <section className={classes.stop} aria-labelledby="stop-title">
      <div className={classes.head}>
        <IconAlertTriangle className={classes.icon} aria-hidden="true" />
        <h1 id="stop-title">{t('login.stop.title')}</h1>
      </div>
      <div className={classes.target}>
        <p>{t('login.stop.to')}</p>
        <strong dir="ltr" translate="no">
          <bdi dir="ltr">{host}</bdi>
        </strong>
      </div>
      <div className={classes.words}>
        <p>{t('login.stop.meaning')}</p>
        <p>{t('login.stop.advice')}</p>
      </div>
      <div className={classes.buttons}>
        <Button ref={back} disabled={act.isPending} onClick={() => answer('back')}>
          {t('login.stop.back')}
        </Button>
        <Button variant="default" disabled={act.isPending} onClick={() => answer('once')}>
          {t('login.stop.once')}
        </Button>
        <Button variant="default" disabled={act.isPending} onClick={() => answer('always')}>
          {t('login.stop.always', { provider })}
        </Button>
        <Button
          variant="default"
          disabled={act.isPending}
          onClick={() => act.mutate((accounts) => accounts.cancelLogin({}))}
        >
          {t('login.stop.cancel')}
        </Button>
      </div>
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </section>
  );
}
