import { IconChecklist, IconFileImport, IconList, IconPlus, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOrdering } from '../bridge/ordering.ts';
import { useFormat } from '../i18n/format.ts';
import classes from './orders-place.module.css';
import type { GoTo, OrdersPage } from './orders-page.ts';
import { ordersRoots, type OrdersRoot } from './page-stack.ts';

const pages: Record<OrdersRoot, { RootIcon: Icon; page: OrdersPage }> = {
  list: { RootIcon: IconList, page: { name: 'list' } },
  draft: { RootIcon: IconPlus, page: { name: 'draft', draftId: null } },
  'sent-list': { RootIcon: IconChecklist, page: { name: 'sent-list' } },
  imports: { RootIcon: IconFileImport, page: { name: 'imports' } },
};

/** The pages of the place, and how many orders of this station wait for somebody to decide. */
export function OrdersNavigation({ root, label, goTo }: { root: OrdersRoot; label: string; goTo: GoTo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const toDecide = useOrdering().data?.counts.toDecide ?? 0;
  return (
    <nav className={classes.navigation} aria-label={label}>
      {ordersRoots.map((name) => {
        const { RootIcon, page } = pages[name];
        return (
          <button
            key={name}
            type="button"
            className={classes.page}
            aria-current={root === name ? 'page' : undefined}
            onClick={() => goTo(page)}
          >
            <RootIcon className={classes.icon} stroke={1.75} aria-hidden="true" />
            {t(`orders.page.${name}`)}
            {name === 'sent-list' && toDecide > 0 && (
              <span className={classes.badge}>
                <span aria-hidden="true">{format.number(toDecide)}</span>
                <span className={classes.spoken}>{t('orders.toDecide', { count: toDecide })}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
