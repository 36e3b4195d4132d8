/** What can be wrong with the text that names an item. */
export const itemFaults = ['item-empty', 'item-not-recognised', 'item-rounded', 'link-not-recognised', 'link-without-item'] as const;
export type ItemFault = (typeof itemFaults)[number];

/** Providers whose items can be told by the id (otapi.md 7.3). */
export type ItemProvider = 'Taobao' | 'Alibaba1688' | 'Jd' | 'Warehouse';

export type ItemReading =
  | {
      ok: true;
      /** As OT Platform has it: digits, with the provider's prefix where there is one. */
      itemId: string;
      /** Null: the prefix is of a provider that the station does not know. */
      providerType: ItemProvider | null;
      /** That the link names; empty when it names none. */
      configurationId: string;
    }
  | { ok: false; fault: ItemFault };

const providerOfPrefix: Readonly<Record<string, ItemProvider>> = { tb: 'Taobao', abb: 'Alibaba1688', jd: 'Jd', wh: 'Warehouse' };
/** Whose ids stand without a prefix; otapi.md 1.6 tells it of none for certain, and its order lines have Taobao's so. */
const providerOfBareIds: ItemProvider = 'Taobao';

const itemId = /^(?:([a-z]{2,5})-)?(\d{1,20})(?:\.0)?$/i;
/** How a spreadsheet writes a number that is too long for its column: digits are gone. */
const rounded = /^\d(?:[.,]\d+)?e\+?\d+$/i;
/** Ends a link: blanks, and the brackets and stops that apps put around one. */
const outside = String.raw`\s"'<>\[\]{}|\\^\u3000-\u303F\u2018-\u201F\uFF08\uFF09\uFF0C\uFF1B`;
const links = new RegExp(
  String.raw`[a-z][a-z0-9+.-]*://[^${outside}]+|(?<![\w.@/-])(?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#:])[^${outside}]*`,
  'giu',
);
const looksLikeLink = /:\/\/|^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]|$)/i;

/**
 * Reads what a person typed or pasted for an item: an id as OT Platform has it, or a link to its page at Taobao, Tmall or
 * 1688, also with the words that the apps' "share" puts around it.
 */
export function readItem(text: string): ItemReading {
  const typed = plainText(text);
  if (typed === '') return { ok: false, fault: 'item-empty' };
  const id = itemId.exec(typed);
  if (id !== null) return itemOf(id[1]?.toLowerCase() ?? '', id[2] ?? '', '');
  if (rounded.test(typed)) return { ok: false, fault: 'item-rounded' };
  return readLinks(typed);
}

/** Full-width characters as plain ones, nothing invisible, and no blanks around. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfe_e0))
    .replaceAll(/[\u200B\u200E\u200F\u2060\uFEFF]/g, '')
    .trim();
}

function itemOf(prefix: string, digits: string, configurationId: string): ItemReading {
  if (prefix === '') return { ok: true, itemId: digits, providerType: providerOfBareIds, configurationId };
  const providerType = Object.hasOwn(providerOfPrefix, prefix) ? (providerOfPrefix[prefix] ?? null) : null;
  return { ok: true, itemId: `${prefix}-${digits}`, providerType, configurationId };
}

/** The first link with an item counts; without any, the fault of the one that came nearest. */
function readLinks(text: string): ItemReading {
  const readings = Array.from(text.matchAll(links), ([link]) => readLink(link));
  const withItem = readings.find((reading) => reading.ok);
  if (withItem !== undefined) return withItem;
  if (readings.some((reading) => !reading.ok && reading.fault === 'link-without-item')) return { ok: false, fault: 'link-without-item' };
  return { ok: false, fault: readings.length > 0 || looksLikeLink.test(text) ? 'link-not-recognised' : 'item-not-recognised' };
}

function readLink(link: string): ItemReading {
  const page = pageOf(link);
  const site = page === null ? null : siteOf(page.hostname);
  if (page === null || site === null) return { ok: false, fault: 'link-not-recognised' };
  const digits = site === 'short' ? null : site === '1688' ? offerOf(page) : goodsOf(page);
  if (digits === null) return { ok: false, fault: 'link-without-item' };
  return itemOf(site === '1688' ? 'abb' : '', digits, digitsIn(page, 'skuId') ?? '');
}

function pageOf(link: string): URL | null {
  const address = link.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '').replace(/[).,;:!']+$/, '');
  return URL.canParse(`https://${address}`) ? new URL(`https://${address}`) : null;
}

/** Whose page it is, `short` links leading to one only; null for any other host, however much it looks like one of theirs. */
function siteOf(host: string): '1688' | 'taobao' | 'short' | null {
  if (/^(?:[a-z0-9-]+\.)*tb\.cn$/.test(host)) return 'short';
  if (/^(?:[a-z0-9-]+\.)*1688\.(?:com|example)$/.test(host)) return '1688';
  if (/^(?:[a-z0-9-]+\.)*(?:taobao\.(?:com|example)|tmall\.(?:com|hk|example))$/.test(host)) return 'taobao';
  return null;
}

/** `/offer/ID.html`, or `offerId=` on the pages for phones. */
function offerOf(page: URL): string | null {
  return /\/offer\/(\d{1,20})(?:\.html?)?(?:\/|$)/i.exec(page.pathname)?.[1] ?? digitsIn(page, 'offerId');
}

/** `/item/ID.htm`, `/iID.htm`, or `id=` on a page for an item: other pages have ids of other things. */
function goodsOf(page: URL): string | null {
  const inPath = /\/(?:item\/|i)(\d{5,20})(?:\.html?)?$/i.exec(page.pathname)?.[1];
  if (inPath !== undefined) return inPath;
  const isItemPage = /(?:^|\.)(?:item|detail)\./i.test(page.hostname) || /\/(?:item|detail)/i.test(page.pathname);
  return (isItemPage ? digitsIn(page, 'id') : null) ?? digitsIn(page, 'itemId') ?? digitsIn(page, 'item_id');
}

/** A parameter's value when it is a number; names are told apart by their letters, not by their case. */
function digitsIn(page: URL, name: string): string | null {
  for (const [key, value] of page.searchParams) {
    if (key.toLowerCase() === name.toLowerCase() && /^\d{1,20}$/.test(value)) return value;
  }
  return null;
}
