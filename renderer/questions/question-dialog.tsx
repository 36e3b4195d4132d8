import { ActionIcon } from '@mantine/core';
import { IconMessageQuestion, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import frame from '../ui/dialog-frame.module.css';
import { useReadings } from '../ui/scanner-context.ts';
import classes from './question-dialog.module.css';
import { QuestionInHand } from './question-in-hand.tsx';
import { useQuestionDesk, useQuestionDeskState } from './questions-provider.tsx';

/** The question in hand, large. A scan closes it and is answered as always; it never answers a question. */
export function QuestionDialog() {
  return useQuestionDeskState().isOpen ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { t } = useTranslation();
  const desk = useQuestionDesk();
  const { entries, group } = useQuestionDeskState();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // The title takes the focus, not a button: no key that was meant for the screen behind presses anything here.
  useEffect(() => {
    dialog.current?.showModal();
    title.current?.focus();
  }, []);
  useReadings(desk.close);
  const position = entries.findIndex((entry) => entry.group === group) + 1;
  return (
    <dialog ref={dialog} className={`${frame.dialog} ${classes.dialog}`} aria-labelledby="question-title" onClose={desk.close}>
      <div className={classes.paper}>
        <header className={classes.head}>
          <IconMessageQuestion className={classes.icon} aria-hidden="true" />
          <h2 id="question-title" ref={title} tabIndex={-1}>
            {position > 0 && entries.length > 1
              ? t('questions.position', { position, total: entries.length })
              : t('questions.title')}
          </h2>
          <ActionIcon variant="subtle" color="gray" aria-label={t('questions.close')} onClick={desk.close}>
            <IconX size="1.125rem" />
          </ActionIcon>
        </header>
        <QuestionInHand key={group} />
      </div>
    </dialog>
  );
}
