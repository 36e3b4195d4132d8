import { useTranslation } from 'react-i18next';
import type { ActivityKind } from '../../preload/contract/activities.ts';
import { kindIcons, KindSign } from '../activities/signs.tsx';
import classes from './kind-choice.module.css';

const kinds = Object.keys(kindIcons) as ActivityKind[];

/** Which of the four background activities is to be started, each with what it does. */
export function KindChoice({ kind, onChoose }: { kind: ActivityKind; onChoose: (kind: ActivityKind) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.kinds} aria-label={t('starts.kind')}>
      {kinds.map((each) => (
        <label key={each} className={classes.kind}>
          <input type="radio" name="start-kind" value={each} checked={each === kind} onChange={() => onChoose(each)} />
          <KindSign kind={each} />
          <span className={classes.hint}>{t(`starts.kindHint.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
