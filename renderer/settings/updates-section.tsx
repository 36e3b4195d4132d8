import { Button } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { UpdatesView } from '../../preload/contract/administration.ts';
import { useUpdateAct, useUpdates } from '../bridge/administration.ts';
import { toStationError } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { FactList } from './fact-list.tsx';
import { Section } from './section.tsx';
import classes from './sound-section.module.css';

/** Which version runs, which one is ready, and what the next one waits for. */
export function UpdatesSection() {
  const { t } = useTranslation();
  const updates = useUpdates();
  return (
    <Section title={t('settings.updates.title')} text={t('settings.updates.text')}>
      {updates.error && <ErrorNote error={toStationError(updates.error)} />}
      {updates.data && <Standing updates={updates.data} />}
    </Section>
  );
}

function Standing({ updates }: { updates: UpdatesView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useUpdateAct();
  const { state, fault, hindrance, checkedAt, address } = updates;
  const isReady = state === 'ready';
  return (
    <>
      <FactList
        facts={[
          { name: t('settings.about.version'), value: updates.version },
          { name: t('settings.updates.address'), value: address ?? t('settings.updates.noAddress') },
        ]}
      />
      <div aria-live="polite">
        {state !== 'failed' && <p>{standingWords(t, updates)}</p>}
        {hindrance !== null && <p>{t(`settings.updates.hindrance.${hindrance}`)}</p>}
        {checkedAt !== null && <p>{t('settings.updates.checked', { when: format.moment(checkedAt) })}</p>}
      </div>
      {state === 'failed' && fault !== null && (
        <ErrorNote
          error={{ code: 'network' }}
          words={{ what: t(`settings.updates.fault.${fault}.what`), next: t(`settings.updates.fault.${fault}.next`) }}
        />
      )}
      {state !== 'off' && state !== 'cannot' && (
        <div className={classes.sounds}>
          {isReady ? (
            <Button
              leftSection={<IconDownload size="1rem" />}
              disabled={hindrance !== null}
              loading={act.isPending}
              onClick={() => act.mutate('installUpdate')}
            >
              {t('settings.updates.install')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconRefresh size="1rem" />}
              disabled={state === 'downloading'}
              loading={act.isPending || state === 'checking'}
              onClick={() => act.mutate('checkForUpdate')}
            >
              {t('settings.updates.check')}
            </Button>
          )}
        </div>
      )}
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </>
  );
}

function standingWords(t: TFunction, { state, packageKind, newVersion, percent, checkedAt }: UpdatesView): string {
  const version = newVersion ?? '';
  switch (state) {
    case 'cannot':
      // The two kinds that update themselves never come here.
      return packageKind === 'nsis' || packageKind === 'appimage' ? '' : t(`settings.updates.cannot.${packageKind}`);
    case 'waiting':
      return checkedAt === null ? t('settings.updates.state.notChecked') : t('settings.updates.state.waiting');
    case 'downloading':
      return t('settings.updates.state.downloading', { version, percent: percent ?? 0 });
    case 'ready':
      return t('settings.updates.state.ready', { version });
    case 'failed':
      return '';
    case 'off':
    case 'checking':
      return t(`settings.updates.state.${state}`);
  }
}
