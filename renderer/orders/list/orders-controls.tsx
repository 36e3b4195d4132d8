import { Button } from '@mantine/core';
import { IconCloudDownload, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../bridge/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useNow } from '../../ui/use-now.ts';
import classes from './orders-screen.module.css';

interface OrdersControlsProps {
  isReading: boolean;
  onNew: () => void;
  onRead: () => void;
}

/** A new order, reading from OT Platform, and how old the cache is. */
export function OrdersControls({ isReading, onNew, onRead }: OrdersControlsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const status = useStatus().data;
  const freshAt = status?.cache.freshAt ?? null;
  const age = freshAt === null ? t('orders.cacheNever') : t('orders.cacheAge', { when: format.relative(freshAt, Math.max(now, Date.parse(freshAt))) });
  return (
    <div className={classes.controls}>
      <div className={classes.buttons}>
        <Button leftSection={<IconPlus size="1.125rem" />} rightSection={<KeyCap>N</KeyCap>} onClick={onNew}>
          {t('orders.new')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCloudDownload size="1.125rem" />}
          rightSection={<KeyCap>R</KeyCap>}
          loading={isReading}
          onClick={onRead}
        >
          {t('orders.read')}
        </Button>
      </div>
      <p className={classes.note}>{status?.network === 'offline' ? `${t('orders.offline')} ${age}` : age}</p>
    </div>
  );
}
