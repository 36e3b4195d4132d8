import { IconActivity, IconArrowsUpDown, IconBarcode, IconSearch, IconSettings, IconUserDollar } from '@tabler/icons-react';

/** The screens one can go to, in the order of the navigation, each with its key. */
export const places = [
  { name: 'receive', key: 'F1', Icon: IconBarcode },
  { name: 'lookup', key: 'F2', Icon: IconSearch },
  { name: 'activities', key: 'F3', Icon: IconActivity },
  { name: 'accounts', key: 'F4', Icon: IconUserDollar },
  { name: 'outbox', key: 'F5', Icon: IconArrowsUpDown },
  { name: 'settings', key: 'F6', Icon: IconSettings },
] as const;

export type PlaceName = (typeof places)[number]['name'];
