import { ActionIcon, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { station, unwrap } from '../bridge/station.ts';

interface CopyButtonProps {
  text: string;
  label: string;
  /** Only its sign is seen: what is copied stands beside it. */
  isBare?: boolean;
}

/** Puts a text on the clipboard and says whether it is there. */
export function CopyButton({ text, label, isBare = false }: CopyButtonProps) {
  const { t } = useTranslation();
  const copy = useMutation({ mutationFn: () => unwrap(station().desktop.copyText({ text })) });
  const isCopied = copy.data?.copied === true;
  const hasFailed = copy.isError || copy.data?.copied === false;
  const sign = isCopied ? <IconCheck size="1rem" /> : <IconCopy size="1rem" />;
  return (
    <>
      {isBare ? (
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} title={label} onClick={() => copy.mutate()}>
          {sign}
        </ActionIcon>
      ) : (
        <Button size="compact-sm" variant="default" leftSection={sign} loading={copy.isPending} onClick={() => copy.mutate()}>
          {label}
        </Button>
      )}
      <span aria-live="polite">{isCopied ? t('common.copied') : hasFailed ? t('common.notCopied') : ''}</span>
    </>
  );
}
