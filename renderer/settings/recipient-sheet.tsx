import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Recipient } from '../../preload/contract/recipient.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './recipient-sheet.module.css';
import { sheetContent, sheetText, type SheetContent } from './recipient-sheet.ts';

/** The sheet for the manager of OT Platform: to look at, to copy as text, to print. */
export function RecipientSheet({ recipient }: { recipient: Recipient }) {
  const { t, i18n } = useTranslation();
  const content = sheetContent(recipient, t, i18n.getFixedT('zh'));
  const copy = useMutation({
    mutationFn: () => unwrap(station().desktop.copyText({ text: sheetText(content) })),
  });
  const print = useMutation({ mutationFn: () => unwrap(station().desktop.print({})) });
  const error = copy.error ?? print.error;
  return (
    <section className={classes.preview} aria-label={t('recipient.sheet.title')}>
      <Paper content={content} />
      <div className={classes.actions}>
        <Button variant="default" leftSection={<IconCopy size="1rem" />} loading={copy.isPending} onClick={() => copy.mutate()}>
          {t('recipient.sheet.copy')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size="1rem" />} loading={print.isPending} onClick={() => print.mutate()}>
          {t('recipient.sheet.print')}
        </Button>
        <span className={classes.state} aria-live="polite">
          {copy.data && (copy.data.copied ? t('recipient.sheet.copied') : t('recipient.sheet.notCopied'))}
        </span>
      </div>
      {error && <ErrorNote error={toStationError(error)} />}
      {/* What the printer gets stands beside the page, which is hidden from it (base.css). */}
      {createPortal(
        <div className={classes.print} data-print>
          <Paper content={content} />
        </div>,
        document.body,
      )}
    </section>
  );
}

function Paper({ content: { title, facts, notes } }: { content: SheetContent }) {
  return (
    <div className={classes.paper}>
      <h3 className={classes.title}>{title}</h3>
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd translate="no">{value}</dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </div>
  );
}
