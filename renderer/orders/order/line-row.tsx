import { Button } from '@mantine/core';
import { IconArrowRight, IconClock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPage, OrderPageLine } from '../../../preload/contract/order-page.ts';
import { PriceWarning } from '../../activities/price-warning.tsx';
import { useFormat } from '../../i18n/format.ts';
import { BilingualTitle } from '../../ui/bilingual-title.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { GoodsPicture } from '../../ui/goods-picture.tsx';
import { Waybill } from '../../ui/waybill.tsx';
import { LineForm } from './line-forms.tsx';
import { LineMenu } from './line-menu.tsx';
import { lineRights, type LineAction } from './line-rights.ts';
import classes from './lines-table.module.css';
import { OrderLog } from './order-log.tsx';
import type { OrderChanges } from './use-order-changes.ts';

interface LineRowProps {
  page: OrderPage;
  line: OrderPageLine;
  changes: OrderChanges;
  onOpenParcel: (waybill: string) => void;
}

/** One line of the order; below it the form of a change, or its log, while one is open. */
export function LineRow({ page, line, changes, onOpenParcel }: LineRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, setOpened] = useState<LineAction | 'log' | null>(null);
  const menu = useRef<HTMLButtonElement>(null);
  const { actions, obstacle } = lineRights(page, line);
  const action = actions.find((allowed) => allowed === opened) ?? null;
  const money = (amount: number | null): string => (amount === null ? t('common.none') : format.money(amount, line.currency));

  function close(): void {
    setOpened(null);
    menu.current?.focus();
  }

  return (
    <tbody className={classes.line} data-cancelled={line.isCancelled} data-line={line.lineId}>
      <tr>
        <td className={classes.number}>
          <GoodsPicture url={line.pictureUrl} />
          <p className={classes.lineNumber} title={line.lineId}>
            {t('activities.line', { line: line.lineNumber })}
          </p>
        </td>
        <td>
          <BilingualTitle title={line.title} configuration={line.configuration} />
          <p className={classes.soft}>
            {[
              line.sellerName && t('receive.card.seller', { name: line.sellerName }),
              t('orders.lines.item', { id: line.itemId }),
              line.weight !== null && t('orders.lines.weight', { weight: format.number(line.weight) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {line.customerComment !== '' && (
            <p className={classes.comment}>{t('orders.lines.customerComment', { text: line.customerComment })}</p>
          )}
          {line.operatorComment !== '' && (
            <p className={classes.comment}>{t('orders.lines.operatorComment', { text: line.operatorComment })}</p>
          )}
          {line.priceWarning && <PriceWarning warning={line.priceWarning} />}
        </td>
        <td className={classes.money}>
          <p className={classes.amount}>{money(line.amount)}</p>
          <p className={classes.soft}>{t('orders.lines.price', { quantity: format.number(line.quantity), price: money(line.price) })}</p>
        </td>
        <td>
          <p className={classes.statusName}>{line.status.name}</p>
          {obstacle === 'in-outbox' && (
            <p className={classes.waits}>
              <IconClock size="1rem" aria-hidden="true" /> {t('orders.lines.inOutbox')}
            </p>
          )}
        </td>
        <td>
          <Purchase line={line} onOpenParcel={onOpenParcel} />
        </td>
        <td className={classes.actions}>
          <LineMenu
            target={menu}
            line={line}
            actions={actions}
            obstacle={obstacle}
            isBusy={changes.isPending}
            onChoose={setOpened}
          />
        </td>
      </tr>
      {action !== null && (
        <tr>
          <td colSpan={6} className={classes.opened}>
            <LineForm
              key={action}
              action={action}
              orderId={page.order.id}
              line={line}
              isPending={changes.isPending}
              onSubmit={(change) => changes.submit(change, close)}
              onClose={close}
            />
          </td>
        </tr>
      )}
      {opened === 'log' && (
        <tr>
          <td colSpan={6} className={classes.opened}>
            <div className={classes.log}>
              <OrderLog
                orderId={page.order.id}
                lineId={line.lineId}
                statuses={[...line.availableStatuses, line.status]}
                label={t('orders.log.ofLine', { line: line.lineNumber })}
              />
              <Button size="compact-sm" variant="default" onClick={close}>
                {t('orders.log.hide')}
              </Button>
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Where the line was bought, and the parcels in which it comes. */
function Purchase({ line, onOpenParcel }: { line: OrderPageLine; onOpenParcel: (waybill: string) => void }) {
  const { t } = useTranslation();
  const { providerOrderId, providerStatus, waybills } = line;
  if (providerOrderId === '' && waybills.length === 0) return <p className={classes.soft}>{t('orders.lines.notBought')}</p>;
  return (
    <div className={classes.bought}>
      {providerOrderId !== '' && (
        <div className={classes.providerOrder}>
          <span translate="no">{providerOrderId}</span>
          <CopyButton text={providerOrderId} label={t('orders.copyProviderOrder', { id: providerOrderId })} isBare />
        </div>
      )}
      {providerStatus !== '' && <p className={classes.soft}>{providerStatus}</p>}
      {waybills.map((waybill) => (
        <Button
          key={waybill}
          size="compact-sm"
          variant="default"
          justify="space-between"
          title={t('lookup.open')}
          aria-label={t('receive.panel.openParcel', { waybill })}
          rightSection={<IconArrowRight size="0.875rem" aria-hidden="true" />}
          onClick={() => onOpenParcel(waybill)}
        >
          <Waybill number={waybill} />
        </Button>
      ))}
    </div>
  );
}
