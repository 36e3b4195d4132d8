import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress, MessagePiece } from '../../preload/contract/activities.ts';
import { LinkPanel } from './link-panel.tsx';
import classes from './message-text.module.css';

/** A message of OT Platform as plain text with its line breaks. A link shows its address before it is opened. */
export function MessageText({ activity, message }: { activity: ActivityAddress; message: readonly MessagePiece[] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      <p className={classes.message}>
        {message.map(({ text, address }, index) =>
          address === null ? (
            // The pieces of one message never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index}>{text}</span>
          ) : (
            <button
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              type="button"
              className={classes.link}
              title={t('activities.link.hint')}
              aria-expanded={asked === address}
              onClick={() => setAsked(asked === address ? null : address)}
            >
              {text || address}
            </button>
          ),
        )}
      </p>
      {asked !== null && <LinkPanel activity={activity} address={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
