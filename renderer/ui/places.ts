import { IconActivity, IconArrowsUpDown, IconBarcode, IconSearch, IconSettings, IconShoppingCart, IconUserDollar } from '@tabler/icons-react';

/** The screens one can go to, in the order of the navigation, each with its key. */
export const places = [
  { name: 'receive', key: 'F1', Icon: IconBarcode },
  { name: 'lookup', key: 'F2', Icon: IconSearch },
  { name: 'orders', key: 'F3', Icon: IconShoppingCart },
  { name: 'activities', key: 'F4', Icon: IconActivity },
  { name: 'accounts', key: 'F5', Icon: IconUserDollar },
  { name: 'outbox', key: 'F6', Icon: IconArrowsUpDown },
  { name: 'settings', key: 'F7', Icon: IconSettings },
] as const;

export type PlaceName = (typeof places)[number]['name'];
