import { array, assert, constantFrom, oneof, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFaultCodes, emptyDraft, emptyDraftLine, isEmptyDraft, mostLines, orderDraft, readDraft, type DraftLine, type OrderDraft } from '../../../preload/contract/order-draft.ts';

const line = (cells: Partial<DraftLine> = {}): DraftLine => ({ ...emptyDraftLine(), item: '591608177630', quantity: '2', ...cells });
const draft = (cells: Partial<OrderDraft> = {}): OrderDraft => ({ ...emptyDraft(), deliveryModeId: '12', lines: [line()], ...cells });
const faultsOf = (of: OrderDraft, known?: Parameters<typeof readDraft>[1]) =>
  readDraft(of, known).faults.map(({ level, line: at, field, fault }) => `${level} ${at ?? 'order'} ${field} ${fault}`);
const faultsOfLine = (cells: Partial<DraftLine>) => faultsOf(draft({ lines: [line(cells)] }));

describe('a draft', () => {
  it('becomes an order', () => {
    const { order, faults } = readDraft({
      reference: ' ABC  1 ',
      comment: ' careful\n',
      deliveryModeId: ' 12 ',
      profileId: '３',
      lines: [
        line({ item: 'https://item.taobao.com/item.htm?id=591608177630&skuId=4001', quantity: ' ２.0 ', weight: '0,35', awaitedPrice: '12.5', comment: ' red ', promotionId: 'p-1' }),
        emptyDraftLine(),
        line({ item: '77', configurationId: '4002', weight: '.5' }),
      ],
    });
    expect(faults).toEqual([]);
    expect(order).toEqual({
      reference: 'ABC 1',
      comment: 'careful',
      deliveryModeId: '12',
      profileId: '3',
      providerType: 'Taobao',
      lines: [
        { itemId: '591608177630', configurationId: '4001', quantity: 2, weight: 0.35, awaitedPrice: 12.5, comment: 'red', promotionId: 'p-1' },
        { itemId: '77', configurationId: '4002', quantity: 2, weight: 0.5, awaitedPrice: null, comment: '', promotionId: null },
      ],
    });
  });

  it('is empty until something is typed; what it is bound to does not count', () => {
    expect(isEmptyDraft(emptyDraft())).toBe(true);
    expect(isEmptyDraft({ ...emptyDraft(), deliveryModeId: '12', profileId: '3', comment: ' \n' })).toBe(true);
    expect(isEmptyDraft({ ...emptyDraft(), reference: 'A' })).toBe(false);
    expect(isEmptyDraft({ ...emptyDraft(), lines: [{ ...emptyDraftLine(), weight: '1' }] })).toBe(false);
  });

  it('says what it lacks', () => {
    expect(faultsOf(emptyDraft())).toEqual(['error order deliveryModeId delivery-mode-missing', 'error order lines no-lines']);
    expect(readDraft(emptyDraft()).order).toBeNull();
    expect(faultsOf(draft({ lines: [{ ...emptyDraftLine(), comment: 'x' }] }))).toEqual(['error 0 item item-empty', 'error 0 quantity quantity-empty']);
  });

  it.each(['1', '100000', '2.0', '2.00', '007'])('takes %s pieces', (quantity) => {
    expect(faultsOfLine({ quantity })).toEqual([]);
  });

  it.each(['2,5', '2.5', '1e3', '-1', '+1', 'two', '2,000', '2.000', '0x2', '1 2'])('does not take %s pieces', (quantity) => {
    expect(faultsOfLine({ quantity })).toEqual(['error 0 quantity quantity-not-whole']);
  });

  it.each(['0', '100001', '9'.repeat(400)])('does not take so few or many pieces: %s', (quantity) => {
    expect(faultsOfLine({ quantity })).toEqual(['error 0 quantity quantity-out-of-range']);
  });

  it.each([
    ['0.000001', []], ['1000', []], ['', []], ['1,', []], ['0.30000000000000004', []],
    ['0', ['weight-out-of-range']], ['0,0000001', ['weight-out-of-range']], ['1000.1', ['weight-out-of-range']],
    ['-1', ['weight-not-number']], ['1 kg', ['weight-not-number']], ['1.2.3', ['weight-not-number']], ['1e2', ['weight-not-number']], ['.', ['weight-not-number']],
  ])('reads the weight %j', (weight, codes) => {
    expect(faultsOfLine({ weight })).toEqual(codes.map((code) => `error 0 weight ${code}`));
  });

  it('reads the awaited price as it reads the weight', () => {
    expect(faultsOfLine({ awaitedPrice: '¥5' })).toEqual(['error 0 awaitedPrice price-not-number']);
    expect(faultsOfLine({ awaitedPrice: '0' })).toEqual(['error 0 awaitedPrice price-out-of-range']);
  });

  it('looks at ids and texts', () => {
    expect(faultsOfLine({ configurationId: 'a b' })).toEqual(['error 0 configurationId id-characters']);
    expect(faultsOfLine({ promotionId: '<p>' })).toEqual(['error 0 promotionId id-characters']);
    expect(faultsOfLine({ configurationId: '1'.repeat(101) })).toEqual(['error 0 configurationId text-too-long']);
    expect(faultsOfLine({ comment: 'x'.repeat(1001) })).toEqual(['error 0 comment text-too-long']);
    const bell = readDraft(draft({ lines: [line({ comment: 'bell \u0007 here' })] }));
    expect(bell.faults).toMatchObject([{ line: 0, field: 'comment', fault: 'text-characters', details: { characters: 'U+0007' } }]);
    expect(faultsOf(draft({ comment: 'half \uD83D here' }))).toEqual(['error order comment text-characters']);
    expect(faultsOfLine({ comment: 'whole \u{1F600}, tab\t, line\r\nbreak' })).toEqual([]);
  });

  it('looks at the reference', () => {
    expect(faultsOf(draft({ reference: 'Заказ #12/3: 订单_a.b-c' }))).toEqual([]);
    expect(readDraft(draft({ reference: '[A] *' })).faults).toMatchObject([{ fault: 'reference-characters', details: { characters: '[ ] *' } }]);
    expect(faultsOf(draft({ reference: 'a'.repeat(65) }))).toEqual(['error order reference reference-too-long']);
    const used = readDraft(draft({ reference: 'A  1' }), { usedReferences: new Map([['A 1', '12345']]) });
    expect(used.faults).toMatchObject([{ level: 'warning', fault: 'reference-used', details: { orderNumber: '12345' } }]);
    expect(used.order).not.toBeNull();
  });

  it('knows what it can be bound to', () => {
    const known = { deliveryModeIds: ['12'], profileIds: ['3'] };
    expect(faultsOf(draft({ profileId: '3' }), known)).toEqual([]);
    expect(faultsOf(draft({ deliveryModeId: '13', profileId: '4' }), known)).toEqual([
      'error order deliveryModeId delivery-mode-unknown',
      'error order profileId profile-unknown',
    ]);
    expect(faultsOf(draft({ profileId: 'three' }))).toEqual(['error order profileId profile-not-number']);
  });

  it('has goods of one provider', () => {
    const { faults } = readDraft(draft({ lines: [line(), line({ item: 'tb-5' }), line({ item: 'abb-5' }), line({ item: 'abb-6' })] }));
    expect(faults).toEqual([
      { level: 'error', line: 2, field: 'item', fault: 'two-providers', details: { provider: 'Alibaba1688', first: 'Taobao', lineNumber: 1 } },
    ]);
    expect(readDraft(draft({ lines: [line({ item: 'pdd-1' })] })).order?.providerType).toBeNull();
    expect(faultsOf(draft({ lines: [line({ item: 'pdd-1' }), line({ item: 'abb-1' })] }))).toEqual(['error 1 item two-providers']);
  });

  it('names the other line of the same goods', () => {
    const lines = [line({ configurationId: '1' }), line({ configurationId: '2' }), line({ item: 'tb-591608177630', configurationId: '1' })];
    const { order, faults } = readDraft(draft({ lines }));
    expect(faults).toEqual([{ level: 'warning', line: 2, field: 'item', fault: 'same-goods', details: { lineNumber: 1 } }]);
    expect(order?.lines).toHaveLength(3);
  });

  it('does not choose between two configurations', () => {
    const linked = 'https://item.taobao.com/item.htm?id=5&skuId=4001';
    expect(faultsOfLine({ item: linked, configurationId: '4001' })).toEqual([]);
    expect(faultsOfLine({ item: linked, configurationId: '4002' })).toEqual(['error 0 configurationId configuration-differs']);
  });

  it('has at most a thousand lines', () => {
    const lines = Array.from({ length: mostLines + 1 }, (_, index) => line({ item: String(index + 1) }));
    expect(faultsOf(draft({ lines }))).toEqual(['error order lines too-many-lines']);
    expect(orderDraft.safeParse(draft({ lines })).success).toBe(false);
  });

  it('is read whatever is typed, and there is an order exactly when there is no error', () => {
    const cell = oneof(constantFrom('', '1', '12', 'abb-5', '2,5'), string({ unit: 'binary', maxLength: 30 }));
    const lines = array(record({ item: cell, configurationId: cell, quantity: cell, weight: cell, awaitedPrice: cell, comment: cell, promotionId: cell }), { maxLength: 4 });
    assert(property(record({ reference: cell, comment: cell, deliveryModeId: cell, profileId: cell, lines }), (any) => {
      const { order, faults } = readDraft(any);
      expect(order === null).toBe(faults.some(({ level }) => level === 'error'));
      expect(faults.filter(({ fault }) => !draftFaultCodes.includes(fault))).toEqual([]);
    }));
  }, 20_000);
});
