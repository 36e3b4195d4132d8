import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconPlugConnected, IconSchool, type Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsLocked, usePolicy } from '../bridge/administration.ts';
import { useChangeSettings, useConnection, useSettings } from '../bridge/queries.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { languages } from '../../preload/contract/languages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { ConnectForm } from './connect-form.tsx';
import classes from './connect-screen.module.css';

/** First start: practise, or connect to the warehouse's own OT Platform. */
export function ConnectScreen() {
  const { t } = useTranslation();
  const connection = useConnection().data;
  const [connecting, setConnecting] = useState(false);
  return (
    <main className={classes.screen}>
      <LanguageChoice />
      {connecting && connection ? (
        <ConnectForm connection={connection} onBack={() => setConnecting(false)} />
      ) : (
        <div className={classes.choice}>
          <h1>{t('connect.title')}</h1>
          <p className={classes.lead}>{t('connect.lead')}</p>
          <div className={classes.cards}>
            <PracticeCard />
            <ChoiceCard
              icon={IconPlugConnected}
              title={t('connect.instance.title')}
              text={t('connect.instance.text')}
              points={[t('connect.instance.point1'), t('connect.instance.point2'), t('connect.instance.point3')]}
            >
              <Button size="md" fullWidth variant="default" onClick={() => setConnecting(true)}>
                {t('connect.instance.start')}
              </Button>
            </ChoiceCard>
          </div>
        </div>
      )}
    </main>
  );
}

function PracticeCard() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isForbidden = usePolicy().data?.practiceAllowed === false;
  const practise = useMutation({
    mutationFn: () => unwrap(station().connection.practise({})),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <ChoiceCard
      icon={IconSchool}
      title={t('connect.practice.title')}
      text={t('connect.practice.text')}
      points={[t('connect.practice.point1'), t('connect.practice.point2'), t('connect.practice.point3')]}
    >
      {isForbidden && <p>{t('reason.practice-not-allowed.what')}</p>}
      <Button size="md" fullWidth disabled={isForbidden} loading={practise.isPending} onClick={() => practise.mutate()}>
        {t('connect.practice.start')}
      </Button>
      {practise.error && <ErrorNote error={toStationError(practise.error)} />}
    </ChoiceCard>
  );
}

interface ChoiceCardProps {
  icon: Icon;
  title: string;
  text: string;
  points: string[];
  children: ReactNode;
}

function ChoiceCard({ icon: CardIcon, title, text, points, children }: ChoiceCardProps) {
  return (
    <section className={classes.card} aria-label={title}>
      <CardIcon className={classes.cardIcon} stroke={1.5} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      <ul className={classes.points}>
        {points.map((point) => (
          <li key={point}>
            <IconCheck className={classes.check} aria-hidden="true" />
            {point}
          </li>
        ))}
      </ul>
      <div className={classes.action}>{children}</div>
    </section>
  );
}

/** The three languages by their own names, before anything else has to be read. */
function LanguageChoice() {
  const { t } = useTranslation();
  const settings = useSettings().data;
  const change = useChangeSettings();
  const isLocked = useIsLocked();
  return (
    <fieldset className={classes.languages} aria-label={t('settings.general.language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          disabled={isLocked('language')}
          aria-pressed={settings?.language === language}
          onClick={() => change.mutate({ language })}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </fieldset>
  );
}
