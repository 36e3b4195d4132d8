import { Button } from '@mantine/core';
import { IconArrowRight, IconDatabase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LookupAnswer } from '../../preload/contract/lookup.ts';
import { useFormat } from '../i18n/format.ts';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { orderNumber } from '../ui/order-number.ts';
import { Waybill } from '../ui/waybill.tsx';
import classes from './lookup-results.module.css';

type FoundLine = LookupAnswer['lines'][number];

export function LookupResults({ answer, onOpen }: { answer: LookupAnswer; onOpen: (waybill: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { source, readAt } = answer.origin;
  const when = readAt ? format.moment(readAt) : null;
  return (
    <section aria-label={t('lookup.results')}>
      <header className={classes.head}>
        <strong>{t('lookup.found', { count: answer.lines.length })}</strong>
        <span className={classes.origin}>
          <IconDatabase className={classes.icon} aria-hidden="true" />
          {when === null
            ? t('receive.origin.cacheUnknown')
            : t(source === 'server' ? 'receive.origin.server' : 'receive.origin.cache', { when })}
        </span>
      </header>
      <ul className={classes.list}>
        {answer.lines.map((line) => (
          <Result key={line.lineId} line={line} onOpen={onOpen} />
        ))}
      </ul>
      {answer.more && <p className={classes.more}>{t('lookup.more')}</p>}
    </section>
  );
}

function Result({ line, onOpen }: { line: FoundLine; onOpen: (waybill: string) => void }) {
  const { t } = useTranslation();
  return (
    <li className={classes.result}>
      <GoodsPicture url={line.pictureUrl} />
      <div className={classes.words}>
        <p className={classes.title} lang="zh-Hans">
          {line.title.original || line.title.translated}
        </p>
        <p className={classes.soft}>{line.title.original === '' ? '' : line.title.translated}</p>
        <p className={classes.configuration}>{line.configuration.translated || line.configuration.original}</p>
      </div>
      <div className={classes.numbers}>
        <p className={classes.order} title={line.orderId}>
          {t('receive.card.order', { number: orderNumber(line) })}
        </p>
        <p className={classes.soft}>{line.customerName}</p>
        {line.providerOrderId !== '' && (
          <p className={classes.soft} title={line.providerOrderId}>
            {t('receive.card.providerOrder', { number: line.providerOrderId })}
          </p>
        )}
        <p className={classes.match}>{t(`lookup.match.${line.match}`)}</p>
      </div>
      <div className={classes.progress}>
        <p className={classes.received}>
          {t('lookup.received', { received: line.receivedBefore, quantity: line.quantity })}
        </p>
        <p className={classes.status}>{line.status.name}</p>
      </div>
      <Parcels waybills={line.waybills} onOpen={onOpen} />
    </li>
  );
}

/** Every parcel of the line; each opens on the receive screen. */
function Parcels({ waybills, onOpen }: { waybills: string[]; onOpen: (waybill: string) => void }) {
  const { t } = useTranslation();
  if (waybills.length === 0) return <p className={classes.none}>{t('lookup.noWaybill')}</p>;
  return (
    <ul className={classes.parcels}>
      {waybills.map((waybill) => (
        <li key={waybill}>
          <Button
            variant="default"
            size="sm"
            fullWidth
            data-choice
            justify="space-between"
            title={t('lookup.open')}
            aria-label={t('receive.panel.openParcel', { waybill })}
            rightSection={<IconArrowRight size="1rem" aria-hidden="true" />}
            onClick={() => onOpen(waybill)}
          >
            <Waybill number={waybill} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
