import type { OrderLine } from '../../world/order-line.ts';
import type { ProviderType } from '../../world/providers.ts';
import { escapeHtml, lineName, linesCount, phrase, providerName, providerOrder, russianCount } from './phrases.ts';

/** What a synchronisation says (otapi.md 3.2). */
export const synchroniseTexts = {
  announce: (provider: ProviderType, orders: number) => {
    const { en, ru, zh } = providerName(provider);
    return phrase(
      `Asking ${en} about ${orders} provider ${orders === 1 ? 'order' : 'orders'}`,
      `Запрашиваем у ${ru} ${russianCount(orders, ['заказ', 'заказа', 'заказов'])} поставщика`,
      `正在向${zh}查询 ${orders} 个供应商订单`,
    );
  },
  paidFor: (providerOrderId: string, lines: readonly OrderLine[]) => {
    const names = lines.map(lineName).join(', ');
    return phrase(
      `Provider order ${providerOrder(providerOrderId)} is paid, awaiting shipment: ${names}`,
      `Заказ поставщика ${providerOrder(providerOrderId)} оплачен, ожидает отправки: ${names}`,
      `供应商订单 ${providerOrder(providerOrderId)} 已付款，待发货：${names}`,
    );
  },
  waybillBrought: (providerOrderId: string, waybill: string, lines: readonly OrderLine[]) => {
    const names = lines.map(lineName).join(', ');
    const number = `<b>${escapeHtml(waybill)}</b>`;
    return phrase(
      `Provider order ${providerOrder(providerOrderId)} is shipped, waybill ${number}: ${names}`,
      `Заказ поставщика ${providerOrder(providerOrderId)} отправлен, накладная ${number}: ${names}`,
      `供应商订单 ${providerOrder(providerOrderId)} 已发货，运单号 ${number}：${names}`,
    );
  },
  sellerCancelled: (line: OrderLine) =>
    phrase(
      `The seller has cancelled line ${lineName(line)} of provider order ${providerOrder(line.vendPurchId)}`,
      `Продавец отменил строку ${lineName(line)} заказа поставщика ${providerOrder(line.vendPurchId)}`,
      `卖家已取消供应商订单 ${providerOrder(line.vendPurchId)} 中的订单行 ${lineName(line)}`,
    ),
  done: (changed: number) => {
    if (changed === 0) return phrase('Nothing has changed', 'Изменений нет', '没有变化');
    const count = linesCount(changed);
    return phrase(`Changed: ${count.en}`, `Изменено: ${count.ru}`, `已更新 ${count.zh}`);
  },
};
