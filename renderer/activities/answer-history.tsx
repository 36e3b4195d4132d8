import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { useAnswerRecords } from '../bridge/activities.ts';
import { toStationError } from '../bridge/station.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './activities-screen.module.css';
import { AnswerRecordRow } from './answer-record-row.tsx';
import { CursorPager } from './cursor-pager.tsx';
import { useCursorPages } from './use-cursor-pages.ts';

/** Who answered what and when, newest first. */
export function AnswerHistory({ onOpen }: { onOpen: (activity: ActivityAddress) => void }) {
  const { t } = useTranslation();
  const pages = useCursorPages();
  const records = useAnswerRecords(pages.before);
  const answers = records.data?.answers ?? [];
  return (
    <section className={classes.section} aria-label={t('activities.list.answers')}>
      {records.error && <ErrorNote error={toStationError(records.error)} />}
      {records.data && answers.length === 0 && (
        <EmptyState icon={IconMessages} title={t('activities.answers.empty')} text={t('activities.answers.emptyText')} />
      )}
      {answers.length > 0 && (
        <ul className={classes.list} aria-label={t('activities.list.answers')}>
          {answers.map((answer) => (
            <AnswerRecordRow key={answer.id} answer={answer} onOpen={onOpen} />
          ))}
        </ul>
      )}
      <CursorPager pages={pages} next={records.data?.next ?? null} />
    </section>
  );
}
