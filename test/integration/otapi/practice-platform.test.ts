import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OtapiClient, OtapiClientOptions, OtapiCredentials } from '../../../main/otapi/index.ts';
import { createOtapiClient } from '../../../main/otapi/index.ts';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { PracticePlatform, PracticePlatformOptions } from '../../../main/practice/index.ts';
import { failureOf } from './test-client.ts';

const ordered = 4;
const received = 6;

let platform: PracticePlatform;
let client: OtapiClient;

async function open(options: PracticePlatformOptions = {}, clientOptions: Partial<OtapiClientOptions> = {}) {
  platform = await startPracticePlatform({ lines: 120, seed: 7, ...options });
  client = createOtapiClient({
    credentials: credentialsOf(platform),
    language: () => 'en',
    repeatDelaysMs: [1, 1],
    ...clientOptions,
  });
}

function credentialsOf(platform: PracticePlatform): OtapiCredentials {
  const { address, instanceKey, secret, operatorLogin, operatorPassword } = platform;
  return { address, instanceKey, secret, operatorLogin, operatorPassword };
}

async function close() {
  client.close();
  await platform.close();
}

/** The line of a parcel that waits at the door, with more than one piece in it. */
async function awaitedLine() {
  const page = await client.lines.search({ statusIds: [ordered] }, { position: 0, size: 100 });
  const line = page.items.find(({ quantity, waybill }) => quantity > 1 && waybill !== '');
  if (line === undefined) throw new Error('The practice world has no line to receive');
  return line;
}

async function lineNow(lineId: string, orderId: string) {
  const { lines } = await client.orders.details(orderId);
  return lines.find(({ id }) => id === lineId);
}

beforeEach(() => open());
afterEach(close);

describe('reading', () => {
  it('the operator, the providers and the statuses', async () => {
    expect((await client.operators.info()).operatorId).not.toBe('');
    const taobao = (await client.lists.providers()).find(({ type }) => type === 'Taobao');
    expect(taobao?.ordersIntegration).toEqual({
      isAvailable: true,
      isEnabled: true,
      isSessionRequired: true,
      allowCancelOrders: false,
    });
    expect(await client.lists.orderStatuses()).toContainEqual({ id: 30, name: 'In handling' });
    expect(await client.lists.lineStatuses()).toContainEqual({ id: received, name: 'Received' });
  });

  it('every line, page by page, none twice', async () => {
    const seen = new Set<string>();
    let total = Number.POSITIVE_INFINITY;
    while (seen.size < total) {
      const page = await client.lines.search({}, { position: seen.size, size: 50 });
      total = page.total;
      for (const line of page.items) seen.add(line.id);
      expect(page.items.length).toBeGreaterThan(0);
    }
    expect(seen.size).toBe(120);
  });

  it('lines with every field the screens show', async () => {
    const line = await awaitedLine();
    const texts = [line.orderId, line.itemId, line.titleOriginal, line.titleTranslated, line.sellerName, line.currency];
    for (const text of [...texts, line.pictureUrl, line.itemUrl, line.providerOrderId, line.orderedAt]) {
      expect(text).not.toBe('');
    }
    expect(line.titleOriginal).toMatch(/\p{Script=Han}/u);
    expect(line.status).toEqual({ id: ordered, name: 'Ordered' });
    expect(line.availableStatuses.map(({ id }) => id)).toContain(received);
    for (const number of [line.price, line.amount, line.weight, line.lineNumber]) expect(number).toBeGreaterThan(0);
  });

  it('a line in its order: whether it is paid, how it stands at the provider, what it cost there', async () => {
    const awaited = await awaitedLine();
    const line = await lineNow(awaited.id, awaited.orderId);
    expect(line).toMatchObject({ isPaid: true, providerOrderId: awaited.providerOrderId });
    expect(line?.providerStatus).not.toBe('');
    expect(awaited).toMatchObject({ isPaid: false, providerStatus: '', priceWarning: null });
  });

  it('the lines of a waybill, as it stands in its field', async () => {
    const [parcel] = platform.control.parcels({ kind: 'several-lines', limit: 1 });
    const page = await client.lines.search({ waybills: [parcel?.waybillField ?? ''] }, { position: 0, size: 100 });
    expect(page.items.map(({ id }) => id).sort()).toEqual([...(parcel?.lineIds ?? [])].sort());
    for (const line of page.items) expect(line.waybill).toBe(parcel?.waybillField);
  });

  it('waybills with blanks exactly', async () => {
    const [parcel] = platform.control.parcels({ kind: 'spaces', limit: 1 });
    const page = await client.lines.search({ waybills: [parcel?.waybillField ?? ''] }, { position: 0, size: 100 });
    expect(page.items[0]?.waybill).toMatch(/ /);
  });

  it('lines by their provider order and by their order', async () => {
    const line = await awaitedLine();
    const frame = { position: 0, size: 100 };
    const byPurchase = await client.lines.search({ providerOrderIds: [line.providerOrderId] }, frame);
    expect(byPurchase.items.map(({ id }) => id)).toContain(line.id);
    const byOrder = await client.lines.search({ order: { orderIds: [line.orderId] } }, frame);
    expect(new Set(byOrder.items.map(({ orderId }) => orderId))).toEqual(new Set([line.orderId]));
  });

  it('lines that can be bought, and those alone', async () => {
    const page = await client.lines.search({ canBePurchased: true }, { position: 0, size: 100 });
    expect(page.items.length).toBeGreaterThan(0);
    expect(page.items.every(({ canBePurchased }) => canBePurchased)).toBe(true);
  });

  it('orders, and one of them whole', async () => {
    const page = await client.orders.search({ orderBy: [{ field: 'CreationDate', direction: 'DESC' }] }, { position: 0, size: 5 });
    expect(page.items).toHaveLength(5);
    const [first] = page.items;
    const { order, lines } = await client.orders.details(first?.id ?? '');
    expect(order).toEqual(first);
    expect(order.displayId).toMatch(/^\d+$/);
    expect(order.customerName).not.toBe('');
    expect(lines.every(({ orderId }) => orderId === order.id)).toBe(true);
  });

  it('in the language of the station', async () => {
    for (const [language, name] of [['ru', /\p{Script=Cyrillic}/u], ['zh', /\p{Script=Han}/u]] as const) {
      const speaker = createOtapiClient({ credentials: credentialsOf(platform), language: () => language });
      expect((await speaker.lists.lineStatuses())[0]?.name).toMatch(name);
      speaker.close();
    }
  });
});

describe('changing', () => {
  it('a line: status and weight', async () => {
    const line = await awaitedLine();
    await client.lines.update(line.orderId, line.id, { statusId: received, weight: 0.375 });
    expect(await lineNow(line.id, line.orderId)).toMatchObject({ status: { id: received }, weight: 0.375 });
  });

  it('several lines of an order', async () => {
    const [parcel] = platform.control.parcels({ kind: 'several-lines', limit: 1 });
    const page = await client.lines.search({ waybills: [parcel?.waybillField ?? ''] }, { position: 0, size: 100 });
    const orderId = page.items[0]?.orderId ?? '';
    const ids = page.items.filter((line) => line.orderId === orderId).map(({ id }) => id);
    await client.lines.updateSeveral(orderId, ids, { statusId: received });
    const { lines } = await client.orders.details(orderId);
    expect(lines.filter(({ id }) => ids.includes(id)).every(({ status }) => status.id === received)).toBe(true);
  });

  it('a status with a comment, which a blank clears and an empty one leaves', async () => {
    const { orderId, id: lineId, quantity } = await awaitedLine();
    const change = { orderId, lineId, statusId: received, quantity };
    await client.lines.changeStatus({ ...change, comment: 'Коробка <мокрая> & 破损' });
    expect((await lineNow(lineId, orderId))?.operatorComment).toBe('Коробка <мокрая> & 破损');
    await client.lines.changeStatus({ ...change, comment: '' });
    expect((await lineNow(lineId, orderId))?.operatorComment).toBe('Коробка <мокрая> & 破损');
    await client.lines.changeStatus({ ...change, comment: ' ' });
    expect((await lineNow(lineId, orderId))?.operatorComment).toBe('');
  });

  it('a line into two, and shows it in its log', async () => {
    const line = await awaitedLine();
    const before = (await client.orders.details(line.orderId)).lines.length;
    await client.lines.split(line.orderId, line.id, 1);
    const { lines } = await client.orders.details(line.orderId);
    expect(lines).toHaveLength(before + 1);
    expect(lines.find(({ id }) => id === line.id)?.quantity).toBe(line.quantity - 1);
    const log = await client.lines.processLog(line.orderId, line.id);
    expect(log.at(-1)).toMatchObject({
      fieldName: 'Qty',
      previousValue: String(line.quantity),
      newValue: String(line.quantity - 1),
    });
    expect(log.map(({ newStatus }) => newStatus)).toContain('Ordered');
  });

  it('what a line may become', async () => {
    const line = await awaitedLine();
    const statuses = await client.lines.availableStatuses(line.orderId, line.id);
    expect(statuses).toEqual(line.availableStatuses);
  });

  it('is refused with the words of the platform', async () => {
    const line = await awaitedLine();
    const error = await failureOf(client.lines.update(line.orderId, line.id, { statusId: 9 }));
    expect(error).toMatchObject({ kind: 'api', errorCode: 'ContractViolation', outcomeUnknown: false });
    expect(error.serverText).not.toBe('');
    expect(error.requestId).not.toBe('');
  });

  it('whose answer is lost is made once, its outcome unknown', async () => {
    const line = await awaitedLine();
    platform.control.addFault({ method: 'SplitOrderLineForOperator', times: 1, effect: { kind: 'lost-answer' } });
    const error = await failureOf(client.lines.split(line.orderId, line.id, 1));
    expect(error).toMatchObject({ kind: 'network', outcomeUnknown: true });
    expect(platform.control.counts()['SplitOrderLineForOperator']).toBe(1);
    expect((await lineNow(line.id, line.orderId))?.quantity).toBe(line.quantity - 1);
  });
});

describe('sessions and keys', () => {
  it('20 calls with an expired session share one sign-in and all succeed', async () => {
    await client.operators.info();
    platform.control.expireSessions();
    platform.control.clearRequests();
    await Promise.all(Array.from({ length: 20 }, () => client.lines.search({}, { position: 0, size: 1 })));
    expect(platform.control.counts()['AuthenticateInstanceOperator']).toBe(1);
  });

  it('signed calls are accepted, unsigned and badly signed ones are not', async () => {
    await close();
    await open({ secret: 'shh-密' });
    await client.lines.search({ waybills: ['顺丰 <1> & +2'] }, { position: 0, size: 1 });
    for (const [secret, subErrorCode] of [[null, /^Missing/], ['wrong', /^InvalidSignature$/]] as const) {
      const other = createOtapiClient({ credentials: { ...credentialsOf(platform), secret }, language: () => 'en' });
      const error = await failureOf(other.lists.providers());
      expect(error.errorCode).toBe('AccessDenied');
      expect(error.subErrorCode).toMatch(subErrorCode);
      other.close();
    }
  });

  it('a clock that is two hours off is told as such', async () => {
    await close();
    await open({ secret: 'shh' }, { clock: { now: () => new Date(Date.now() + 2 * 3_600_000) } });
    expect((await failureOf(client.lists.providers())).subErrorCode).toBe('InvalidTimestamp');
  });

  it('a reading call gets over a reset, a cut answer and a lost one', async () => {
    for (const kind of ['reset', 'truncated-body', 'lost-answer'] as const) {
      platform.control.addFault({ method: 'GetProviderInfoList', times: 1, effect: { kind } });
      expect((await client.lists.providers()).length).toBeGreaterThan(0);
    }
  });
});

describe('provider sessions', () => {
  const returnUrl = 'https://warehouse-station.invalid/provider-session/a-state-nobody-can-guess';

  it('are listed with their names and balances', async () => {
    expect(await client.providerSessions.list('Taobao')).toEqual([]);
    platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
    platform.control.addProviderSession({ providerType: 'Taobao', name: 'zhao_wh' });
    const [wang, zhao] = await client.providerSessions.list('Taobao');
    expect(wang).toMatchObject({ name: 'wang_01', balance: { amount: 12_480.5, currency: 'CNY' } });
    expect(zhao).toMatchObject({ name: 'zhao_wh', balance: null });
    expect(wang?.id).toMatch(/^.{16,}$/);
    expect(await client.providerSessions.list('Alibaba1688')).toEqual([]);
  });

  it('begin at an address of the login site', async () => {
    const address = await client.providerSessions.loginAddress('Taobao', returnUrl);
    expect(new URL(address).origin).toBe(platform.loginOrigin);
    // It leads on to the form, with a cookie for this browser.
    const response = await fetch(address, { redirect: 'manual' });
    expect([response.status, response.headers.get('set-cookie')]).toEqual([303, expect.stringContaining('HttpOnly')]);
  });

  it('are refused for a provider without them', async () => {
    expect(await failureOf(client.providerSessions.list('Warehouse'))).toMatchObject({ kind: 'api' });
    expect(await failureOf(client.providerSessions.loginAddress('Warehouse', returnUrl))).toMatchObject({ kind: 'api' });
  });

  it('stay out of the errors of later calls, with the address and the return address', async () => {
    platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
    const [session] = await client.providerSessions.list('Taobao');
    const address = await client.providerSessions.loginAddress('Taobao', returnUrl);
    const description = `${session?.id} ${address} ${returnUrl}`;
    platform.control.addFault({ method: 'GetOperatorInfo', times: 1, effect: { kind: 'refuse', errorCode: 'ContractViolation', description } });
    expect(await failureOf(client.operators.info())).toMatchObject({ kind: 'api', serverText: '*** *** ***' });
  });
});
