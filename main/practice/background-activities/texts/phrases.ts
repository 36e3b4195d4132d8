import type { Language, Translated } from '../../world/language.ts';
import type { OrderLine } from '../../world/order-line.ts';
import { PROVIDERS } from '../../world/providers.ts';
import type { ProviderType } from '../../world/providers.ts';

/** One text in every language. */
export function phrase(en: string, ru: string, zh: string): Translated {
  return { en, ru, zh };
}

/** A text that is made alike in every language. */
export function inEveryLanguage(make: (language: Language) => string): Translated {
  return phrase(make('en'), make('ru'), make('zh'));
}

/** Makes text of any kind safe inside a message, which may hold HTML (otapi.md 4.3). */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** "order number - LineNum" (otapi.md 6.1). */
export function lineNumber({ orderId, lineNum }: OrderLine): string {
  return `${orderId.replace(/^ORD-0*/, '')} - ${lineNum}`;
}

/** A line as messages name it, with its id. */
export function lineName(line: OrderLine): string {
  return `<b>${lineNumber(line)}</b> (${line.id})`;
}

export function providerName(providerType: ProviderType): Translated {
  return PROVIDERS.find(({ type }) => type === providerType)?.displayName ?? phrase(providerType, providerType, providerType);
}

/** An amount at the provider. */
export function price(cny: number): string {
  return `${cny.toFixed(2)} CNY`;
}

/** The page of a line's goods: at the provider's real address, as the vendor's panel prints it in messages. */
export function itemPage({ item }: OrderLine, providerType: ProviderType): string {
  if (item.isTmall) return item.externalUrl;
  return providerType === 'Taobao' ? `https://item.taobao.com/item.htm?id=${item.providerItemId}` : `https://detail.1688.com/offer/${item.providerItemId}.html`;
}

/** Goods, as a link to their page. */
export function itemLink(line: OrderLine, providerType: ProviderType, language: Language): string {
  return `<a href="${itemPage(line, providerType)}">${escapeHtml(line.item.title[language])}</a>`;
}

/** A provider order id as messages show it. */
export function providerOrder(id: string): string {
  return `<b>${escapeHtml(id)}</b>`;
}

/** Russian forms: 1 строка, 2 строки, 5 строк. */
export function russianCount(count: number, [one, few, many]: readonly [string, string, string]): string {
  const [lastTwo, last] = [count % 100, count % 10];
  if (last === 1 && lastTwo !== 11) return `${count} ${one}`;
  return `${count} ${last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many}`;
}

/** So many order lines. */
export function linesCount(count: number): Translated {
  return phrase(`${count} ${count === 1 ? 'line' : 'lines'}`, russianCount(count, ['строка', 'строки', 'строк']), `${count} 个订单行`);
}
