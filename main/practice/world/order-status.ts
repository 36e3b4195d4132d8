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

/**
 * The order's status that follows from those of its lines. How OT Platform does it is not public;
 * here the line that is furthest behind decides, and lines that are not counted do not matter.
 */
export function orderStatusFor(lineStatuses: readonly number[]): number {
  const counted = lineStatuses.filter((status) => !NOT_COUNTED.has(status));
  if (counted.length === 0) return 50;
  if (counted.includes(LINE_STATUS.awaitingPayment)) return 10;
  if (counted.includes(LINE_STATUS.confirmation)) return 11;
  const furthestBehind = Math.min(...counted);
  const somethingArrived = counted.some((status) => status >= LINE_STATUS.qualityControl);
  if (furthestBehind === LINE_STATUS.paid) return somethingArrived || counted.includes(LINE_STATUS.ordered) ? 30 : 20;
  if (furthestBehind <= LINE_STATUS.qualityControl) return somethingArrived ? 32 : 30;
  if (furthestBehind === LINE_STATUS.received) return 37;
  if (furthestBehind <= LINE_STATUS.readyToShip) return 38;
  return furthestBehind === LINE_STATUS.posted ? 39 : 40;
}
