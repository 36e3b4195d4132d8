import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StationSettings } from '../../preload/contract/settings.ts';
import { useIsLocked } from '../bridge/administration.ts';
import { queryKeys, useChangeSettings, useStatus } from '../bridge/queries.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Section, Setting } from './section.tsx';
import { useDraftNumber } from './use-draft-number.ts';
import classes from './sound-section.module.css';

type CacheAction = 'refreshCache' | 'pauseFill' | 'resumeFill';

/** The station's own copy of the order lines: how fresh it is, and when it is read again. */
export function CacheSection({ settings }: { settings: StationSettings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const change = useChangeSettings();
  const locked = useIsLocked()('refreshMinutes');
  const cache = useStatus().data?.cache;
  const act = useMutation({
    mutationFn: (action: CacheAction) => unwrap(station().status[action]({})),
    onSuccess: (status) => client.setQueryData(queryKeys.status, status),
  });
  const refresh = useDraftNumber(settings.refreshMinutes, (refreshMinutes) => change.mutate({ refreshMinutes }));
  const fresh = cache?.freshAt
    ? t('settings.data.fresh', { when: format.moment(cache.freshAt) })
    : t('settings.data.never');
  return (
    <Section title={t('settings.data.title')} text={t('settings.data.text')}>
      <Setting
        label={t('settings.data.refresh')}
        hint={t('settings.data.minutes', { count: settings.refreshMinutes })}
        locked={locked}
      >
        <NumberInput aria-label={t('settings.data.refresh')} min={1} max={240} disabled={locked} {...refresh} />
      </Setting>
      <Setting
        label={cache ? t('status.cache.lines', { count: cache.lines }) : t('settings.data.title')}
        hint={fresh}
      >
        <div className={classes.sounds}>
          <Button
            variant="default"
            leftSection={<IconRefresh size="1rem" />}
            loading={act.isPending && act.variables === 'refreshCache'}
            onClick={() => act.mutate('refreshCache')}
          >
            {t('settings.data.now')}
          </Button>
          {cache?.fill && (
            <FillButton paused={cache.fill.state === 'paused'} busy={act.isPending} onAct={(action) => act.mutate(action)} />
          )}
        </div>
      </Setting>
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </Section>
  );
}

interface FillButtonProps {
  paused: boolean;
  busy: boolean;
  onAct: (action: CacheAction) => void;
}

function FillButton({ paused, busy, onAct }: FillButtonProps) {
  const { t } = useTranslation();
  const FillIcon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Button
      variant="default"
      disabled={busy}
      leftSection={<FillIcon size="1rem" />}
      onClick={() => onAct(paused ? 'resumeFill' : 'pauseFill')}
    >
      {paused ? t('settings.data.resume') : t('settings.data.pause')}
    </Button>
  );
}
