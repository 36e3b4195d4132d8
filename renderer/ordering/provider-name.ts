import type { TFunction } from 'i18next';
import type { ItemProvider } from '../../preload/contract/item-link.ts';

const providers: readonly ItemProvider[] = ['Taobao', 'Alibaba1688', 'Jd', 'Warehouse'];

/** The provider of goods as people call it; a type that the texts do not know is shown as it is. */
export function providerName(t: TFunction, type: string): string {
  const known = providers.find((provider) => provider === type);
  return known ? t(`ordering.provider.${known}`) : type;
}
