import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { station, unwrap } from '../bridge/station.ts';

/** Puts a text on the clipboard and says whether it is there. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const copy = useMutation({ mutationFn: () => unwrap(station().desktop.copyText({ text })) });
  const isCopied = copy.data?.copied === true;
  const hasFailed = copy.isError || copy.data?.copied === false;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={isCopied ? <IconCheck size="1rem" /> : <IconCopy size="1rem" />}
        loading={copy.isPending}
        onClick={() => copy.mutate()}
      >
        {label}
      </Button>
      <span aria-live="polite">{isCopied ? t('common.copied') : hasFailed ? t('common.notCopied') : ''}</span>
    </>
  );
}
