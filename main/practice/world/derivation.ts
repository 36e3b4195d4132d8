import { DRAWN_DELIVERY_MODES } from './delivery-modes.ts';
import type { DeliveryMode } from './delivery-modes.ts';
import { configurationFor, itemAt, ITEMS_PER_SELLER } from './goods.ts';
import type { WorldLayout } from './layout.ts';
import { LINE_STATUS, NOT_COUNTED } from './line-status.ts';
import { lineIdAt } from './order-line.ts';
import type { OrderLine } from './order-line.ts';
import { orderIdAt } from './order.ts';
import type { Order } from './order.ts';
import type { ParcelNumbers } from './parcel-numbers.ts';
import { CUSTOMER_COMMENTS, customerAt, OPERATOR_COMMENTS, sellerAt } from './people.ts';
import { profilesOf } from './profiles.ts';
import { PROVIDER_TYPES } from './providers.ts';
import type { ProviderType } from './providers.ts';
import { RandomDraw, randomAt, SERIES } from './random.ts';
import { purchaseStatusWith } from './purchase.ts';
import { ageInDays } from './story.ts';

const DAY_MS = 86_400_000;

const QUANTITIES: readonly (readonly [range: readonly [number, number], weight: number])[] = [
  [[1, 1], 48],
  [[2, 2], 22],
  [[3, 5], 20],
  [[6, 12], 7],
  [[20, 120], 3],
];

/** The provider accounts with which the practice warehouse buys. */
const ACCOUNT_IDS: Readonly<Record<ProviderType, readonly string[]>> = { Taobao: ['wang_01', 'lin_88'], Alibaba1688: ['wh1688_main'] };

/** Works the original lines and orders of a world out from its seed and skeleton. */
export class Derivation {
  readonly #seed: number;
  readonly #epoch: number;
  readonly #layout: WorldLayout;
  readonly #parcels: ParcelNumbers;

  /** `epoch`: the moment from which the ages of orders are counted back, milliseconds. */
  constructor(seed: number, epoch: number, layout: WorldLayout, parcels: ParcelNumbers) {
    this.#seed = seed;
    this.#epoch = epoch;
    this.#layout = layout;
    this.#parcels = parcels;
  }

  provider(orderIndex: number): ProviderType {
    return PROVIDER_TYPES[this.#layout.orderProvider[orderIndex] ?? 0] ?? 'Taobao';
  }

  /** Milliseconds. */
  createdAt(orderIndex: number): number {
    const age = ageInDays(this.#layout.orderFirstLine[orderIndex] ?? 0, this.#layout.lineOrder.length);
    return Math.floor(this.#epoch - age * DAY_MS);
  }

  deliveryMode(orderIndex: number): DeliveryMode {
    const mode = DRAWN_DELIVERY_MODES[randomAt(this.#seed, SERIES.order, -2 - orderIndex) % DRAWN_DELIVERY_MODES.length];
    if (mode === undefined) throw new RangeError('there are no delivery modes');
    return mode;
  }

  /** The provider order id of the goods bought together: 19 digits at Taobao, 18 at 1688. */
  providerOrderId(providerOrder: number): string {
    const line = this.#layout.providerOrderFirstLine[providerOrder] ?? 0;
    const draw = new RandomDraw(this.#seed, SERIES.account, providerOrder);
    return this.provider(this.#layout.lineOrder[line] ?? 0) === 'Taobao' ? `28${draw.digits(17)}` : `17${draw.digits(16)}`;
  }

  /** The order as the world was made. */
  order(index: number, statusId: number): Order {
    const draw = new RandomDraw(this.#seed, SERIES.order, -2_000_000_000 + index);
    const customer = customerAt(this.#seed, this.#layout.orderCustomer[index] ?? 0);
    const [address] = profilesOf(this.#seed, customer);
    if (address === undefined) throw new RangeError('a customer has no profile');
    return {
      index,
      id: orderIdAt(index),
      createdAt: new Date(this.createdAt(index)),
      statusId,
      customer,
      provider: this.provider(index),
      deliveryMode: this.deliveryMode(index),
      customerComment: draw.chance(0.15) ? draw.pick(CUSTOMER_COMMENTS) : '',
      additionalInfo: draw.chance(0.05) ? 'VIP' : '',
      weight: null,
      address,
      closed: false,
    };
  }

  /** The line as the world was made. */
  line(slot: number): OrderLine {
    const layout = this.#layout;
    const orderIndex = layout.lineOrder[slot] ?? 0;
    const providerOrder = layout.lineProviderOrder[slot] ?? 0;
    const sellerIndex = layout.providerOrderSeller[providerOrder] ?? 0;
    const statusId = layout.lineStatus[slot] ?? 0;
    const provider = this.provider(orderIndex);
    const bought = statusId >= LINE_STATUS.ordered;
    const draw = new RandomDraw(this.#seed, SERIES.line, slot);
    const item = itemAt(this.#seed, sellerIndex * ITEMS_PER_SELLER + draw.below(ITEMS_PER_SELLER), provider);
    const configuration = configurationFor(item, draw);
    const qty = this.#quantity(slot, draw);
    const vendPurchWaybill = this.#parcels.field(slot);
    const providerPriceWithDiscount = Math.round(item.price * draw.pick([0.8, 0.9, 0.95, 1]) * 100) / 100;
    const providerDelivery = draw.chance(0.6) ? 0 : Math.round((draw.between(3, 15) / qty) * 100) / 100;
    const withCustomsText = bought && statusId >= LINE_STATUS.received && !NOT_COUNTED.has(statusId);
    return {
      slot,
      id: lineIdAt(slot),
      orderIndex,
      orderId: orderIdAt(orderIndex),
      lineNum: slot - (layout.orderFirstLine[orderIndex] ?? 0) + 1,
      statusId,
      qty,
      qtyOrig: qty,
      item,
      configuration,
      configId: configuration.id,
      seller: sellerAt(this.#seed, sellerIndex, provider),
      accountId: bought ? this.#account(providerOrder, provider) : '',
      vendPurchId: bought ? this.providerOrderId(providerOrder) : '',
      vendPurchWaybill,
      purchaseStatus: bought ? purchaseStatusWith(vendPurchWaybill) : '',
      purchasePrice: bought ? providerPriceWithDiscount : 0,
      purchaseDelivery: bought ? providerDelivery : 0,
      purchaseConfigId: bought ? configuration.id : '',
      providerPrice: item.price,
      providerPriceWithDiscount,
      providerDelivery,
      priceSetByVendor: false,
      deliverySetByVendor: false,
      newInternalPrice: 0,
      promotionId: draw.chance(0.3) ? draw.digits(9) : '',
      weight: item.weight,
      weightOrdered: item.weight,
      customerComment: draw.chance(0.08) ? draw.pick(CUSTOMER_COMMENTS) : '',
      operatorComment: draw.chance(0.03) ? draw.pick(OPERATOR_COMMENTS) : '',
      customDescription: withCustomsText ? item.noun.name.ru : '',
      customDescriptionInEnglish: withCustomsText ? item.noun.name.en : '',
      orderedAt: new Date(this.createdAt(orderIndex)),
    };
  }

  /** Goods that came in two parcels are two pieces at least. */
  #quantity(slot: number, draw: RandomDraw): number {
    const [fewest, most] = draw.pickWeighted(QUANTITIES);
    const drawn = draw.between(fewest, most);
    return this.#layout.lineParcelCount[slot] === 2 ? Math.max(2, drawn) : drawn;
  }

  #account(providerOrder: number, provider: ProviderType): string {
    const accounts = ACCOUNT_IDS[provider];
    return accounts[providerOrder % accounts.length] ?? '';
  }
}
