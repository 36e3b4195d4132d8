import type { OrderLine } from '../world/order-line.ts';
import { orderIdAt } from '../world/order.ts';
import type { ProviderType } from '../world/providers.ts';
import { canBePurchased, priceWarningLevel } from '../world/purchase.ts';
import type { PriceWarningLevel } from '../world/purchase.ts';
import type { PracticeWorld } from '../world/world.ts';
import { lineNumber } from './texts/phrases.ts';

/** A line as far as it matters to buying it. */
export interface PurchaseLine {
  readonly lineId: string;
  /** "order number - LineNum", as messages name it. */
  readonly lineNumber: string;
  readonly statusId: number;
  readonly canBePurchased: boolean;
  readonly isTmall: boolean;
  readonly sellerId: string;
  readonly sellerNick: string;
  readonly titleInChinese: string;
  /** As ordered, CNY. */
  readonly price: number;
  readonly providerOrderId: string;
  readonly purchaseStatus: string;
  readonly waybill: string;
  readonly accountId: string;
  /** What was paid, CNY; 0 before it was bought. */
  readonly purchasePrice: number;
  readonly purchaseConfigId: string;
  readonly priceWarning: PriceWarningLevel;
}

export interface ExportableOrder {
  readonly orderId: string;
  readonly providerType: ProviderType;
  /** How many sellers the exportable lines have. */
  readonly sellers: number;
  /** The lines that can be exported. */
  readonly lines: readonly PurchaseLine[];
}

export function purchaseLine(line: OrderLine): PurchaseLine {
  return {
    lineId: line.id,
    lineNumber: lineNumber(line),
    statusId: line.statusId,
    canBePurchased: canBePurchased(line),
    isTmall: line.item.isTmall,
    sellerId: line.seller.id,
    sellerNick: line.seller.nick,
    titleInChinese: line.item.title.zh,
    price: line.providerPriceWithDiscount,
    providerOrderId: line.vendPurchId,
    purchaseStatus: line.purchaseStatus,
    waybill: line.vendPurchWaybill,
    accountId: line.accountId,
    purchasePrice: line.purchasePrice,
    purchaseConfigId: line.purchaseConfigId,
    priceWarning: priceWarningLevel(line.purchasePrice, line.providerPriceWithDiscount),
  };
}

/** The newest orders with lines that can be exported. */
export function exportableOrders(world: PracticeWorld, { providerType, limit = 10 }: { providerType?: ProviderType | undefined; limit?: number | undefined }): ExportableOrder[] {
  const found: ExportableOrder[] = [];
  for (let index = world.orderCount - 1; index >= 0 && found.length < limit; index -= 1) {
    if (providerType !== undefined && world.orders.providerOf(index) !== providerType) continue;
    const order = exportableOrder(world, index);
    if (order.lines.length > 0) found.push(order);
  }
  return found;
}

/** An order with those of its lines that can be exported now. */
export function exportableOrder(world: PracticeWorld, orderIndex: number): ExportableOrder {
  const lines = linesOfOrder(world, orderIndex).filter(canBePurchased);
  return {
    orderId: orderIdAt(orderIndex),
    providerType: world.orders.providerOf(orderIndex),
    sellers: sellersOf(lines),
    lines: lines.map(purchaseLine),
  };
}

export function linesOfOrder(world: PracticeWorld, orderIndex: number): OrderLine[] {
  return world.linesOfOrder(orderIndex).map((slot) => world.line(slot));
}

/** How many sellers these lines have. */
export function sellersOf(lines: readonly OrderLine[]): number {
  return new Set(lines.map(({ seller }) => seller.id)).size;
}
