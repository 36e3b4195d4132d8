import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GoTo } from '../orders/orders-page.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { FileEntry } from './file-entry.tsx';
import { setFileInHand, useFileInHand } from './file-in-hand.ts';
import { FileInHandView } from './file-in-hand-view.tsx';
import classes from './imports.module.css';
import { useTakeFile } from './use-take-file.ts';

/** A file on its way to becoming a run: what it is, which column holds what, what is wrong, and the start. */
export function ImportFileScreen({ goTo }: { goTo: GoTo }) {
  const { t } = useTranslation();
  usePlaceTitle('orders');
  const inHand = useFileInHand();
  const taking = useTakeFile(() => {});
  const back = (): void => goTo({ name: 'imports' });
  useShortcuts({ Escape: back });
  const controls = (
    <div className={classes.buttons}>
      {inHand && (
        <Button variant="default" onClick={() => setFileInHand(null)}>
          {t('imports.file.another')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconArrowLeft size="1.125rem" />} rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={back}>
        {t('imports.back')}
      </Button>
    </div>
  );
  return (
    <Screen title={t('imports.file.title')} lead={t('imports.file.lead')} controls={controls}>
      {(inHand === null || taking.error !== null || taking.isOver) && <FileEntry taking={taking} />}
      {inHand && <FileInHandView key={inHand.file.id} inHand={inHand} goTo={goTo} />}
    </Screen>
  );
}
