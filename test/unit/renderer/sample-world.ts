import type { Operation } from '../../../preload/contract/outbox.ts';
import type { JournalEntry, Parcel, UnknownParcel } from '../../../preload/contract/receiving.ts';
import { sampleLine, sampleParcel } from './sample-parcels.ts';

const minute = 60_000;

/** A moment before now, as main would write it. */
export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * minute).toISOString();
}

export function sampleWorldParcels(): Parcel[] {
  return [foundParcel(), partlyParcel(), alreadyParcel(), attentionParcel(), singleParcel()];
}

function foundParcel(): Parcel {
  const first = sampleLine({
    lineId: 'L-101',
    pictureUrl: './picture-1.svg',
    customerComment: 'Fragile, check the colour before packing',
    operatorComment: 'Customer asked twice',
    waybills: ['YT8812345678901', 'YT8812345678902'],
    weight: 0.35,
  });
  const second = sampleLine({
    lineId: 'L-102',
    lineNumber: 2,
    quantity: 12,
    title: { original: '304不锈钢保温杯大容量便携水杯', translated: 'Thermos cup, stainless steel 304, large, portable' },
    configuration: { original: '白色 500ml', translated: 'White, 500 ml' },
    pictureUrl: './picture-2.svg',
    sellerName: '永康市杯业工厂店',
    providerOrderId: '2893120045518875512',
  });
  const third = sampleLine({
    lineId: 'L-204',
    orderId: 'ORD-0000012399',
    customerName: 'ООО «Восток»',
    quantity: 1,
    title: { original: '蓝牙耳机无线入耳式降噪运动', translated: 'Wireless in-ear headphones with noise reduction' },
    configuration: { original: '黑色', translated: 'Black' },
    pictureUrl: './missing.svg',
  });
  return sampleParcel('YT8812345678901', [first, second, third]);
}

function partlyParcel(): Parcel {
  const line = sampleLine({ lineId: 'L-301', quantity: 5, receivedBefore: 2, pictureUrl: './picture-2.svg' });
  return sampleParcel('SF1234567890123', [line], {
    earlier: [
      { receiptId: 'R-1', at: ago(60 * 26), receiver: 'Ivan', station: 'Station 2', pieces: 2, undone: false },
      { receiptId: 'R-0', at: ago(60 * 27), receiver: 'Ivan', station: 'Station 2', pieces: 1, undone: true },
    ],
  });
}

function alreadyParcel(): Parcel {
  const line = sampleLine({
    lineId: 'L-401',
    quantity: 2,
    receivedBefore: 2,
    pictureUrl: './picture-1.svg',
    status: { id: 6, name: 'Received at warehouse' },
  });
  return sampleParcel('773012345678901', [line], {
    earlier: [{ receiptId: 'R-2', at: ago(95), receiver: 'Мария', station: 'Station 2', pieces: 2, undone: false }],
    origin: { source: 'server', readAt: ago(1) },
  });
}

function attentionParcel(): Parcel {
  const line = sampleLine({ lineId: 'L-501', quantity: 1, status: { id: 9, name: 'Cancelled' } });
  return sampleParcel('JT0001234567890', [{ ...line, awaited: 0 }]);
}

function singleParcel(): Parcel {
  return sampleParcel('4312345678901', [sampleLine({ lineId: 'L-601', quantity: 1, pictureUrl: './picture-2.svg' })]);
}

export function sampleUnknown(): UnknownParcel[] {
  return [
    unknown(14, 'SF9990001112223', 'matched', 'Small grey bag'),
    unknown(16, '78123456789012', 'unknown', ''),
    unknown(17, 'YT0001112223334', 'unknown', 'Big box, no sender'),
  ];
}

export function unknown(number: number, waybill: string, state: UnknownParcel['state'], note = ''): UnknownParcel {
  return {
    id: `U-${number}`,
    number,
    waybill,
    raw: waybill,
    firstScannedAt: ago(60 * 24 + number),
    lastScannedAt: ago(number * 10),
    receiver: 'Ivan',
    scans: 1,
    note,
    state,
    matchedAt: state === 'matched' ? ago(5) : null,
  };
}

export function sampleJournal(): JournalEntry[] {
  const entry = (index: number, part: Partial<JournalEntry>): JournalEntry => ({
    id: `J-${index}`,
    at: ago(index * 3 + 1),
    kind: 'scan',
    outcome: 'found',
    waybill: 'YT8812345678901',
    raw: 'YT8812345678901',
    receiver: 'Ivan',
    lines: 3,
    pieces: 0,
    ...part,
  });
  return [
    entry(0, { kind: 'receipt', outcome: null, pieces: 7, waybill: 'JD0012345678901', raw: '' }),
    entry(1, { waybill: 'JD0012345678901', raw: 'JD0012345678901' }),
    entry(2, { outcome: 'already-received', waybill: '773012345678901' }),
    entry(3, { outcome: 'unknown', waybill: 'YT0001112223334', lines: 0 }),
    entry(4, { kind: 'undo', outcome: null, pieces: 2, waybill: 'SF1234567890123' }),
    entry(5, { outcome: 'partly-received', waybill: 'SF1234567890123' }),
    entry(6, { outcome: 'refused', waybill: '', raw: '??' }),
    entry(7, { outcome: 'attention', waybill: 'JT0001234567890' }),
  ];
}

export function sampleOperations(): Operation[] {
  const operation = (index: number, part: Partial<Operation>): Operation => ({
    id: `O-${index}`,
    kind: 'receive',
    state: 'waiting',
    receiptId: `R-${index}`,
    orderId: 'ORD-0000012345',
    lineId: `L-10${index}`,
    waybill: 'YT8812345678901',
    title: '夏季新款纯棉短袖T恤女宽松显瘦',
    pieces: 3,
    step: null,
    attempts: 0,
    createdAt: ago(index * 7 + 2),
    updatedAt: ago(index),
    nextAttemptAt: null,
    error: null,
    remark: null,
    remarkAcknowledged: false,
    ...part,
  });
  const network = { code: 'network' } as const;
  return [
    operation(1, { state: 'sending', step: 'split', attempts: 1 }),
    operation(2, { attempts: 3, step: 'read', error: network, nextAttemptAt: ago(-0.5) }),
    operation(3, {
      state: 'failed',
      step: 'status',
      attempts: 2,
      error: {
        code: 'api',
        apiCode: 'AccessDenied',
        requestId: '7f3a-11c2',
        serverText: 'Operator may not change this line',
      },
    }),
    operation(4, { kind: 'reverse', state: 'done', remark: 'split-remains', attempts: 1, pieces: 1 }),
    operation(5, { state: 'set-aside', attempts: 5 }),
    operation(6, { state: 'done', attempts: 1 }),
    operation(7, { state: 'withdrawn' }),
  ];
}
