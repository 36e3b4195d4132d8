import { Button } from '@mantine/core';
import { IconArchive, IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../preload/contract/order-page.ts';
import { boundIds } from '../../activities/provider-orders.ts';
import { useFormat } from '../../i18n/format.ts';
import { StationDialog } from '../station-dialog.tsx';
import classes from './order-screen.module.css';
import type { OrderChanges } from './use-order-changes.ts';

const endings = ['cancel-order', 'close-order'] as const;
type Ending = (typeof endings)[number];

/** Cancelling and closing the whole order, as far as OT Platform allows it; each is asked about before. */
export function OrderEndings({ page, changes }: { page: OrderPage; changes: OrderChanges }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Ending | null>(null);
  const { order } = page;
  const allowed: Record<Ending, boolean> = { 'cancel-order': order.can.cancel, 'close-order': order.can.close };
  const offered = page.isWhole ? endings.filter((ending) => allowed[ending]) : [];
  if (offered.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('orders.endings.title')}>
      <h2>{t('orders.endings.title')}</h2>
      <div className={classes.buttons}>
        {offered.map((ending) => (
          <Button
            key={ending}
            variant="default"
            color="red"
            disabled={changes.isPending}
            leftSection={ending === 'cancel-order' ? <IconBan size="1.125rem" /> : <IconArchive size="1.125rem" />}
            onClick={() => setAsked(ending)}
          >
            {t(`orders.endings.${ending}.action`)}
          </Button>
        ))}
      </div>
      {asked !== null && (
        <EndingDialog
          ending={asked}
          page={page}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            changes.submit({ kind: asked, orderId: order.id });
          }}
        />
      )}
    </section>
  );
}

interface EndingDialogProps {
  ending: Ending;
  page: OrderPage;
  onClose: () => void;
  onConfirm: () => void;
}

function EndingDialog({ ending, page: { order, lines }, onClose, onConfirm }: EndingDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const bound = boundIds(lines);
  return (
    <StationDialog title={t(`orders.endings.${ending}.question`, { number: order.number })} closeLabel={t('orders.endings.no')} onClose={onClose}>
      <p>{t(`orders.endings.${ending}.text`)}</p>
      {ending === 'cancel-order' && (
        <p>
          <strong>{t('orders.endings.notAtProvider')}</strong>
          {bound.length > 0 && ` ${t('orders.endings.bound', { count: bound.length, list: format.list(bound) })}`}
        </p>
      )}
      <div className={classes.buttons}>
        <Button color="red" onClick={onConfirm}>
          {t(`orders.endings.${ending}.yes`)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('orders.endings.no')}
        </Button>
      </div>
    </StationDialog>
  );
}
