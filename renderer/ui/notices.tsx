import { ActionIcon, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconInfoCircle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StationNotice } from '../../preload/contract/status.ts';
import { queryKeys, useStatus } from '../bridge/queries.ts';
import { station, unwrap } from '../bridge/station.ts';
import classes from './notices.module.css';
import type { PlaceName } from './places.ts';

/** Notices about provider sessions; what they ask for is done on the screen of accounts. */
const aboutSessions: readonly StationNotice['code'][] = ['session-ending', 'session-ended'];

/** Things that a person must know, until they are dismissed. */
export function Notices({ onGo }: { onGo: (place: PlaceName) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notices = useStatus().data?.notices ?? [];
  const dismiss = useMutation({
    mutationFn: (id: string) => unwrap(station().status.dismissNotice({ id })),
    onSuccess: (status) => client.setQueryData(queryKeys.status, status),
  });
  if (notices.length === 0) return null;
  return (
    <section className={classes.notices} aria-label={t('notice.label')}>
      {notices.map((notice) => (
        <div key={notice.id} className={classes.notice} role="alert">
          <IconInfoCircle className={classes.icon} aria-hidden="true" />
          <p>
            <strong>{t(`notice.${notice.code}.title`)}</strong>{' '}
            {t(`notice.${notice.code}.text`, { file: '', names: '', ...notice.details })}
          </p>
          {aboutSessions.includes(notice.code) && (
            <Button size="compact-sm" variant="default" onClick={() => onGo('accounts')}>
              {t('notice.openAccounts')}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('notice.dismiss')}
            onClick={() => dismiss.mutate(notice.id)}
          >
            <IconX size="1rem" />
          </ActionIcon>
        </div>
      ))}
    </section>
  );
}
