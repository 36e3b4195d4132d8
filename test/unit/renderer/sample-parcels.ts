import type { Parcel, ParcelLine } from '../../../preload/contract/receiving.ts';

/** An order line with sensible values; what a test is about is given. */
export function sampleLine(part: Partial<ParcelLine> & { lineId: string }): ParcelLine {
  const quantity = part.quantity ?? 3;
  const receivedBefore = part.receivedBefore ?? 0;
  return {
    orderId: 'ORD-0000012345',
    orderNumber: '12345',
    lineNumber: 1,
    title: {
      original: '夏季新款纯棉短袖T恤女宽松显瘦百搭韩版上衣学生打底衫',
      translated: 'Summer new cotton short-sleeve T-shirt, women, loose fit, Korean style top',
    },
    configuration: { original: '颜色:红色;尺码:L', translated: 'Colour: red; size: L' },
    pictureUrl: null,
    itemId: '678812345678',
    providerType: 'Taobao',
    providerOrderId: '2893120045518871234',
    sellerName: '杭州服饰旗舰店',
    waybills: ['YT8812345678901'],
    customerName: 'Anna Petrova',
    customerComment: '',
    operatorComment: '',
    quantity,
    receivedBefore,
    awaited: Math.max(0, quantity - receivedBefore),
    status: { id: 5, name: 'Ordered' },
    weight: null,
    ...part,
  };
}

export function sampleParcel(waybill: string, lines: ParcelLine[], part: Partial<Parcel> = {}): Parcel {
  return {
    waybill,
    lines: lines.map((line) => ({ ...line, waybills: line.waybills.includes(waybill) ? line.waybills : [waybill] })),
    earlier: [],
    origin: { source: 'cache', readAt: '2026-11-23T09:10:00.000Z' },
    checking: false,
    ...part,
  };
}
