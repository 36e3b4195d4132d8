import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import type { Translated } from './language.ts';

/** Line statuses by id, with the recorded English names (otapi.md 7.2). Russian and Chinese names are ours. */
export const LINE_STATUSES: ReadonlyMap<number, Translated> = new Map([
  [1, { en: 'Awaiting payment', ru: 'Ожидает оплаты', zh: '待付款' }],
  [2, { en: 'Paid', ru: 'Оплачен', zh: '已付款' }],
  [3, { en: 'Confirmation', ru: 'Подтверждение цены', zh: '待确认' }],
  [4, { en: 'Ordered', ru: 'Заказан', zh: '已下单' }],
  [5, { en: 'Quality control', ru: 'Проверка качества', zh: '质检中' }],
  [6, { en: 'Received', ru: 'Получен на склад', zh: '已入库' }],
  [7, { en: 'Packed', ru: 'Упакован', zh: '已打包' }],
  [8, { en: 'Ready to ship', ru: 'Готов к отправке', zh: '待发货' }],
  [9, { en: 'Posted', ru: 'Отправлен', zh: '已发货' }],
  [10, { en: 'Completed', ru: 'Получен клиентом', zh: '已完成' }],
  [11, { en: 'Returned to supplier', ru: 'Возвращён поставщику', zh: '已退回供应商' }],
  [12, { en: 'Unable to deliver', ru: 'Невозможно поставить', zh: '无法供货' }],
  [13, { en: 'Cancelled', ru: 'Отменён', zh: '已取消' }],
]);

export const LINE_STATUS = {
  awaitingPayment: 1,
  paid: 2,
  confirmation: 3,
  ordered: 4,
  qualityControl: 5,
  received: 6,
  packed: 7,
  readyToShip: 8,
  posted: 9,
  completed: 10,
  returnedToSupplier: 11,
  unableToDeliver: 12,
  cancelled: 13,
} as const;

/** Ready to be purchased: queryType 1 (otapi.md 5.4). */
export const READY_TO_PURCHASE: ReadonlySet<number> = new Set([2, 3]);

/** Purchased: queryType 2 (otapi.md 5.4). */
export const PURCHASED: ReadonlySet<number> = new Set([6, 7, 8, 9, 10]);

/** Not counted in totals (otapi.md 7.2). */
export const NOT_COUNTED: ReadonlySet<number> = new Set([11, 12, 13]);

/** The statuses to which a line with this status may be set now. */
export function statusesAfter(statusId: number): readonly number[] {
  return UNKNOWN_FACTS.statusTransitions.get(statusId) ?? [];
}

/** Whether pieces can be cut off a line with this status. */
export function canBeSplit(statusId: number): boolean {
  return statusId <= UNKNOWN_FACTS.lastSplittableStatus;
}
