import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import { emptyDraftLine, readReference, type ImportRow, type ImportRun, type OrderDraft, type SentOrder } from '../../../preload/contract/index.ts';
import { freeDelivery, ordersOfEveryKind } from '../../fixtures/ordering/orders-of-every-kind.ts';

// electron-store asks for Electron; its package answers with a path where there is no app, and must not fetch anything.
vi.hoisted(() => (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'nowhere'));
const { makeStation, untilStatus } = await import('./fixture.ts');
type TestStation = ReturnType<typeof makeStation>;

let platform: PracticePlatform;
let under: TestStation;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 300, seed: 7 });
  under = await open();
  const [customer] = platform.control.customers({ limit: 1 });
  await calls().chooseCustomer({ login: customer?.login ?? '', way: 'operator', password: '' });
  await calls().choices({ refresh: true });
});
afterEach(async () => {
  await under.station.stop();
  await platform.close();
  rmSync(under.profile, { recursive: true, force: true, maxRetries: 5 });
});

async function open(profile?: string): Promise<TestStation> {
  const made = makeStation({ practiceUrl: platform.origin, ...(profile !== undefined && { profile }) });
  await made.station.open();
  await untilStatus(made.station, ({ network, cache }) => network === 'online' && cache.fill === null && cache.freshAt !== null);
  return made;
}

async function reopen(): Promise<void> {
  await under.station.stop();
  under = await open(under.profile);
}

const calls = () => under.station.handlers.ordering;
const imports = () => under.station.handlers.imports;

function draftOf(reference: string, lines: { item: string; configurationId?: string; quantity?: string }[]): OrderDraft {
  return {
    reference,
    comment: 'from the shop',
    deliveryModeId: freeDelivery,
    profileId: '',
    lines: lines.map((line) => ({ ...emptyDraftLine(), quantity: '1', ...line })),
  };
}

async function untilSent(id: string, isSo: (sent: SentOrder) => boolean = ({ settledAt }) => settledAt !== null): Promise<SentOrder> {
  return vi.waitFor(
    async () => {
      const sent = await calls().sent({ id });
      if (!isSo(sent)) throw new Error(`Still ${JSON.stringify(sent)}`);
      return sent;
    },
    { timeout: 25_000, interval: 50 },
  );
}

function fineGoods() {
  const [goods] = platform.control.goods({ state: 'fine', providerType: 'Taobao', hasConfigurations: true, limit: 1 });
  if (goods === undefined) throw new Error('There are no goods');
  return { item: goods.itemId, configurationId: goods.configurations[0]?.id ?? '' };
}

/** References of the orders at OT Platform that were added by a station. */
function referencesAtPlatform(): string[] {
  return addedOrders().map(({ customerComment }) => readReference(customerComment)?.reference ?? '');
}

function addedOrders() {
  const { world } = platform;
  return Array.from({ length: world.orderCount }, (_, index) => world.order(index)).filter(
    ({ customerComment }) => readReference(customerComment) !== null,
  );
}

describe('one order', () => {
  it('is added, compared and paid, and can be exported then', async () => {
    await calls().send({ id: 'a', draftId: 'a', draft: draftOf('SHOP-1', [fineGoods()]), despiteReference: false });
    const sent = await untilSent('a');
    expect(sent).toMatchObject({ state: 'made', different: 0, reference: 'SHOP-1' });
    const orderId = sent.order?.id ?? '';
    const plan = await calls().preparePayment({ orderId });
    expect(plan.remaining).toBeGreaterThan(0);
    await calls().pay({ id: 'p', orderId, remaining: plan.remaining });
    const paid = await untilSent('a', ({ payment }) => payment?.state === 'paid');
    expect(paid).toMatchObject({ remaining: 0, payment: { amount: plan.remaining, deposited: plan.toDeposit } });
    expect(platform.control.exportableOrders({ limit: 1000 }).map((order) => order.orderId)).toContain(orderId);
    const page = await under.station.handlers.orders.readOrder({ orderId });
    expect(page).toMatchObject({ order: { reference: 'SHOP-1', comment: 'from the shop', isPaid: true, remaining: 0 }, sentId: 'a', isWhole: true });
  });

  it.each(['AddOrder', 'PostTransaction', 'SalesPaymentReserve'])('is made and paid once when the answer to %s is lost', async (method) => {
    platform.control.addFault({ method, times: 1, effect: { kind: 'lost-answer' } });
    await calls().send({ id: 'a', draftId: 'a', draft: draftOf('SHOP-1', [fineGoods()]), despiteReference: false });
    const orderId = (await untilSent('a')).order?.id ?? '';
    const { remaining, toDeposit } = await calls().preparePayment({ orderId });
    await calls().pay({ id: 'p', orderId, remaining });
    await untilSent('a', ({ payment }) => payment?.state === 'paid');
    const deposits = toDeposit > 0 ? 1 : 0;
    expect(platform.control.madeCounts()).toMatchObject({ orders: 1, deposits, payments: 1 });
  });

  it('goes on when the customer’s session is over', async () => {
    await calls().send({ id: 'a', draftId: 'a', draft: draftOf('SHOP-1', [fineGoods()]), despiteReference: false });
    await untilSent('a');
    platform.control.expireCustomerSessions();
    await calls().send({ id: 'b', draftId: 'b', draft: draftOf('SHOP-2', [fineGoods()]), despiteReference: false });
    expect(await untilSent('b')).toMatchObject({ state: 'made' });
    expect(platform.control.madeCounts().orders).toBe(2);
  });

  it('that differs is cancelled and sent again as a corrected copy', async () => {
    const [gone] = platform.control.goods({ state: 'gone', providerType: 'Taobao', hasConfigurations: true, limit: 1 });
    const lines = [fineGoods(), { item: gone?.itemId ?? '', configurationId: gone?.configurations[0]?.id ?? '' }];
    await calls().send({ id: 'a', draftId: 'a', draft: draftOf('SHOP-1', lines), despiteReference: false });
    expect((await untilSent('a')).comparison?.lines.map(({ differences }) => differences)).toEqual([[], ['missing']]);
    const { sent, draft } = await calls().correct({ id: 'a', cancel: true });
    expect(sent).toMatchObject({ decision: 'cancelled' });
    const corrected = { ...draft.draft, lines: draft.draft.lines.slice(0, 1) };
    await calls().send({ id: 'b', draftId: draft.id, draft: corrected, despiteReference: false });
    expect(await untilSent('b')).toMatchObject({ state: 'made', different: 0 });
    expect(addedOrders().map(({ statusId }) => statusId)).toEqual([50, 10]);
  });
});

describe('the customer', () => {
  it('signs in with a password that only the keychain has', async () => {
    const [customer] = platform.control.customers({ limit: 1 });
    const login = customer?.login ?? '';
    await expect(calls().chooseCustomer({ login, way: 'password', password: 'wrong' })).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'customer-refused' } },
    });
    const view = await calls().chooseCustomer({ login, way: 'password', password: platform.customerPassword });
    expect(view.customer).toMatchObject({ login, way: 'password', hasPassword: true, id: customer?.id });
    await calls().send({ id: 'a', draftId: 'a', draft: draftOf('SHOP-1', [fineGoods()]), despiteReference: false });
    expect(await untilSent('a')).toMatchObject({ state: 'made' });
    expect(JSON.stringify(under.events)).not.toContain(platform.customerPassword);
    expect(under.logText()).not.toContain(platform.customerPassword);
  });
});

it('takes orders of every kind from a file to paid orders, through two cuts of the network and a stop in the middle', async () => {
  const file = ordersOfEveryKind(platform, 80);
  const taken = await imports().open({ name: 'shop.csv', bytes: new TextEncoder().encode(file.csv) });
  expect(taken.mapping).toMatchObject({ reference: 0, item: 1, configurationId: 2, quantity: 3, deliveryModeId: 4 });
  const mapping = { ...taken.mapping, awaitedPrice: 5, lineComment: 6 };
  const defaults = { deliveryModeId: freeDelivery, profileId: '' };
  const check = await imports().check({ fileId: taken.id, mapping, defaults, from: 0, limit: 1, only: 'all' });
  expect(check).toMatchObject({ orders: 80, faulty: file.count('invalid') });
  await imports().start({ id: 'run', fileId: taken.id, mapping, defaults, pays: true });

  await untilRun(({ counts }) => counts.same >= 15);
  platform.control.addFault({ method: 'AddOrder', times: 1, effect: { kind: 'lost-answer' } });
  platform.control.addFault({ method: '*', times: 12, effect: { kind: 'reset' } });
  await untilRun(({ counts }) => counts.same >= 30);
  platform.control.addFault({ method: 'PostTransaction', times: 1, effect: { kind: 'lost-answer' } });
  platform.control.addFault({ method: 'SalesPaymentReserve', times: 1, effect: { kind: 'lost-answer' } });
  await reopen();
  await untilRun(({ counts }) => counts.same >= 45);
  platform.control.addFault({ method: 'AddOrder', times: 1, effect: { kind: 'truncated-body' } });
  platform.control.addFault({ method: '*', times: 12, effect: { kind: 'reset' } });
  const run = await untilRun(({ state }) => state === 'ended');

  const differing = file.count('missing') + file.count('quantity') + file.count('configuration') + file.count('price');
  expect(run.counts).toMatchObject({
    orders: 80,
    same: file.count('same'),
    paid: file.count('same'),
    differs: differing,
    refused: file.count('refused'),
    invalid: file.count('invalid'),
    unsure: 0,
    paymentTrouble: 0,
  });
  await imports().accept({ id: 'run', sentIds: null });
  await untilRun(({ state, counts }) => state === 'ended' && counts.paid === file.count('same') + differing);

  const { rows } = await imports().rows({ id: 'run', show: 'all', from: 0, limit: 500 });
  expect(await Promise.all(rows.map(resultOf))).toEqual([...file.fates].map(([reference, fate]) => `${reference} ${fate}`));
  const made = [...file.fates].filter(([, fate]) => fate !== 'refused' && fate !== 'invalid').map(([reference]) => reference);
  expect(referencesAtPlatform().toSorted()).toEqual(made.toSorted());
  expect(platform.control.madeCounts()).toMatchObject({ orders: made.length, payments: made.length, withdrawals: 0, refunds: 0 });
  expect(addedOrders().every(({ statusId }) => statusId === 20)).toBe(true);
}, 120_000);

async function untilRun(isSo: (run: ImportRun) => boolean): Promise<ImportRun> {
  return vi.waitFor(
    async () => {
      const run = await imports().run({ id: 'run' });
      if (!isSo(run)) throw new Error(`Still ${JSON.stringify(run)}`);
      return run;
    },
    { timeout: 100_000, interval: 100 },
  );
}

/** What became of an order, and what of it is different. */
async function resultOf({ id, reference, state }: ImportRow): Promise<string> {
  if (state !== 'made') return `${reference} ${state}`;
  const { comparison } = await calls().sent({ id });
  const differences = new Set(comparison?.lines.flatMap((line) => line.differences));
  return [reference, ...(differences.size === 0 ? ['same'] : differences)].join(' ');
}
