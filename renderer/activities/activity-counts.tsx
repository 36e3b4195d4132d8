import { useTranslation } from 'react-i18next';
import type { Activity } from '../../preload/contract/activities.ts';
import classes from './activity-row.module.css';

/** How many questions, errors and warnings an activity has; nothing of what it has none. */
export function ActivityCounts({ activity: { openQuestions, errors, warnings } }: { activity: Activity }) {
  const { t } = useTranslation();
  if (openQuestions + errors + warnings === 0) return null;
  return (
    <p className={classes.counts}>
      {openQuestions > 0 && <span className={classes.questions}>{t('activities.questions', { count: openQuestions })}</span>}
      {errors > 0 && <span className={classes.errors}>{t('activities.errors', { count: errors })}</span>}
      {warnings > 0 && <span className={classes.warnings}>{t('activities.warnings', { count: warnings })}</span>}
    </p>
  );
}
