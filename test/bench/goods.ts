import { orderInfo, orderLine } from '../unit/receiving/order-lines.ts';
import type { OrderInfo, OrderLine } from '../../main/otapi/index.ts';
import { configurationFor, itemAt } from '../../main/practice/world/goods.ts';
import { RandomDraw, SERIES } from '../../main/practice/world/random.ts';

const seed = 1;
export const linesOfOrder = 5;
const sellers = 5_000;
/** What sellers add to a title, the most usual first: titles at Taobao use nearly all of the thirty characters they may have. */
const praise = {
  zh: ['厂家直销', '现货', '百搭', '时尚', '加厚', '显瘦', '气质', '休闲', '大码', '高品质', '防水', '限时特价', '送运费险', '设计感', '小众', '轻便'],
  en: ['fashion', 'casual', 'large size', 'thick', 'waterproof', 'slim', 'high quality', 'in stock', 'light', 'special offer'],
};

/** The usual ones of a list often, the last ones seldom. */
function draw<T>(random: RandomDraw, from: readonly T[]): T | undefined {
  return from[Math.floor(random.below(from.length) * (random.below(1000) / 1000))];
}

/** Lines of the practice world's goods with titles as long as sellers make them, in their order. */
export function linesFrom(first: number, count: number): OrderLine[] {
  return Array.from({ length: count }, (_, index) => lineAt(first + index));
}

function lineAt(index: number): OrderLine {
  const random = new RandomDraw(seed, SERIES.line, index);
  const seller = Math.floor(random.below(sellers) * (random.below(1000) / 1000));
  const item = itemAt(seed, seller * 8 + random.below(8), seller % 3 === 0 ? 'Alibaba1688' : 'Taobao');
  const { text } = configurationFor(item, random);
  const translated = index % 3 === 0 ? item.title.ru : `${item.title.en}, ${draw(random, praise.en)}, ${draw(random, praise.en)}`;
  const code = random.characters('ABCDEFGHKLMNPQRSTUVWXYZ0123456789', 6);
  return orderLine(String(700_000_000 + index), {
    orderId: orderIdAt(Math.floor(index / linesOfOrder)),
    lineNumber: (index % linesOfOrder) + 1,
    itemId: item.id,
    configurationOriginal: text.zh,
    configurationTranslated: index % 3 === 0 ? text.ru : text.en,
    titleOriginal: `${item.title.zh}${draw(random, praise.zh)}${draw(random, praise.zh)}${draw(random, praise.zh)}${code}`,
    titleTranslated: `${translated} ${code}`,
    sellerName: seller % 2 === 0 ? `杭州${seller}服饰旗舰店` : `seller ${seller}`,
    providerOrderId: String(2_893_000_000_000_000_000n + BigInt(Math.floor(index / 2))),
    waybill: `YT${8_800_000_000_000 + Math.floor(index / 2)}`,
    statusId: [4, 4, 6, 9, 10, 10, 10, 10, 10, 13][random.below(10)] ?? 4,
  });
}

/** The orders of those lines, newest last. */
export function ordersFrom(first: number, count: number): OrderInfo[] {
  return Array.from({ length: count }, (_, index) => orderAt(first + index));
}

function orderAt(index: number): OrderInfo {
  const random = new RandomDraw(seed, SERIES.order, index);
  const customer = random.below(8_000);
  const isOld = random.below(100) < 90;
  return orderInfo(orderIdAt(index), {
    status: { id: isOld ? 40 : 20 + random.below(10), name: isOld ? 'Completed' : 'In handling' },
    customerId: String(1000 + customer),
    customerName: `${draw(random, ['Bat', 'Иван', 'Anna', '王芳', 'Dorj', 'Сарнай'])} ${customer}`,
    customerLogin: `customer${customer}`,
    customerComment: `[ref:WS-${index}] ${draw(random, ['', '', 'fragile', 'check colour', 'call before delivery'])}`,
    providerType: random.below(3) === 0 ? 'Alibaba1688' : 'Taobao',
    isPaid: random.below(10) > 0,
    isCancelled: random.below(30) === 0,
    isCompleted: isOld,
    createdAt: new Date(Date.UTC(2024, 0, 1) + index * 300_000).toISOString().slice(0, 23),
    deliveryAddress: {
      lastName: 'Bat',
      firstName: 'Anna',
      middleName: '',
      country: 'Mongolia',
      region: 'Ulaanbaatar',
      city: 'Ulaanbaatar',
      address: `Peace avenue ${customer}`,
      postalCode: '14200',
      phone: '+97699112233',
    },
  });
}

function orderIdAt(index: number): string {
  return `ORD-${String(index + 1).padStart(10, '0')}`;
}
