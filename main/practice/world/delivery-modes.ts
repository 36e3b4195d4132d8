import type { Translated } from './language.ts';
import { PROVIDER_TYPES } from './providers.ts';
import type { ProviderType } from './providers.ts';

/** An external delivery: how goods go to the customer (otapi.md 7.4). */
export interface DeliveryMode {
  readonly id: string;
  readonly name: Translated;
  readonly description: Translated;
  /** Whole units of the internal currency for one kg; 0 = free. */
  readonly pricePerKg: number;
  /** The providers whose goods it takes. */
  readonly providerTypes: readonly ProviderType[];
}

/** The delivery modes of the instance, in the order in which they are listed. */
export const DELIVERY_MODES: readonly DeliveryMode[] = [
  {
    id: '12',
    name: { en: 'Air cargo', ru: 'Авиакарго', zh: '空运' },
    description: { en: '7 to 10 days', ru: '7–10 дней', zh: '7至10天' },
    pricePerKg: 2400,
    providerTypes: PROVIDER_TYPES,
  },
  {
    id: '14',
    name: { en: 'Road cargo', ru: 'Автокарго', zh: '陆运' },
    description: { en: '18 to 25 days', ru: '18–25 дней', zh: '18至25天' },
    pricePerKg: 1100,
    providerTypes: PROVIDER_TYPES,
  },
  {
    id: '19',
    name: { en: 'EMS', ru: 'EMS', zh: 'EMS' },
    description: { en: 'To the door, 12 to 20 days', ru: 'До двери, 12–20 дней', zh: '送货上门，12至20天' },
    pricePerKg: 3900,
    providerTypes: PROVIDER_TYPES,
  },
  {
    id: '21',
    name: { en: 'Free external delivery', ru: 'Бесплатная внешняя доставка', zh: '免费外部配送' },
    description: { en: 'Paid apart from the order', ru: 'Оплачивается отдельно от заказа', zh: '运费与订单分开支付' },
    pricePerKg: 0,
    providerTypes: PROVIDER_TYPES,
  },
  {
    id: '31',
    name: { en: 'Wholesale by rail', ru: 'Опт по железной дороге', zh: '批发铁路运输' },
    description: { en: 'For goods of 1688 only, 30 days', ru: 'Только для товаров 1688, 30 дней', zh: '仅限1688商品，30天' },
    pricePerKg: 650,
    providerTypes: ['Alibaba1688'],
  },
];

/** The modes with which the orders of a world were made when it was. */
export const DRAWN_DELIVERY_MODES: readonly DeliveryMode[] = DELIVERY_MODES.slice(0, 3);

/** The mode with this id, or null. */
export function deliveryModeWith(id: string): DeliveryMode | null {
  return DELIVERY_MODES.find((mode) => mode.id === id) ?? null;
}
