import type { Translated } from '../../world/language.ts';
import type { OrderLine } from '../../world/order-line.ts';
import type { ProviderType } from '../../world/providers.ts';
import { lineName, phrase, providerName, providerOrder } from './phrases.ts';

/** What every kind of activity can say. */
export const activityTexts = {
  cancel: phrase('Cancel', 'Отменить', '取消'),
  cancelled: phrase('Cancelled by the operator', 'Отменено оператором', '操作员已取消'),
  chosen: (name: Translated) => phrase(`Chosen: ${name.en}`, `Выбрано: ${name.ru}`, `已选择：${name.zh}`),
  openItemPage: phrase('Open the page of the goods', 'Открыть страницу товара', '打开商品页面'),
  leaveOutQuestioned: phrase('Leave out all lines in question', 'Исключить все спорные строки', '排除所有待确认的订单行'),
  placeOrder: phrase('Place the order', 'Оформить заказ', '立即下单'),

  exportOf: (orderId: string, provider: ProviderType) => {
    const { en, ru, zh } = providerName(provider);
    return phrase(`Export of order ${orderId} to ${en}`, `Экспорт заказа ${orderId} в ${ru}`, `将订单 ${orderId} 导出到${zh}`);
  },
  linkOf: (orderId: string, provider: ProviderType) => {
    const { en, ru, zh } = providerName(provider);
    return phrase(`Linking of order ${orderId} with orders at ${en}`, `Привязка заказа ${orderId} к заказам ${ru}`, `将订单 ${orderId} 与${zh}订单关联`);
  },
  unlinkOf: (orderId: string, provider: ProviderType) => {
    const { en, ru, zh } = providerName(provider);
    return phrase(`Unlinking of order ${orderId} from orders at ${en}`, `Отвязка заказа ${orderId} от заказов ${ru}`, `解除订单 ${orderId} 与${zh}订单的关联`);
  },
  /** Null: of all orders. */
  synchronisationOf: (orderIds: readonly string[] | null, provider: ProviderType) => {
    const { en, ru, zh } = providerName(provider);
    if (orderIds === null) return phrase(`Synchronisation of all orders with ${en}`, `Синхронизация всех заказов с ${ru}`, `所有订单与${zh}同步`);
    const [ids, idsInChinese] = [orderIds.join(', '), orderIds.join('、')];
    const isOne = orderIds.length === 1;
    return phrase(
      `Synchronisation of ${isOne ? 'order' : 'orders'} ${ids} with ${en}`,
      `Синхронизация ${isOne ? 'заказа' : 'заказов'} ${ids} с ${ru}`,
      `订单 ${idsInChinese} 与${zh}同步`,
    );
  },

  alreadyBound: (line: OrderLine) =>
    phrase(
      `Line ${lineName(line)} is bound to provider order ${providerOrder(line.vendPurchId)} already`,
      `Строка ${lineName(line)} уже привязана к заказу поставщика ${providerOrder(line.vendPurchId)}`,
      `订单行 ${lineName(line)} 已关联供应商订单 ${providerOrder(line.vendPurchId)}`,
    ),
  notPaid: (line: OrderLine) =>
    phrase(`Line ${lineName(line)} is not paid`, `Строка ${lineName(line)} не оплачена`, `订单行 ${lineName(line)} 未付款`),
  notPurchasable: (line: OrderLine) =>
    phrase(
      `Line ${lineName(line)} cannot be bought in its status`,
      `Строку ${lineName(line)} нельзя выкупить в её статусе`,
      `订单行 ${lineName(line)} 的当前状态不能采购`,
    ),
};
