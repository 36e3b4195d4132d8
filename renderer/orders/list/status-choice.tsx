import { Button, Checkbox, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter, OrderFilterChoices } from '../../../preload/contract/orders.ts';
import { OpenLayer } from '../open-layer.tsx';
import classes from './filter-bar.module.css';
import { withStatusToggled } from './order-filter.ts';

interface StatusChoiceProps {
  statuses: OrderFilterChoices['statuses'];
  filter: OrderFilter;
  onFilter: Dispatch<SetStateAction<OrderFilter>>;
}

/** Statuses of orders, any number of them. */
export function StatusChoice({ statuses, filter, onFilter }: StatusChoiceProps) {
  const { t } = useTranslation();
  const label = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { statusIds } = filter;
  const only = statuses.find(({ id }) => id === statusIds[0]);
  const chosen =
    statusIds.length === 0
      ? t('orders.filter.anyStatus')
      : statusIds.length === 1 && only
        ? only.name
        : t('orders.filter.statuses', { count: statusIds.length });
  return (
    <div className={classes.choice}>
      <span id={label} className={classes.label} aria-hidden="true">
        {t('orders.filter.status')}
      </span>
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" withinPortal={false} shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            className={classes.button ?? ''}
            variant="default"
            fullWidth
            justify="space-between"
            aria-label={t('orders.filter.statusIs', { chosen })}
            rightSection={<IconChevronDown size="1rem" aria-hidden="true" />}
            onClick={() => setIsOpen(!isOpen)}
          >
            <span className={classes.chosen}>{chosen}</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-labelledby={label}>
          {isOpen && <OpenLayer onClose={() => setIsOpen(false)} />}
          <div className={classes.options}>
            {statuses.length === 0 && <p className={classes.empty}>{t('orders.filter.noStatuses')}</p>}
            {statuses.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={statusIds.includes(id)}
                onChange={() => onFilter((before) => withStatusToggled(before, id))}
              />
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
