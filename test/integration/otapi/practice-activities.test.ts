import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activityTypes, createOtapiClient, linkAddressParameter, stepActionKinds, stepKindOf } from '../../../main/otapi/index.ts';
import type { ActivityFullInfo, ActivityId, OtapiClient, ProviderRun } from '../../../main/otapi/index.ts';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import { failureOf } from './test-client.ts';

let platform: PracticePlatform;
let client: OtapiClient;
let run: ProviderRun;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 120, seed: 7, activityStepMs: 1 });
  const { address, instanceKey, secret, operatorLogin, operatorPassword } = platform;
  client = createOtapiClient({
    credentials: { address, instanceKey, secret, operatorLogin, operatorPassword },
    language: () => 'en',
    repeatDelaysMs: [1, 1],
  });
  platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
  const [session] = await client.providerSessions.list('Taobao');
  run = { providerType: 'Taobao', providerSessionId: session?.id ?? '' };
});
afterEach(async () => {
  client.close();
  await platform.close();
});

function exportableOrder() {
  const { orderId, lines } = platform.control.makeExportable({ providerType: 'Taobao', lines: 2, sellers: 1 });
  return { orderId, lineIds: lines.map(({ lineId }) => lineId) };
}

/** The activity as soon as it is so. */
function activityWhen(activity: ActivityId, isSo: (info: ActivityFullInfo) => boolean): Promise<ActivityFullInfo> {
  return vi.waitFor(async () => {
    const info = await client.activities.info(activity);
    expect(isSo(info)).toBe(true);
    return info;
  }, 10_000);
}
const ended = (activity: ActivityId) => activityWhen(activity, ({ isFinished }) => isFinished);
const waiting = (activity: ActivityId) => activityWhen(activity, ({ isAwaitingAction }) => isAwaitingAction);

async function linesOf(orderId: string) {
  return (await client.orders.details(orderId)).lines;
}

describe('an export', () => {
  it('buys the lines that were named, and no other', async () => {
    const { orderId, lineIds } = exportableOrder();
    platform.control.nextActivity({ kind: 'export', everyLine: 'clean', confirms: false, providerFails: false });
    const activity = await client.activities.exportOrder({ ...run, orderId, lineIds: lineIds.slice(0, 1) });
    expect(activity.type).toBe(activityTypes.export);

    const info = await ended(activity);

    expect(info).toMatchObject({ ...activity, isCancelled: false, progressPercent: 100, actions: [] });
    expect(info.description).toContain(orderId);
    expect(info.startTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
    expect(info.steps.map(({ type }) => stepKindOf(type))).not.toContain('error');
    const lines = await linesOf(orderId);
    const bought = lines.filter(({ providerOrderId }) => providerOrderId !== '');
    expect(bought.map(({ id }) => id)).toEqual(lineIds.slice(0, 1));
    expect(bought[0]).toMatchObject({ isPaid: true, priceWarning: null, canBePurchased: false });
    expect(bought[0]?.providerStatus).not.toBe('');
  });

  it('asks, takes the parameters of an answer, and tells of a price that was too high', async () => {
    const { orderId } = exportableOrder();
    platform.control.nextActivity({ kind: 'export', everyLine: 'price-changed', pricePercent: 50, confirms: false, providerFails: false });
    const activity = await client.activities.exportOrder({ ...run, orderId });

    const asking = await waiting(activity);
    const questions = asking.steps.filter(({ type }) => stepKindOf(type) === 'question');
    expect(questions).toHaveLength(2);
    for (const { message, actions } of questions) {
      expect(message).toMatch(/<b>\d+ - \d+<\/b>/);
      const link = actions.find(({ kind }) => kind === stepActionKinds.link);
      expect(link?.parameters.find(({ name }) => name === linkAddressParameter)?.value).toMatch(/^https:/);
      const accept = actions.find(({ kind }) => kind === stepActionKinds.answer);
      await client.activities.doStepAction(activity, accept?.parameters ?? []);
    }
    await ended(activity);

    for (const { priceWarning } of await linesOf(orderId)) {
      expect(priceWarning?.level).toBe('BigOverpayment');
      expect(priceWarning?.message).not.toBe('');
    }
  });

  it('takes one of its own actions, and no answer when it is over', async () => {
    const { orderId } = exportableOrder();
    platform.control.nextActivity({ kind: 'export', everyLine: 'item-gone' });
    const activity = await client.activities.exportOrder({ ...run, orderId });
    const { actions, steps } = await waiting(activity);
    expect(actions.map(({ id }) => id)).toContain('Cancel');

    await client.activities.doAction(activity, 'Cancel');

    expect(await client.activities.info(activity)).toMatchObject({ isFinished: true, isCancelled: true, actions: [] });
    const answer = steps.flatMap((step) => step.actions).find(({ kind }) => kind === stepActionKinds.answer);
    const error = await failureOf(client.activities.doStepAction(activity, answer?.parameters ?? []));
    expect(error).toMatchObject({ kind: 'api', errorCode: 'ContractViolation', outcomeUnknown: false });
  });

  it('whose answer is lost is begun once, its outcome unknown', async () => {
    const { orderId } = exportableOrder();
    platform.control.addFault({ method: 'RunOrderExportingToProvider', times: 1, effect: { kind: 'lost-answer' } });
    const error = await failureOf(client.activities.exportOrder({ ...run, orderId }));
    expect(error).toMatchObject({ kind: 'network', outcomeUnknown: true });
    expect(await client.activities.search([activityTypes.export])).toHaveLength(1);
  });

  it('is refused with a provider session that there is not', async () => {
    const { orderId } = exportableOrder();
    const error = await failureOf(client.activities.exportOrder({ ...run, providerSessionId: 'none-such', orderId }));
    expect(error).toMatchObject({ kind: 'api', errorCode: 'NotFound' });
  });
});

describe('the other activities', () => {
  it('link lines with provider orders, and unlink them', async () => {
    const { orderId, lineIds } = exportableOrder();
    const providerOrderId = '2893000000000000012';
    platform.control.setProviderOrder(providerOrderId, { lineIds, otherGoods: [] });
    platform.control.nextActivity({ kind: 'link', everyLine: 'matched' });

    const linking = await client.activities.link({ ...run, orderId, lineIds, providerOrderIds: [providerOrderId] });
    expect(linking.type).toBe(activityTypes.link);
    await ended(linking);
    expect((await linesOf(orderId)).map((line) => line.providerOrderId)).toEqual([providerOrderId, providerOrderId]);

    const unlinking = await client.activities.unlink({ ...run, orderId, lineIds: lineIds.slice(0, 1) });
    expect(unlinking.type).toBe(activityTypes.unlink);
    await ended(unlinking);
    expect((await linesOf(orderId)).map((line) => line.providerOrderId)).toEqual(['', providerOrderId]);
  });

  it('synchronise all orders', async () => {
    const activity = await client.activities.synchronise(run);
    expect(activity.type).toBe(activityTypes.synchronise);
    expect((await ended(activity)).description).not.toContain('ORD-');
  });

  it('synchronise the orders that were named', async () => {
    const { orderId } = exportableOrder();
    const activity = await client.activities.synchronise({ ...run, orderIds: [orderId] });
    expect((await ended(activity)).description).toContain(orderId);
  });
});

describe('the list of activities', () => {
  it('holds those of the types that were asked for, or all', async () => {
    const told = platform.control.startActivity({ kind: 'told', type: 'BulkSearching', description: 'Search' });
    const synchronising = await client.activities.synchronise(run);
    const ids = async (types: string[]) => new Set((await client.activities.search(types)).map(({ id }) => id));
    expect(await ids([])).toEqual(new Set([told.id, synchronising.id]));
    expect(await ids([activityTypes.synchronise, activityTypes.link])).toEqual(new Set([synchronising.id]));
    expect(await ids([activityTypes.export])).toEqual(new Set());
  });

  it('tells of types, kinds and texts that nobody knows as they are', async () => {
    const { id, type } = platform.control.startActivity({ kind: 'told', type: 'BulkSearching', description: 'a <b> & "c"' });
    const parameters = { 'a "b" <c>': ' one\n\t& "two" ', 数量: '3 < 5' };
    const message = '<p>5 &lt; 6</p>\n & ';
    const actions = [{ id: 'Upload', displayName: 'Upload…', parameters }, { id: 'DoStepAction', displayName: 'Go', parameters }];
    platform.control.sayStep({ activityId: id, type: 'Strange', message, actions });

    const { description, steps: [step] } = await client.activities.info({ type, id });

    expect(description).toBe('a <b> & "c"');
    const named = Object.entries(parameters).map(([name, value]) => ({ name, value }));
    expect(step).toMatchObject({
      type: 'Strange',
      message,
      actions: [
        { kind: 'Upload', name: 'Upload…', parameters: named },
        { kind: 'DoStepAction', name: 'Go', parameters: named },
      ],
    });
    await client.activities.doStepAction({ type, id }, step?.actions[1]?.parameters ?? []);
    expect(await client.activities.info({ type, id })).toMatchObject({ isAwaitingAction: false });
  });

  it('does not know one under another type', async () => {
    const { id } = platform.control.startActivity({ kind: 'told', type: 'BulkSearching', description: 'Search' });
    expect(await failureOf(client.activities.info({ type: activityTypes.export, id }))).toMatchObject({ errorCode: 'NotFound' });
  });
});
