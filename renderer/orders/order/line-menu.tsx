import { ActionIcon, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import {
  IconBan,
  IconCopy,
  IconDots,
  IconHistory,
  IconMessage,
  IconRefreshDot,
  IconRestore,
  IconScale,
  IconScissors,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPageLine } from '../../../preload/contract/order-page.ts';
import { station, unwrap } from '../../bridge/station.ts';
import { OpenLayer } from '../open-layer.tsx';
import type { LineAction, LineObstacle } from './line-rights.ts';
import classes from './lines-table.module.css';

const icons: Record<LineAction, Icon> = {
  'line-status': IconRefreshDot,
  'line-purchase': IconTruckDelivery,
  'line-comment': IconMessage,
  'line-weight': IconScale,
  'split-line': IconScissors,
  'cancel-line': IconBan,
  'restore-line': IconRestore,
};

interface LineMenuProps {
  target: RefObject<HTMLButtonElement | null>;
  line: OrderPageLine;
  actions: readonly LineAction[];
  obstacle: LineObstacle | null;
  isBusy: boolean;
  onChoose: (action: LineAction | 'log') => void;
}

/** What can be done with a line now, and what stands against the rest. */
export function LineMenu({ target, line, actions, obstacle, isBusy, onChoose }: LineMenuProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);

  // Only when nothing was chosen: a form that opens takes the keyboard itself.
  function leave(): void {
    setIsOpen(false);
    target.current?.focus();
  }

  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} shadow="md" returnFocus={false}>
      <Menu.Target>
        <ActionIcon ref={target} size="lg" variant="subtle" color="gray" aria-label={t('orders.lines.menu', { line: line.lineNumber })}>
          <IconDots size="1.25rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isOpen && <OpenLayer onClose={leave} />}
        {obstacle !== null && <p className={classes.obstacle}>{t(`orders.lines.obstacle.${obstacle}`)}</p>}
        {actions.map((action) => {
          const ActionSign = icons[action];
          return (
            <Menu.Item key={action} leftSection={<ActionSign size="1rem" />} disabled={isBusy} onClick={() => onChoose(action)}>
              {t(`orders.lines.action.${action}`)}
            </Menu.Item>
          );
        })}
        <Menu.Item leftSection={<IconHistory size="1rem" />} onClick={() => onChoose('log')}>
          {t('orders.lines.action.log')}
        </Menu.Item>
        <Menu.Divider />
        <CopyItem text={line.itemId} label={t('orders.lines.copyItem')} />
        {line.configurationId !== '' && <CopyItem text={line.configurationId} label={t('orders.lines.copyConfiguration')} />}
        {line.itemUrl !== '' && <CopyItem text={line.itemUrl} label={t('orders.lines.copyAddress')} />}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Puts a text on the clipboard; the menu stays, and says whether it is there. */
function CopyItem({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const copy = useMutation({ mutationFn: () => unwrap(station().desktop.copyText({ text })) });
  const hasFailed = copy.isError || copy.data?.copied === false;
  return (
    <Menu.Item leftSection={<IconCopy size="1rem" />} closeMenuOnClick={false} title={text} onClick={() => copy.mutate()}>
      <span aria-live="polite">{copy.data?.copied ? t('common.copied') : hasFailed ? t('common.notCopied') : label}</span>
    </Menu.Item>
  );
}
