import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../preload/contract/activities.ts';
import { StepRow } from './step-row.tsx';
import classes from './steps-table.module.css';
import { useFollowEnd } from './use-follow-end.ts';

interface StepsTableProps {
  activity: ActivityDetail;
  onLine: (lineId: string) => void;
}

/** The steps of an activity as they come; the last one stays in sight unless the person reads further up. */
export function StepsTable({ activity, onLine }: StepsTableProps) {
  const { t } = useTranslation();
  const scroll = useFollowEnd();
  const { steps, lines } = activity;
  return (
    <section className={classes.section} aria-label={t('activities.steps')}>
      <h2>{t('activities.steps')}</h2>
      {/* Scrolls, so the keyboard must reach it also when nothing inside takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={scroll} className={classes.scroll} aria-label={t('activities.stepsScroll')} tabIndex={0}>
        {steps.length === 0 ? (
          <p className={classes.empty}>{t('activities.noSteps')}</p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('activities.step.time')}</th>
                <th scope="col">{t('activities.step.kind')}</th>
                <th scope="col">{t('activities.step.message')}</th>
                <th scope="col">{t('activities.step.line')}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step, index) => (
                <StepRow
                  // Steps are only ever added at the end.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={index}
                  activity={activity}
                  step={step}
                  line={lines.find(({ lineId }) => lineId === step.lineId) ?? null}
                  onLine={onLine}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </section>
  );
}
