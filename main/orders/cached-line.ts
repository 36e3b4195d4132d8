import type { OrderInfo, OrderLine } from '../otapi/index.ts';

/** What the cache keeps of an order line. */
export type KeptLineFields =
  | 'id'
  | 'orderId'
  | 'lineNumber'
  | 'itemId'
  | 'configurationId'
  | 'configurationOriginal'
  | 'configurationTranslated'
  | 'titleOriginal'
  | 'titleTranslated'
  | 'quantity'
  | 'status'
  | 'pictureUrl'
  | 'providerType'
  | 'sellerName'
  | 'customerComment'
  | 'operatorComment'
  | 'providerOrderId'
  | 'waybill'
  | 'weight'
  | 'orderedAt';

/** An order line as OT Platform last gave it. */
export interface CachedLine extends Pick<OrderLine, KeptLineFields> {
  /** What is known of its order; null while the order was never read. */
  order: Pick<OrderInfo, 'displayId' | 'customerName' | 'customerComment'> | null;
  /** When it was read from OT Platform; milliseconds since 1970, UTC. */
  readAt: number;
}

/** The columns of `cache.order_lines` that come from OT Platform, and from where in a line. */
const columns = {
  line_id: (line: OrderLine) => line.id,
  order_id: (line: OrderLine) => line.orderId,
  line_number: (line: OrderLine) => line.lineNumber,
  item_id: (line: OrderLine) => line.itemId,
  configuration_id: (line: OrderLine) => line.configurationId,
  configuration_original: (line: OrderLine) => line.configurationOriginal,
  configuration_translated: (line: OrderLine) => line.configurationTranslated,
  title_original: (line: OrderLine) => line.titleOriginal,
  title_translated: (line: OrderLine) => line.titleTranslated,
  quantity: (line: OrderLine) => line.quantity,
  status_id: (line: OrderLine) => line.status.id,
  status_name: (line: OrderLine) => line.status.name,
  picture_url: (line: OrderLine) => line.pictureUrl,
  provider_type: (line: OrderLine) => line.providerType,
  seller_name: (line: OrderLine) => line.sellerName,
  customer_comment: (line: OrderLine) => line.customerComment,
  operator_comment: (line: OrderLine) => line.operatorComment,
  provider_order_id: (line: OrderLine) => line.providerOrderId,
  waybill: (line: OrderLine) => line.waybill,
  weight: (line: OrderLine) => line.weight,
  ordered_at: (line: OrderLine) => line.orderedAt,
};

export type LineColumn = keyof typeof columns;
export type LineColumns = { [Column in LineColumn]: ReturnType<(typeof columns)[Column]> };

export const lineColumnNames = Object.keys(columns) as LineColumn[];

/** The values of a line in the order of `lineColumnNames`. */
export function columnValues(line: OrderLine): (string | number | null)[] {
  return Object.values(columns).map((read) => read(line));
}

/** A line together with what `cache.orders` knows of its order. */
export interface LineRow extends LineColumns {
  read_at: number;
  /** By `StatusNames`; null when it has none. */
  status_name_now: string | null;
  order_display_id: string | null;
  order_customer_name: string | null;
  order_customer_comment: string | null;
}

export function lineOf(row: LineRow): CachedLine {
  return {
    id: row.line_id,
    orderId: row.order_id,
    lineNumber: row.line_number,
    itemId: row.item_id,
    configurationId: row.configuration_id,
    configurationOriginal: row.configuration_original,
    configurationTranslated: row.configuration_translated,
    titleOriginal: row.title_original,
    titleTranslated: row.title_translated,
    quantity: row.quantity,
    status: { id: row.status_id, name: row.status_name_now ?? row.status_name },
    pictureUrl: row.picture_url,
    providerType: row.provider_type,
    sellerName: row.seller_name,
    customerComment: row.customer_comment,
    operatorComment: row.operator_comment,
    providerOrderId: row.provider_order_id,
    waybill: row.waybill,
    weight: row.weight,
    orderedAt: row.ordered_at,
    order: orderOf(row),
    readAt: row.read_at,
  };
}

function orderOf(row: LineRow): CachedLine['order'] {
  if (row.order_display_id === null) return null;
  return {
    displayId: row.order_display_id,
    customerName: row.order_customer_name ?? '',
    customerComment: row.order_customer_comment ?? '',
  };
}
