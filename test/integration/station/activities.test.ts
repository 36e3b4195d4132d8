import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPracticePlatform, type ExportableOrder, type PracticePlatform } from '../../../main/practice/index.ts';
import type { ActivitiesView, ActivityAddress, StartRequest } from '../../../preload/contract/index.ts';

// electron-store asks for Electron; its package answers with a path where there is no app, and must not fetch anything.
vi.hoisted(() => (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'nowhere'));
const { makeStation, untilStatus } = await import('./fixture.ts');
type TestStation = ReturnType<typeof makeStation>;

let platform: PracticePlatform;
let under: TestStation;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 300, seed: 7 });
  platform.control.activityTiming({ stepMs: 0 });
  platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
  under = await open();
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

const calls = () => under.station.handlers.activities;
const view = (): Promise<ActivitiesView> => Promise.resolve(calls().view({}));

function until(isSo: (view: ActivitiesView) => boolean): Promise<ActivitiesView> {
  return vi.waitFor(
    async () => {
      const now = await view();
      if (!isSo(now)) throw new Error(`Still ${JSON.stringify(now)}`);
      return now;
    },
    { timeout: 25_000, interval: 50 },
  );
}

async function accountId(): Promise<string> {
  await vi.waitFor(async () => expect((await under.station.handlers.accounts.view({})).accounts).toHaveLength(1), 10_000);
  return (await under.station.handlers.accounts.view({})).accounts[0]?.id ?? '';
}

type WithoutRequest = StartRequest extends infer Request ? (Request extends unknown ? Omit<Request, 'requestId' | 'accountId' | 'despite'> : never) : never;

async function start(request: WithoutRequest): Promise<ActivityAddress> {
  const whole = { ...request, requestId: randomUUID(), accountId: await accountId(), despite: [] } as StartRequest;
  const { activity } = await calls().start(whole);
  if (activity === null) throw new Error('Nobody knows how the start went');
  return activity;
}

const ended = (address: ActivityAddress): Promise<ActivitiesView> =>
  until(({ activities }) => activities.some(({ id, endedAt, isRereading }) => id === address.id && endedAt !== null && !isRereading));

const anOrder = (lines = 2): ExportableOrder => platform.control.makeExportable({ providerType: 'Taobao', lines });
const lineAt = (order: ExportableOrder, number: number): string => order.lines[number]?.lineId ?? '';

describe('from an order to a parcel', () => {
  it('goes export, synchronisation, waybill, scan', async () => {
    const order = anOrder();
    platform.control.nextActivity({ kind: 'export', everyLine: 'clean' });
    const exported = await start({ kind: 'export', orderId: order.orderId, lineIds: [] });
    await ended(exported);
    const { lines, state, steps } = await calls().detail(exported);
    expect(state).toBe('finished');
    expect(steps.length).toBeGreaterThan(2);
    expect(lines.map(({ lineId, status }) => [lineId, status.id])).toEqual(order.lines.map(({ lineId }) => [lineId, 4]));
    expect(lines.every(({ providerOrderId }) => /^\d{15,20}$/.test(providerOrderId))).toBe(true);

    platform.control.activityDefaults({ kind: 'synchronise', everyLine: 'waybills' });
    const synchronised = await start({ kind: 'synchronise', orderIds: [order.orderId] });
    await ended(synchronised);
    const [waybill = ''] = platform.control.purchaseLines(order.orderId).map((line) => line.waybill).filter((each) => each !== '');
    const { outcome, parcel } = await under.station.handlers.receiving.scan({ raw: waybill, source: 'scanner' });
    expect(outcome).toBe('found');
    expect(parcel?.lines.map(({ orderId }) => orderId)).toContain(order.orderId);
  });

  it('shows a discount that was lost after the export, by its line', async () => {
    const order = anOrder(1);
    platform.control.nextActivity({ kind: 'export', everyLine: 'discount-lost' });
    const exported = await start({ kind: 'export', orderId: order.orderId, lineIds: [] });
    await ended(exported);
    const { lines, warnings } = await calls().detail(exported);
    expect(warnings).toBeGreaterThan(0);
    expect(lines).toMatchObject([{ lineId: lineAt(order, 0), priceWarning: { level: expect.stringMatching(/Overpayment$/), message: expect.any(String) } }]);
  });

  it('leads an error to the line that it concerns', async () => {
    const order = anOrder(2);
    platform.control.nextActivity({ kind: 'export', byLine: { [lineAt(order, 0)]: 'item-gone', [lineAt(order, 1)]: 'clean' }, confirms: false });
    const exported = await start({ kind: 'export', orderId: order.orderId, lineIds: [] });
    const { questions } = await until((now) => now.questions.length === 1);
    expect(questions[0]?.line?.lineId).toBe(lineAt(order, 0));
    await calls().answer({ questionIds: [questions[0]?.id ?? ''], action: 0 });
    await ended(exported);
    expect((await calls().detail(exported)).lines).toHaveLength(2);
  });
});

describe('questions', () => {
  it('that are alike are answered together, one after the other', async () => {
    const order = anOrder(3);
    platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', confirms: false });
    const exported = await start({ kind: 'export', orderId: order.orderId, lineIds: [] });
    const { questions } = await until((now) => now.questions.length === 3);
    expect(new Set(questions.map(({ group }) => group)).size).toBe(1);
    expect(questions.map(({ line }) => line?.lineId)).toEqual(order.lines.map(({ lineId }) => lineId));
    expect(under.events.filter(({ name }) => name === 'questions.waiting').length).toBeGreaterThan(0);
    const { results } = await calls().answer({ questionIds: questions.map(({ id }) => id), action: 0 });
    expect(results.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'taken']);
    await ended(exported);
    expect(platform.control.purchaseLines(order.orderId).every(({ providerOrderId }) => providerOrderId !== '')).toBe(true);
    const { answers } = await calls().answers({ before: null, limit: 10 });
    expect(answers.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'taken']);
  });

  it('of different kinds cannot be answered together', async () => {
    const order = anOrder(2);
    platform.control.nextActivity({ kind: 'export', byLine: { [lineAt(order, 0)]: 'price-changed', [lineAt(order, 1)]: 'item-gone' } });
    await start({ kind: 'export', orderId: order.orderId, lineIds: [] });
    const { questions } = await until((now) => now.questions.length === 2);
    await expect(Promise.resolve(calls().answer({ questionIds: questions.map(({ id }) => id), action: 0 }))).rejects.toMatchObject({
      error: { details: { reason: 'not-alike' } },
    });
  });

  it('that another station answers are gone here, and an answer that comes after it is too late', async () => {
    const order = anOrder(1);
    platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', confirms: false });
    const exported = await start({ kind: 'export', orderId: order.orderId, lineIds: [] });
    const { questions } = await until((now) => now.questions.length === 1);
    const asked = platform.control.activities()[0]?.steps.flatMap(({ actions }) => actions).find(({ id }) => id === 'DoStepAction');
    platform.control.answerActivity({
      activityId: exported.id,
      parameters: Object.fromEntries(asked?.parameters.map(({ name, value }) => [name, value]) ?? []),
    });
    const { results } = await calls().answer({ questionIds: [questions[0]?.id ?? ''], action: 0 });
    expect(results).toMatchObject([{ outcome: 'too-late' }]);
    await ended(exported);
    expect((await view()).questions).toEqual([]);
  });

  it('come up also for activities that were started elsewhere, with their lines', async () => {
    const order = anOrder(1);
    platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed' });
    platform.control.startActivity({ kind: 'export', orderId: order.orderId });
    await calls().refresh({});
    const { questions, activities } = await until((now) => now.questions.some(({ line }) => line !== null));
    expect(questions).toMatchObject([{ line: { lineId: lineAt(order, 0) }, orders: [{ id: order.orderId }] }]);
    expect(activities).toMatchObject([{ start: null, state: 'waiting' }]);
  });
});

describe('twenty activities at once with forty questions', () => {
  it('lose none, across a restart in the middle', async () => {
    const orders = Array.from({ length: 20 }, () => anOrder(2));
    platform.control.activityDefaults({ kind: 'export', everyLine: 'price-changed', confirms: false });
    const started: ActivityAddress[] = [];
    for (const { orderId } of orders) started.push(await start({ kind: 'export', orderId, lineIds: [] }));
    const before = await until((now) => now.questions.length === 40);
    expect(new Set(before.questions.map(({ id }) => id)).size).toBe(40);

    const first = before.questions.slice(0, 20);
    const sent = first.map(({ id }) => Promise.resolve(calls().answer({ questionIds: [id], action: 0 })));
    const results = (await Promise.all(sent)).flatMap((each) => each.results);
    expect(results.every(({ outcome }) => outcome === 'taken')).toBe(true);

    await under.station.stop();
    under = await open(under.profile);
    const after = await until((now) => now.questions.length === 20);
    const known = new Set(before.questions.map(({ id }) => id));
    expect(after.questions.every(({ id }) => known.has(id))).toBe(true);
    const again = await Promise.all(after.questions.map(({ id }) => Promise.resolve(calls().answer({ questionIds: [id], action: 0 }))));
    expect(again.flatMap((each) => each.results).every(({ outcome }) => outcome === 'taken')).toBe(true);

    await until((now) => started.every(({ id }) => now.activities.some((each) => each.id === id && each.state === 'finished' && !each.isRereading)));
    const lines = orders.flatMap(({ orderId }) => platform.control.purchaseLines(orderId));
    expect(lines.filter(({ providerOrderId }) => providerOrderId !== '').length).toBeGreaterThanOrEqual(40);
    expect((await calls().answers({ before: null, limit: 200 })).answers.filter(({ outcome }) => outcome === 'taken')).toHaveLength(40);
    expect(platform.control.counts()['DoStepActionForBackgroundActivity']).toBe(40);
  });
});

describe('linking and unlinking', () => {
  it('binds lines to provider orders, asks about what it cannot match, and takes them off again', async () => {
    const order = anOrder(1);
    platform.control.nextActivity({ kind: 'link', everyLine: 'unmatched' });
    const linked = await start({ kind: 'link', orderId: order.orderId, lineIds: [], providerOrderIds: ['2877700000000000123'] });
    const { questions } = await until((now) => now.questions.length > 0);
    await calls().answer({ questionIds: [questions[0]?.id ?? ''], action: 0 });
    await ended(linked);
    const bound = platform.control.purchaseLines(order.orderId).find(({ lineId }) => lineId === lineAt(order, 0));
    expect(bound?.providerOrderId).toBe('2877700000000000123');
    const unlinked = await start({ kind: 'unlink', orderId: order.orderId, lineIds: [lineAt(order, 0)] });
    await ended(unlinked);
    expect((await calls().detail(unlinked)).lines).toMatchObject([{ providerOrderId: '', status: { id: 2 } }]);
  });
});

describe('what a person may open and stop', () => {
  it('is only what a step holds', async () => {
    const told = platform.control.startActivity({ kind: 'told', type: 'ProviderOrdersIntegrationExporting', description: 'Told' });
    platform.control.sayStep({
      activityId: told.id,
      type: 'Info',
      message: '<a href="https://item.taobao.com/item.htm?id=1">item</a><a href="javascript:alert(1)">no</a>',
      actions: [{ id: 'Link', displayName: 'Page', parameters: { url: 'https://trade.taobao.com/1' } }],
    });
    await calls().refresh({});
    const address = { type: told.type, id: told.id };
    await vi.waitFor(async () => expect((await calls().detail(address)).steps.length).toBeGreaterThan(0), 10_000);
    await calls().openLink({ ...address, address: 'https://item.taobao.com/item.htm?id=1' });
    await calls().openLink({ ...address, address: 'https://trade.taobao.com/1' });
    expect(under.opened).toEqual(['https://item.taobao.com/item.htm?id=1', 'https://trade.taobao.com/1']);
    await expect(Promise.resolve(calls().openLink({ ...address, address: 'https://elsewhere.example/' }))).rejects.toMatchObject({
      error: { details: { reason: 'no-such-link' } },
    });
    const cancelled = await calls().act({ ...address, actionId: 'Cancel' });
    expect(cancelled.state).toBe('cancelled');
  });
});

it('no session id is in a log, an event or the journal’s starts', async () => {
  const order = anOrder(1);
  platform.control.nextActivity({ kind: 'export', everyLine: 'clean' });
  const exported = await start({ kind: 'export', orderId: order.orderId, lineIds: [] });
  await ended(exported);
  const [session] = platform.control.providerSessions();
  expect(session?.id.length).toBeGreaterThan(5);
  expect(under.logText() + JSON.stringify(under.events)).not.toContain(session?.id);
});
