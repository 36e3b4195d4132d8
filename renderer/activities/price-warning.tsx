import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivityLine } from '../../preload/contract/activities.ts';
import classes from './lines-table.module.css';

/** Levels of reference 6.1; others are shown as OT Platform spells them. */
const knownLevels = ['SmallOverpayment', 'BigOverpayment'] as const;

/** A check of price or discount after the purchase that failed: the level in words, and what OT Platform says. */
export function PriceWarning({ warning: { level, message } }: { warning: NonNullable<ActivityLine['priceWarning']> }) {
  const { t } = useTranslation();
  const known = knownLevels.find((candidate) => candidate === level);
  return (
    <p className={classes.warning} data-level={level}>
      <IconAlertTriangle size="1rem" aria-hidden="true" /> {known ? t(`activities.price.${known}`) : level}
      {message !== '' && `: ${message}`}
    </p>
  );
}
