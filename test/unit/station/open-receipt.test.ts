import { beforeEach, describe, expect, it } from 'vitest';
import { watchReceipts, type OpenReceipt } from '../../../main/station/open-receipt.ts';
import type { StationHandlers } from '../../../main/station/index.ts';

const minute = 60_000;
const receipt = { requestId: '00000000-0000-4000-8000-000000000000', scanId: null, waybill: 'W', lines: [], overReceiptConfirmed: false };

let time: number;
let parcel: { lines: { awaited: number }[] } | null;
let watched: OpenReceipt;

beforeEach(() => {
  time = 0;
  parcel = { lines: [{ awaited: 0 }, { awaited: 2 }] };
  const receiving = { scan: () => ({ parcel }), parcel: () => parcel, receive: () => ({}) };
  watched = watchReceipts(receiving as unknown as StationHandlers['receiving'], () => time);
});

describe('a receipt', () => {
  it('is open from the scan of a parcel with awaited pieces until they are received', async () => {
    expect(watched.isOpen()).toBe(false);
    await watched.handlers.scan({ raw: 'W', source: 'scanner' });
    expect(watched.isOpen()).toBe(true);
    await watched.handlers.receive(receipt);
    expect(watched.isOpen()).toBe(false);
  });

  it('is open when the parcel was opened without a scan', async () => {
    await watched.handlers.parcel({ waybill: 'W' });
    expect(watched.isOpen()).toBe(true);
  });

  it.each([[{ lines: [{ awaited: 0 }] }], [null]])('is not open with nothing to receive: %j', async (next) => {
    await watched.handlers.scan({ raw: 'W', source: 'scanner' });
    parcel = next;
    await watched.handlers.scan({ raw: 'V', source: 'scanner' });
    expect(watched.isOpen()).toBe(false);
  });

  it('is taken to be abandoned after a quarter of an hour', async () => {
    await watched.handlers.scan({ raw: 'W', source: 'scanner' });
    time = 15 * minute - 1;
    expect(watched.isOpen()).toBe(true);
    time = 15 * minute;
    expect(watched.isOpen()).toBe(false);
  });
});
