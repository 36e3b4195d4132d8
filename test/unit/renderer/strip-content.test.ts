import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { deskReducer, emptyDesk, type DeskState } from '../../../renderer/receive/desk-state.ts';
import { stripContent, type StripContent } from '../../../renderer/receive/strip-content.ts';
import { formatOf } from '../../../renderer/i18n/format.ts';
import { carrierName } from '../../../renderer/i18n/words.ts';
import en from '../../../renderer/i18n/en.json' with { type: 'json' };
import type { ScanAnswer } from '../../../preload/contract/receiving.ts';
import { sampleLine, sampleParcel } from './sample-parcels.ts';
import { unknown } from './sample-world.ts';

const texts = createInstance();
beforeAll(async () => {
  await texts.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
});

const waybill = 'YT8812345678901';

function says(desk: DeskState): StripContent {
  return stripContent(desk, texts.t, formatOf('en'));
}

function scanned(answer: Partial<ScanAnswer>): DeskState {
  const base: ScanAnswer = {
    scanId: 'S-1',
    at: '2026-11-23T10:00:00Z',
    raw: waybill,
    outcome: 'found',
    carriers: ['yto'],
    parcel: null,
    unknownParcel: null,
    repeated: false,
  };
  return deskReducer(emptyDesk, { type: 'scan-answered', answer: { ...base, ...answer } });
}

test('an empty desk is ready and says that no field has to be selected', () => {
  const content = says(emptyDesk);
  expect([content.word, content.prompt]).toEqual(['Ready', 'Scan a parcel']);
  expect(content.message).toContain('no field');
  expect(content.figure).toBeNull();
});

describe('the strip', () => {
  test('tells how much is awaited, and which parcel of how many', () => {
    const line = sampleLine({ lineId: 'a', quantity: 3, waybills: [waybill, 'YT2'] });
    const content = says(scanned({ parcel: sampleParcel(waybill, [line]) }));
    expect(content).toMatchObject({
      state: 'found',
      word: 'Found',
      waybill,
      carriers: 'YTO',
      position: 'parcel 1 of 2',
      figure: { value: '3', unit: 'awaited' },
      message: '1 line · 1 order',
    });
  });

  test('offers at most two carriers, as a question', () => {
    expect(says(scanned({ carriers: ['yunda', 'zto', 'sto'] })).carriers).toBe('Yunda / ZTO?');
  });

  test('shows a carrier that it has no name for by its code', () => {
    expect(carrierName(texts.t, 'newpost')).toBe('NEWPOST');
  });

  test('tells when, by whom and where a parcel was received, leaving out what was undone', () => {
    const receipt = { receiptId: 'R', pieces: 1, station: 'Station 2', at: '2020-01-02T10:42:00' };
    const parcel = sampleParcel(waybill, [sampleLine({ lineId: 'a', quantity: 1, receivedBefore: 1 })], {
      earlier: [
        { ...receipt, receiver: 'Ivan', undone: false },
        { ...receipt, receiver: 'Maria', undone: true },
      ],
    });
    expect(says(scanned({ outcome: 'already-received', parcel })).message).toBe('Jan 2, 10:42, Ivan, Station 2');
  });

  test('gives an unknown parcel its place on the shelf', () => {
    const content = says(scanned({ outcome: 'unknown', unknownParcel: unknown(17, waybill, 'unknown') }));
    expect(content.figure).toEqual({ value: '17', unit: 'shelf no.' });
    expect(content.message).toContain('place 17');
  });

  test('says in words what failed, for the step that failed', () => {
    const desk = deskReducer(emptyDesk, { type: 'failed', work: 'receive', error: { code: 'database' }, raw: waybill });
    expect([says(desk).word, says(desk).waybill]).toEqual(['Not received', waybill]);
    expect(says(desk).message).toContain('could not write to its disk');
  });

  test('says more than the code where main gave a reason', () => {
    const error = { code: 'conflict' as const, details: { reason: 'not-deliverable', status: 'Cancelled' } };
    const desk = deskReducer(emptyDesk, { type: 'failed', work: 'receive', error, raw: waybill });
    expect(says(desk).message).toBe('This line cannot be received: its status is “Cancelled”.');
  });

  test('tells both what was withdrawn and what is being reversed', () => {
    const parcel = sampleParcel(waybill, [sampleLine({ lineId: 'a' })]);
    const receipt = {
      receiptId: 'R-2',
      at: '2026-11-23T10:00:00Z',
      waybill,
      receiver: '',
      station: '',
      lines: [{ lineId: 'a', orderId: 'o', pieces: 2 }],
      reverses: 'R-1',
    };
    const desk = deskReducer(emptyDesk, { type: 'undone', answer: { receipt, parcel, withdrawn: 1, toReverse: 2 } });
    expect(says(desk)).toMatchObject({ word: 'Undone', figure: { value: '2', unit: 'taken back' } });
    expect(says(desk).message).toBe('1 operation was taken back before it was sent; 2 are being reversed in OT Platform');
  });

  test('lets a short remark stand before its usual message', () => {
    const desk = deskReducer(scanned({ parcel: null }), { type: 'hinted', hint: 'fragment' });
    expect(says(desk).message).toBe('Only part of a code was read. Scan again');
  });
});
