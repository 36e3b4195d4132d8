import { useTranslation } from 'react-i18next';
import type { AwaitedParcel } from '../../preload/contract/lookup.ts';
import classes from './awaited-parcels.module.css';
import { Waybill } from './waybill.tsx';

interface AwaitedParcelsProps {
  parcels: readonly AwaitedParcel[];
  /** Names the list for screen readers. */
  label: string;
  onTake: (waybill: string) => void;
}

/** Awaited parcels to choose from, each a button with what is in it. */
export function AwaitedParcels({ parcels, label, onTake }: AwaitedParcelsProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list} aria-label={label}>
      {parcels.map(({ waybill, lines, pieces }) => (
        <li key={waybill}>
          <button type="button" className={classes.parcel} data-choice onClick={() => onTake(waybill)}>
            <Waybill number={waybill} />
            <span className={classes.content}>
              {t('common.lines', { count: lines })} · {t('common.pieces', { count: pieces })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
