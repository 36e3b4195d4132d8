import type { Translated } from './language.ts';
import { LINE_STATUS, NOT_COUNTED } from './line-status.ts';

/** Order statuses by id, with the recorded English names (otapi.md 7.1). Russian and Chinese names are ours. */
export const ORDER_STATUSES: ReadonlyMap<number, Translated> = new Map([
  [10, { en: 'Awaiting payment', ru: 'Ожидает оплаты', zh: '待付款' }],
  [11, { en: 'Awaiting additional payment', ru: 'Ожидает доплаты', zh: '待补款' }],
  [20, { en: 'Paid', ru: 'Оплачен', zh: '已付款' }],
  [30, { en: 'In handling', ru: 'В обработке', zh: '处理中' }],
  [31, { en: 'Order with added goods', ru: 'Заказ с добавленными товарами', zh: '已加商品' }],
  [32, { en: 'In handling at warehouse', ru: 'В обработке на складе', zh: '仓库处理中' }],
  [37, { en: 'Ready for packing', ru: 'Готов к упаковке', zh: '待打包' }],
  [38, { en: 'Ready to ship', ru: 'Готов к отправке', zh: '待发货' }],
  [39, { en: 'Posted', ru: 'Отправлен', zh: '已发货' }],
  [40, { en: 'Completed', ru: 'Завершён', zh: '已完成' }],
  [50, { en: 'Cancelled', ru: 'Отменён', zh: '已取消' }],
]);

export const ORDER_STATUS = {
  awaitingPayment: 10,
  awaitingAdditionalPayment: 11,
  paid: 20,
  inHandling: 30,
  inHandlingAtWarehouse: 32,
  readyForPacking: 37,
  readyToShip: 38,
  posted: 39,
  completed: 40,
  cancelled: 50,
} as const;

/**
 * The order's status that follows from those of its lines. How OT Platform does it is not public;
 * here the line that is furthest behind decides, and lines that are not counted do not matter.
 */
export function orderStatusFor(lineStatuses: readonly number[]): number {
  const counted = lineStatuses.filter((status) => !NOT_COUNTED.has(status));
  if (counted.length === 0) return ORDER_STATUS.cancelled;
  if (counted.includes(LINE_STATUS.awaitingPayment)) return ORDER_STATUS.awaitingPayment;
  if (counted.includes(LINE_STATUS.confirmation)) return ORDER_STATUS.awaitingAdditionalPayment;
  const furthestBehind = Math.min(...counted);
  const somethingArrived = counted.some((status) => status >= LINE_STATUS.qualityControl);
  if (furthestBehind === LINE_STATUS.paid) return somethingArrived || counted.includes(LINE_STATUS.ordered) ? ORDER_STATUS.inHandling : ORDER_STATUS.paid;
  if (furthestBehind <= LINE_STATUS.qualityControl) return somethingArrived ? ORDER_STATUS.inHandlingAtWarehouse : ORDER_STATUS.inHandling;
  if (furthestBehind === LINE_STATUS.received) return ORDER_STATUS.readyForPacking;
  if (furthestBehind <= LINE_STATUS.readyToShip) return ORDER_STATUS.readyToShip;
  return furthestBehind === LINE_STATUS.posted ? ORDER_STATUS.posted : ORDER_STATUS.completed;
}
