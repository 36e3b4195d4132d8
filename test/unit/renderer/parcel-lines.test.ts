import { describe, expect, test } from 'vitest';
import { groupByOrder, inFours, linesAsShown, outcomeOf, parcelPosition } from '../../../renderer/receive/parcel-lines.ts';
import { sampleLine, sampleParcel } from './sample-parcels.ts';

test('lines of one order stand together, also when they came apart', () => {
  const lines = [
    sampleLine({ lineId: 'a', orderId: '1' }),
    sampleLine({ lineId: 'b', orderId: '2' }),
    sampleLine({ lineId: 'c', orderId: '1' }),
  ];
  expect(groupByOrder(lines).map((group) => [group.orderId, group.lines.length])).toEqual([
    ['1', 2],
    ['2', 1],
  ]);
  expect(linesAsShown(sampleParcel('X', lines)).map((line) => line.lineId)).toEqual(['a', 'c', 'b']);
});

describe('what a parcel is after its lines have changed', () => {
  test.each([
    ['found', [{ quantity: 3, receivedBefore: 0, awaited: 3 }]],
    ['partly-received', [{ quantity: 3, receivedBefore: 1, awaited: 2 }]],
    [
      'partly-received',
      [
        { quantity: 1, receivedBefore: 1, awaited: 0 },
        { quantity: 2, receivedBefore: 0, awaited: 2 },
      ],
    ],
    ['already-received', [{ quantity: 3, receivedBefore: 3, awaited: 0 }]],
    ['attention', [{ quantity: 3, receivedBefore: 0, awaited: 0 }]],
    ['unknown', []],
  ] as const)('%s', (outcome, lines) => {
    const parcel = sampleParcel('X', lines.map((line, index) => sampleLine({ lineId: `L${index}`, ...line })));
    expect(outcomeOf(parcel)).toBe(outcome);
  });
});

describe('which parcel of how many', () => {
  test('counts the waybills of all lines, however they are written', () => {
    const line = sampleLine({ lineId: 'a', waybills: ['YT1', 'yt 2', 'YT3'] });
    expect(parcelPosition({ ...sampleParcel('YT2', [line]), lines: [line] })).toEqual({ index: 2, of: 3 });
  });

  test('says nothing about a single parcel', () => {
    expect(parcelPosition(sampleParcel('YT1', [sampleLine({ lineId: 'a', waybills: ['YT1'] })]))).toBeNull();
  });
});

test.each([
  ['YT8812345678901', 'YT 8812 3456 7890 1'],
  ['773012345678901', '7730 1234 5678 901'],
  ['JDVB12345678901', 'JDVB 1234 5678 901'],
  ['SF1', 'SF 1'],
  ['ABC', 'ABC'],
  ['JD0012345678901-1-3', 'JD0012345678901-1-3'],
  ['HTTPS://EXAMPLE.COM/A1', 'HTTPS://EXAMPLE.COM/A1'],
])('%s is read out as %s', (number, shown) => {
  expect(inFours(number)).toBe(shown);
});
