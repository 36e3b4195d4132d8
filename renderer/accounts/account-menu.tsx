import { ActionIcon, Menu } from '@mantine/core';
import { IconDeviceDesktopOff, IconDots, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface AccountMenuProps {
  label: string;
  deviceRemembered: boolean;
  disabled: boolean;
  onForget: () => void;
  onRemove: () => void;
}

/** What is seldom done with an account. */
export function AccountMenu({ label, deviceRemembered, disabled, onForget, onRemove }: AccountMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} shadow="md">
      <Menu.Target>
        <ActionIcon size="lg" variant="subtle" color="gray" disabled={disabled} aria-label={t('accounts.more', { name: label })}>
          <IconDots size="1.25rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconDeviceDesktopOff size="1rem" />}
          disabled={!deviceRemembered}
          title={deviceRemembered ? undefined : t('accounts.forget.none')}
          onClick={onForget}
        >
          {t('accounts.forget.action')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size="1rem" />} onClick={onRemove}>
          {t('accounts.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
