import { ActionIcon } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconInfoCircle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { queryKeys, useStatus } from '../bridge/queries.ts';
import { station, unwrap } from '../bridge/station.ts';
import classes from './notices.module.css';

/** Things from the start that a person must know, until they are dismissed. */
export function Notices() {
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
            {t(`notice.${notice.code}.text`, { file: '', ...notice.details })}
          </p>
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
