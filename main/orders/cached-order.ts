import type { DeliveryAddress, OrderInfo, OrderRights } from '../otapi/index.ts';
import { nameOfStatus } from './status-names.ts';

/** An order as OT Platform last told it. */
export interface CachedOrder extends OrderInfo {
  /** When it was read from OT Platform; milliseconds since 1970, UTC. */
  readAt: number;
}

/** The columns of `cache.order_infos` that come from OT Platform, and from where in an order. */
const columns = {
  order_id: (order: OrderInfo) => order.id,
  display_id: (order: OrderInfo) => order.displayId,
  status_id: (order: OrderInfo) => order.status.id,
  status_name: (order: OrderInfo) => order.status.name,
  customer_id: (order: OrderInfo) => order.customerId,
  customer_name: (order: OrderInfo) => order.customerName,
  customer_login: (order: OrderInfo) => order.customerLogin,
  customer_comment: (order: OrderInfo) => order.customerComment,
  additional_info: (order: OrderInfo) => order.additionalInfo,
  operator_name: (order: OrderInfo) => order.operatorName,
  provider_type: (order: OrderInfo) => order.providerType,
  delivery_mode_id: (order: OrderInfo) => order.deliveryModeId,
  delivery_mode_name: (order: OrderInfo) => order.deliveryModeName,
  delivery_address: (order: OrderInfo) => (order.deliveryAddress === null ? null : JSON.stringify(order.deliveryAddress)),
  weight: (order: OrderInfo) => order.weight,
  goods_amount: (order: OrderInfo) => order.goodsAmount,
  delivery_amount: (order: OrderInfo) => order.deliveryAmount,
  total_amount: (order: OrderInfo) => order.totalAmount,
  remain_amount: (order: OrderInfo) => order.remainAmount,
  currency: (order: OrderInfo) => order.currency,
  items_count: (order: OrderInfo) => order.itemsCount,
  is_paid: (order: OrderInfo) => Number(order.isPaid),
  is_cancelled: (order: OrderInfo) => Number(order.isCancelled),
  is_completed: (order: OrderInfo) => Number(order.isCompleted),
  is_open: (order: OrderInfo) => Number(!order.isCancelled && !order.isCompleted),
  created_at: (order: OrderInfo) => order.createdAt,
  rights: (order: OrderInfo) => JSON.stringify(order.can),
  customer_available: (order: OrderInfo) => order.customerAvailable,
};

type OrderColumn = keyof typeof columns;

/** A row of `cache.order_infos`. */
export type OrderRow = { [Column in OrderColumn]: ReturnType<(typeof columns)[Column]> } & {
  number: number;
  read_at: number;
};

/** A row of `selectOrders`. */
export interface NamedOrderRow extends OrderRow {
  /** By `StatusNames`; null when it has none. */
  status_name_now: string | null;
}

/** The beginning of a SELECT that gives `NamedOrderRow`s. */
export const selectOrders = `SELECT *, ${nameOfStatus('order', 'status_id')} AS status_name_now FROM cache.order_infos`;

export const orderColumnNames = Object.keys(columns) as OrderColumn[];

/** The values of an order in the order of `orderColumnNames`. */
export function orderColumnValues(order: OrderInfo): (string | number | null)[] {
  return Object.values(columns).map((read) => read(order));
}

export function orderOf(row: NamedOrderRow): CachedOrder {
  return {
    id: row.order_id,
    displayId: row.display_id,
    status: { id: row.status_id, name: row.status_name_now ?? row.status_name },
    customerId: row.customer_id,
    customerName: row.customer_name,
    customerLogin: row.customer_login,
    customerComment: row.customer_comment,
    additionalInfo: row.additional_info,
    operatorName: row.operator_name,
    providerType: row.provider_type,
    deliveryModeId: row.delivery_mode_id,
    deliveryModeName: row.delivery_mode_name,
    deliveryAddress: row.delivery_address === null ? null : (JSON.parse(row.delivery_address) as DeliveryAddress),
    weight: row.weight,
    goodsAmount: row.goods_amount,
    deliveryAmount: row.delivery_amount,
    totalAmount: row.total_amount,
    remainAmount: row.remain_amount,
    currency: row.currency,
    itemsCount: row.items_count,
    isPaid: row.is_paid === 1,
    isCancelled: row.is_cancelled === 1,
    isCompleted: row.is_completed === 1,
    createdAt: row.created_at,
    can: JSON.parse(row.rights) as OrderRights,
    customerAvailable: row.customer_available,
    readAt: row.read_at,
  };
}
