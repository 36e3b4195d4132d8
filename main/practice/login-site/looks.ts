import type { ProviderType } from '../world/providers.ts';

/** How the site of one provider is named and addressed. */
export interface SiteLook {
  /** The first segment of its paths, and the class of its pages. */
  readonly folder: 'taobao' | '1688';
  readonly nameZh: string;
  readonly nameEn: string;
  readonly sloganZh: string;
  readonly sloganEn: string;
}

export const SITE_LOOKS: Readonly<Record<ProviderType, SiteLook>> = {
  Taobao: { folder: 'taobao', nameZh: '淘宝 · 练习站', nameEn: 'Taobao, practice site', sloganZh: '练习，随便买', sloganEn: 'Practise, and buy nothing' },
  Alibaba1688: { folder: '1688', nameZh: '1688 · 练习站', nameEn: '1688, practice site', sloganZh: '源头工厂，练习采购', sloganEn: 'Practise buying at the factory' },
};
