import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './link-panel.module.css';

interface LinkPanelProps {
  activity: ActivityAddress;
  address: string;
  onClose: () => void;
}

/** Where a link of OT Platform leads, in full, before anything is opened. */
export function LinkPanel({ activity: { type, id }, address, onClose }: LinkPanelProps) {
  const { t } = useTranslation();
  const open = useMutation({
    mutationFn: () => unwrap(station().activities.openLink({ type, id, address })),
  });
  return (
    <fieldset className={classes.panel} aria-label={t('activities.link.title')}>
      <p>{t('activities.link.title')}</p>
      <bdi dir="ltr" className={classes.address} translate="no">
        {address}
      </bdi>
      <div className={classes.buttons}>
        <Button size="compact-sm" leftSection={<IconExternalLink size="1rem" />} loading={open.isPending} onClick={() => open.mutate()}>
          {t('activities.link.open')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {open.isSuccess ? t('activities.link.close') : t('common.cancel')}
        </Button>
        <span aria-live="polite">{open.isSuccess ? t('activities.link.opened') : ''}</span>
      </div>
      {open.error && <ErrorNote error={toStationError(open.error)} />}
    </fieldset>
  );
}
