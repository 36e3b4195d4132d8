import { inFours } from '../receive/parcel-lines.ts';
import classes from './waybill.module.css';

/** A waybill in groups of four. Copying it gives the number without the gaps. */
export function Waybill({ number }: { number: string }) {
  const groups = inFours(number).split(' ');
  return (
    <span className={classes.waybill} translate="no">
      {groups.map((group, index) => (
        // The groups of one number never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
