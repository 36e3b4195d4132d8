import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from './key-cap.tsx';
import { keysEverywhere, keysOfPlace, namedKeys } from './key-guide.ts';
import frame from './dialog-frame.module.css';
import classes from './key-guide.module.css';
import type { PlaceName } from './places.ts';
import { useReadings, useShortcuts } from './scanner-context.ts';

/** All keys of the open screen over the screen itself. The next scan closes it and is answered as always. */
export function KeyGuide({ place, onClose }: { place: PlaceName; onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useReadings(onClose);
  useShortcuts({ Escape: onClose, QuestionMark: onClose }, { alone: true });
  return (
    <dialog ref={dialog} className={`${frame.dialog} ${classes.guide}`} aria-labelledby="key-guide-title" onClose={onClose}>
      <div className={classes.paper}>
        <header className={classes.head}>
          <h2 id="key-guide-title">{t('keys.title', { place: t(`place.${place}`) })}</h2>
          <ActionIcon variant="subtle" color="gray" aria-label={t('keys.close')} onClick={onClose}>
            <IconX size="1.125rem" />
          </ActionIcon>
        </header>
        <dl className={classes.keys}>
          {[...keysOfPlace[place], ...keysEverywhere].map(({ keys, does }) => (
            <div key={does} className={classes.line}>
              <dt>
                {keys.map((key) => (
                  <Key key={key} name={key} />
                ))}
              </dt>
              <dd>{t(`keys.${does}`)}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.foot}>{t('keys.foot')}</p>
      </div>
    </dialog>
  );
}

function Key({ name }: { name: string }) {
  const { t } = useTranslation();
  const named = namedKeys.find((candidate) => candidate === name);
  const words = named ? t(`key.${named}`) : name;
  return (
    <>
      <KeyCap>{words}</KeyCap>
      <span className={classes.spoken}>{words}</span>
    </>
  );
}
