import type { Translated } from './language.ts';

/** The providers whose goods the practice world holds (otapi.md 3.1, 7.3). */
export type ProviderType = 'Taobao' | 'Alibaba1688';

export const PROVIDER_TYPES: readonly ProviderType[] = ['Taobao', 'Alibaba1688'];

/** What GetProviderInfoList tells about one provider (otapi.md 7.3). */
export interface ProviderInfo {
  readonly type: string;
  readonly alias: string;
  readonly prefix: string;
  readonly rootCategoryId: string;
  readonly promotionTypes: readonly string[];
  readonly hasImageSearch: boolean;
  readonly displayName: Translated;
  readonly ordersIntegration: {
    readonly isAvailable: boolean;
    readonly isEnabled: boolean;
    readonly isSessionRequired: boolean;
    readonly allowCancelOrders: boolean;
  };
}

export const PROVIDERS: readonly ProviderInfo[] = [
  {
    type: 'Taobao',
    alias: 'p1',
    prefix: 'tb',
    rootCategoryId: '0',
    promotionTypes: ['Default', 'Vip', 'Special'],
    hasImageSearch: true,
    displayName: { en: 'Taobao', ru: 'Taobao', zh: '淘宝' },
    ordersIntegration: { isAvailable: true, isEnabled: true, isSessionRequired: true, allowCancelOrders: false },
  },
  {
    type: 'Warehouse',
    alias: 'p2',
    prefix: 'wh',
    rootCategoryId: 'wh-0',
    promotionTypes: [],
    hasImageSearch: false,
    displayName: { en: 'Warehouse', ru: 'Склад', zh: '仓库' },
    ordersIntegration: { isAvailable: false, isEnabled: false, isSessionRequired: false, allowCancelOrders: false },
  },
  {
    type: 'Alibaba1688',
    alias: 'p6',
    prefix: 'abb',
    rootCategoryId: 'abb-0',
    promotionTypes: ['Default'],
    hasImageSearch: true,
    displayName: { en: '1688', ru: '1688', zh: '1688' },
    ordersIntegration: { isAvailable: true, isEnabled: true, isSessionRequired: true, allowCancelOrders: true },
  },
];
