import { IconArrowsUpDown, IconBarcode, IconSearch, IconSettings } from '@tabler/icons-react';

/** The screens one can go to, in the order of the navigation, each with its key. */
export const places = [
  { name: 'receive', key: 'F1', Icon: IconBarcode },
  { name: 'lookup', key: 'F2', Icon: IconSearch },
  { name: 'outbox', key: 'F3', Icon: IconArrowsUpDown },
  { name: 'settings', key: 'F4', Icon: IconSettings },
] as const;

export type PlaceName = (typeof places)[number]['name'];
