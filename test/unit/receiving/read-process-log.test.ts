import { describe, expect, test } from 'vitest';
import { receiptInLog } from '../../../main/receiving/read-process-log.ts';

const received = {
  date: '2026-11-21',
  time: '08:15:00',
  operatorName: 'Wang',
  customerName: '',
  fieldName: 'StatusId',
  previousValue: '4',
  newValue: '6',
  previousStatus: 'Ordered',
  newStatus: 'Received',
};
const packed = { ...received, operatorName: 'Zhao', previousValue: '6', newValue: '7', previousStatus: 'Received', newStatus: 'Packed' };
const sixPieces = { ...received, operatorName: 'Chen', fieldName: 'Qty', previousStatus: '', newStatus: '' };

function read(records: (typeof received)[], status = { id: 6, name: 'Received' }) {
  return receiptInLog(records, { quantity: 2, status });
}

describe("OT Platform's log of a line", () => {
  test.each([
    { form: 'status by number', record: received },
    { form: 'status by number only', record: { ...received, newStatus: '6', previousStatus: '4', newValue: '' } },
    { form: 'status by name only', record: { ...received, newValue: '' } },
  ])('tells who received it: $form', ({ record }) => {
    expect(read([record])).toEqual({
      receiptId: null,
      at: '2026-11-21T08:15:00.000Z',
      receiver: 'Wang',
      station: '',
      pieces: 2,
      undone: false,
    });
  });

  test('tells the receipt from what came before and after, and from six pieces', () => {
    const earlier = { ...received, operatorName: 'first try' };
    expect(read([earlier, received, packed, sixPieces], { id: 7, name: 'Packed' })?.receiver).toBe('Wang');
    expect(read([sixPieces])).toBeNull();
    expect(read([])).toBeNull();
  });

  test.each([
    { date: '2026-11-21T08:15:00', time: '', at: '2026-11-21T08:15:00.000Z' },
    { date: '2026-11-21', time: '08:15', at: '2026-11-21T08:15:00.000Z' },
    { date: '2026-11-21', time: '', at: '2026-11-21T00:00:00.000Z' },
    { date: '21.11.2026', time: '08:15:00', at: null },
    { date: '2026-13-41', time: '08:15:00', at: null },
    { date: '', time: '', at: null },
  ])('says when as far as it can be read: $date $time', ({ date, time, at }) => {
    expect(read([{ ...received, date, time }])?.at).toBe(at);
  });
});
