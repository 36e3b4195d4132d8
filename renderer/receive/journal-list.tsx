import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { JournalEntry } from '../../preload/contract/receiving.ts';
import { useJournal } from '../bridge/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { Waybill } from '../ui/waybill.tsx';
import { useDesk } from './desk-provider.tsx';
import classes from './journal-list.module.css';

/** The last scans, receipts and undos of this station, newest first. Each opens its parcel again. */
export function JournalList() {
  const { t } = useTranslation();
  const entries = useJournal().data;
  if (entries?.length === 0) return <p className={classes.empty}>{t('receive.panel.noJournal')}</p>;
  return (
    <ol className={classes.list} aria-label={t('receive.panel.journal')}>
      {entries?.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

interface EntryProps {
  entry: JournalEntry;
}

/** Drawn again only when it has changed: each scan adds one to a list of many. */
const Entry = memo(function Entry({ entry }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const desk = useDesk();
  return (
    <li>
      <button
        type="button"
        className={classes.entry}
        data-tone={toneOf(entry)}
        disabled={entry.waybill === ''}
        onClick={() => void desk.open(entry.waybill)}
      >
        <time className={classes.time} dateTime={entry.at}>
          {format.time(entry.at)}
        </time>
        <span className={classes.what}>{wordsOf(entry, t)}</span>
        <span className={classes.waybill}>
          <Waybill number={entry.waybill || entry.raw} />
        </span>
      </button>
    </li>
  );
}, isSameEntry);

function isSameEntry({ entry: before }: EntryProps, { entry: now }: EntryProps): boolean {
  const names = Object.keys(now) as (keyof JournalEntry)[];
  return names.every((name) => before[name] === now[name]);
}

function wordsOf(entry: JournalEntry, t: TFunction): string {
  switch (entry.kind) {
    case 'receipt':
      return t('receive.journal.receipt', { count: entry.pieces });
    case 'undo':
      return t('receive.journal.undo', { count: entry.pieces });
    case 'scan':
      return entry.outcome ? t(`receive.strip.${entry.outcome}`) : '';
  }
}

type Tone = 'good' | 'warn' | 'info' | 'bad' | 'done' | 'plain';

function toneOf(entry: JournalEntry): Tone {
  if (entry.kind === 'receipt') return 'done';
  if (entry.kind === 'undo') return 'plain';
  switch (entry.outcome) {
    case 'found':
      return 'good';
    case 'partly-received':
    case 'attention':
      return 'warn';
    case 'already-received':
      return 'info';
    case 'unknown':
    case 'refused':
      return 'bad';
    case null:
      return 'plain';
  }
}
