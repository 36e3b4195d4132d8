import type { OrderLine } from '../../world/order-line.ts';
import type { ProviderType } from '../../world/providers.ts';
import { escapeHtml, inEveryLanguage, lineName, lineNumber, linesCount, phrase, providerName, providerOrder, russianCount } from './phrases.ts';

/** What linking and unlinking say and ask (otapi.md 3.2). */
export const linkTexts = {
  announce: (provider: ProviderType, orders: number) => {
    const { en, ru, zh } = providerName(provider);
    return phrase(
      `Reading ${orders} provider ${orders === 1 ? 'order' : 'orders'} at ${en}`,
      `Читаем ${russianCount(orders, ['заказ', 'заказа', 'заказов'])} поставщика в ${ru}`,
      `正在读取${zh}的 ${orders} 个供应商订单`,
    );
  },
  noSuchOrder: (providerOrderId: string) =>
    phrase(
      `There is no provider order ${providerOrder(providerOrderId)}`,
      `Заказа поставщика ${providerOrder(providerOrderId)} нет`,
      `供应商订单 ${providerOrder(providerOrderId)} 不存在`,
    ),
  holdsNothing: (providerOrderId: string) =>
    phrase(
      `Provider order ${providerOrder(providerOrderId)} holds no goods of the chosen lines`,
      `В заказе поставщика ${providerOrder(providerOrderId)} нет товаров выбранных строк`,
      `供应商订单 ${providerOrder(providerOrderId)} 中没有所选订单行的商品`,
    ),
  matched: (line: OrderLine, providerOrderId: string) =>
    phrase(
      `Line ${lineName(line)} was found in provider order ${providerOrder(providerOrderId)}`,
      `Строка ${lineName(line)} найдена в заказе поставщика ${providerOrder(providerOrderId)}`,
      `在供应商订单 ${providerOrder(providerOrderId)} 中找到订单行 ${lineName(line)}`,
    ),
  whichLine: (title: string, providerOrderId: string) => {
    const goods = `<b>${escapeHtml(title)}</b>`;
    return phrase(
      `Provider order ${providerOrder(providerOrderId)} holds ${goods}<br>Which line is it?`,
      `В заказе поставщика ${providerOrder(providerOrderId)} есть ${goods}<br>Какая это строка?`,
      `供应商订单 ${providerOrder(providerOrderId)} 中有 ${goods}<br>对应哪个订单行？`,
    );
  },
  thisLine: (line: OrderLine) =>
    inEveryLanguage((language) => `${lineNumber(line)}: ${line.item.title[language]}, ${line.configuration.text[language]}`),
  noLine: phrase('None of them', 'Ни одна из них', '都不是'),
  noLineLeft: (title: string, providerOrderId: string) => {
    const goods = `<b>${escapeHtml(title)}</b>`;
    return phrase(
      `No line is left for ${goods} of provider order ${providerOrder(providerOrderId)}`,
      `Не осталось строк для ${goods} из заказа поставщика ${providerOrder(providerOrderId)}`,
      `供应商订单 ${providerOrder(providerOrderId)} 中的 ${goods} 已没有可对应的订单行`,
    );
  },
  withoutLine: (providerOrderId: string) =>
    phrase(
      `Goods of provider order ${providerOrder(providerOrderId)} stay without a line`,
      `Товар заказа поставщика ${providerOrder(providerOrderId)} остаётся без строки`,
      `供应商订单 ${providerOrder(providerOrderId)} 中的商品未关联订单行`,
    ),
  nothingBound: phrase('No line was bound', 'Ни одна строка не привязана', '未关联任何订单行'),
  bound: (lines: number) => {
    const count = linesCount(lines);
    return phrase(`Bound: ${count.en}`, `Привязано: ${count.ru}`, `已关联 ${count.zh}`);
  },

  announceUnlinking: (lines: number) => {
    const count = linesCount(lines);
    return phrase(`To unbind: ${count.en}`, `К отвязке: ${count.ru}`, `待解除关联：${count.zh}`);
  },
  notBound: (line: OrderLine) =>
    phrase(
      `Line ${lineName(line)} is bound to no provider order`,
      `Строка ${lineName(line)} не привязана к заказу поставщика`,
      `订单行 ${lineName(line)} 未关联供应商订单`,
    ),
  pastUnlinking: (line: OrderLine) =>
    phrase(
      `Line ${lineName(line)} has come to the warehouse or is over, it cannot be unbound`,
      `Строка ${lineName(line)} уже пришла на склад или закрыта, отвязать её нельзя`,
      `订单行 ${lineName(line)} 已入库或已结束，不能解除关联`,
    ),
  unbound: (line: OrderLine) =>
    phrase(
      `Line ${lineName(line)} is unbound from provider order ${providerOrder(line.vendPurchId)}`,
      `Строка ${lineName(line)} отвязана от заказа поставщика ${providerOrder(line.vendPurchId)}`,
      `订单行 ${lineName(line)} 已解除与供应商订单 ${providerOrder(line.vendPurchId)} 的关联`,
    ),
  nothingUnbound: phrase('No line was unbound', 'Ни одна строка не отвязана', '未解除任何关联'),
  doneUnlinking: (lines: number) => {
    const count = linesCount(lines);
    return phrase(`Unbound: ${count.en}`, `Отвязано: ${count.ru}`, `已解除关联 ${count.zh}`);
  },
};
