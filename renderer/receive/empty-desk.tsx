import { IconHandClick, IconKeyboard, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAwaitedParcels, useStatus } from '../bridge/queries.ts';
import { AwaitedParcels } from '../ui/awaited-parcels.tsx';
import { useDesk } from './desk-provider.tsx';
import classes from './empty-desk.module.css';

const parcelsToTry = 6;

/** An empty desk says how the work goes. */
export function EmptyDesk() {
  const { t } = useTranslation();
  const isPractice = useStatus().data?.mode === 'practice';
  return (
    <div className={classes.empty}>
      <h2>{t('receive.empty.title')}</h2>
      <ol className={classes.steps}>
        <li>
          <IconRefresh stroke={1.5} aria-hidden="true" />
          {t('receive.empty.again')}
        </li>
        <li>
          <IconKeyboard stroke={1.5} aria-hidden="true" />
          {t('receive.empty.quantity')}
        </li>
        <li>
          <IconHandClick stroke={1.5} aria-hidden="true" />
          {t('receive.empty.manual')}
        </li>
      </ol>
      {isPractice && <ParcelsToTry />}
    </div>
  );
}

/** Without a scanner and without parcels nobody can guess a waybill; in practice mode a click stands for the scan. */
function ParcelsToTry() {
  const { t } = useTranslation();
  const desk = useDesk();
  const parcels = useAwaitedParcels(parcelsToTry).data ?? [];
  if (parcels.length === 0) return null;
  return (
    <section className={classes.toTry} aria-labelledby="parcels-to-try">
      <h3 id="parcels-to-try">{t('receive.empty.toTry')}</h3>
      <AwaitedParcels
        parcels={parcels}
        label={t('lookup.awaited')}
        onTake={(waybill) => desk.scan(waybill, 'typed')}
      />
    </section>
  );
}
