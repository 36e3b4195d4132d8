import { IconChecklist, IconFileImport, IconList, IconPlus, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOrdering } from '../bridge/ordering.ts';
import { useFormat } from '../i18n/format.ts';
import { decisionsWanted } from '../ordering/sent-standing.ts';
import classes from './orders-place.module.css';
import type { GoTo, OrdersPage } from './orders-page.ts';
import { ordersRoots, type OrdersRoot } from './page-stack.ts';

const pages: Record<OrdersRoot, { RootIcon: Icon; page: OrdersPage }> = {
  list: { RootIcon: IconList, page: { name: 'list' } },
  draft: { RootIcon: IconPlus, page: { name: 'draft', draftId: null } },
  'sent-list': { RootIcon: IconChecklist, page: { name: 'sent-list' } },
  imports: { RootIcon: IconFileImport, page: { name: 'imports' } },
};

/** The pages of the place, and for how many orders somebody has to decide on each. */
export function OrdersNavigation({ root, label, goTo }: { root: OrdersRoot; label: string; goTo: GoTo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ordering = useOrdering().data;
  const toDecide = ordering ? decisionsWanted(ordering) : { here: 0, inImports: 0 };
  const badges: Partial<Record<OrdersRoot, number>> = { 'sent-list': toDecide.here, imports: toDecide.inImports };
  return (
    <nav className={classes.navigation} aria-label={label}>
      {ordersRoots.map((name) => {
        const { RootIcon, page } = pages[name];
        const count = badges[name] ?? 0;
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
            {count > 0 && (
              <span className={classes.badge}>
                <span aria-hidden="true">{format.number(count)}</span>
                <span className={classes.spoken}>{t('orders.toDecide', { count })}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
