import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activityTypes, type OtapiClient } from '../../../main/otapi/index.ts';
import { answer, apiError, ok, reset, signIn, startScriptedServer, type Script, type ScriptedServer } from './scripted-server.ts';
import { failureOf, secrets, testClient } from './test-client.ts';

let server: ScriptedServer;
let client: OtapiClient;
let logged: unknown[];
beforeEach(async () => {
  logged = [];
  server = await startScriptedServer();
  server.script('AuthenticateInstanceOperator', signIn());
  client = testClient(server.address, { log: (record) => logged.push(record) });
});
afterEach(async () => {
  client.close();
  await server[Symbol.asyncDispose]();
});

const activity = { type: activityTypes.export, id: 'guid' };
const run = { providerType: 'Taobao', providerSessionId: 'provider-session-7001' };
const order = { ...run, orderId: 'ORD-0000012345' };
const parameters = [{ name: 'Key', value: 'accept-501' }];

const changing: [string, () => Promise<unknown>][] = [
  ['RunOrderExportingToProvider', () => client.activities.exportOrder(order)],
  ['RunOrdersSynchronizingWithProvider', () => client.activities.synchronise(run)],
  ['RunOrderLinkingWithProvider', () => client.activities.link({ ...order, providerOrderIds: ['2893'] })],
  ['RunOrderUnlinkingFromProvider', () => client.activities.unlink(order)],
  ['DoActionForBackgroundActivity', () => client.activities.doAction(activity, 'Cancel')],
  ['DoStepActionForBackgroundActivity', () => client.activities.doStepAction(activity, parameters)],
];
const starting = changing.filter(([method]) => method.startsWith('Run'));

/** Tells the provider session of the call in its description. */
const echo: Script = (call, response) =>
  apiError('ContractViolation', '', `Not with ${call.parameters.get('providerSessionId')}`)(call, response);

describe('an activity', () => {
  it('is started with the session of the operator and that of the provider', async () => {
    server.script('RunOrderExportingToProvider', ok(`<Result><Type>${activity.type}</Type><Id>guid</Id></Result>`));
    expect(await client.activities.exportOrder({ ...order, lineIds: ['501'] })).toEqual(activity);
    expect(Object.fromEntries(server.calls[1]?.parameters ?? [])).toEqual({
      instanceKey: secrets.instanceKey,
      language: 'en',
      sessionId: 'session-1',
      ...run,
      xmlParameters: '<Parameters><OrderId>ORD-0000012345</OrderId><OrderLineIds><Id>501</Id></OrderLineIds></Parameters>',
    });
  });

  it('is answered with parameters as they were read', async () => {
    const written = '<Parameter Name="a &quot;&#10;b">\n &lt;c&gt; 密 </Parameter>';
    const action = `<Action><Id>DoStepAction</Id><Parameters>${written}</Parameters></Action>`;
    const steps = `<Steps><Step><Message>?</Message><Actions>${action}</Actions></Step></Steps>`;
    server.script('GetBackgroundActivityInfo', ok(`<Result><Id>guid</Id>${steps}</Result>`));
    server.script('DoStepActionForBackgroundActivity', ok(''));

    const { steps: [step] } = await client.activities.info(activity);
    await client.activities.doStepAction(activity, step?.actions[0]?.parameters ?? []);

    const xmlParameters = `<NamedParameters>${written}</NamedParameters>`;
    const sent = Object.fromEntries(server.calls.at(-1)?.parameters ?? []);
    expect(sent).toMatchObject({ activityType: activity.type, activityId: 'guid', xmlParameters });
  });

  it.each(starting)('begun by %s is made again for a new session of the operator, since nothing was done', async (method, call) => {
    server.script(method, apiError('SessionExpired'), ok('<Result><Id>guid</Id></Result>'));
    expect(await call()).toMatchObject({ id: 'guid' });
    expect(server.calls.map(({ parameters: sent }) => sent.get('sessionId'))).toEqual([null, 'session-1', null, 'session-2']);
  });
});

describe('a failed change', () => {
  it.each(changing)('by %s is made once, and its outcome is unknown when the answer is lost', async (method, call) => {
    server.script(method, reset);
    expect(await failureOf(call())).toMatchObject({ kind: 'network', method, outcomeUnknown: true });
    expect(server.count(method)).toBe(1);
  });

  it.each(changing)('by %s is made once, and has not happened, when OT Platform is not available', async (method, call) => {
    server.script(method, apiError('NotAvailable', '', 'Later'));
    expect(await failureOf(call())).toMatchObject({ kind: 'api', errorCode: 'NotAvailable', outcomeUnknown: false });
    expect(server.count(method)).toBe(1);
  });

  it.each(
    starting.flatMap(([method, call]) =>
      ['<Result/>', '<Result><Type>Test</Type><Id/></Result>', ''].map((payload) => ({ method, call, payload })),
    ),
  )('by $method, answered without an id ($payload), is made once with its outcome unknown', async ({ method, call, payload }) => {
    server.script(method, ok(payload));
    const error = await failureOf(call());
    expect(error).toMatchObject({ kind: 'answer', answerProblem: 'incomplete', method, outcomeUnknown: true });
    expect(server.count(method)).toBe(1);
  });

  it.each(starting)('by %s does not tell the session of the provider', async (method, call) => {
    server.script(method, echo);
    const error = await failureOf(call());
    expect(error.serverText).toBe('Not with ***');
    expect(JSON.stringify([error, error.stack, logged])).not.toContain(run.providerSessionId);
  });
});

describe('reading activities', () => {
  it.each([
    ['the connection is lost', reset],
    ['OT Platform is not available', apiError('NotAvailable')],
    ['the answer is cut', answer('<A><ErrorCode>Ok</Error')],
  ])('is tried again when %s', async (_, failure) => {
    server.script('SearchBackgroundActivities', failure, ok('<Result><Content><Item><Id>a</Id></Item></Content></Result>'));
    server.script('GetBackgroundActivityInfo', failure, ok('<Result><Id>a</Id></Result>'));
    expect(await client.activities.search([activity.type])).toMatchObject([{ id: 'a' }]);
    expect(await client.activities.info(activity)).toMatchObject({ id: 'a', type: activity.type, steps: [] });
  });

  it('tells what OT Platform says of one that it does not know', async () => {
    server.script('GetBackgroundActivityInfo', apiError('NotFound'));
    expect(await failureOf(client.activities.info(activity))).toMatchObject({ kind: 'api', errorCode: 'NotFound' });
  });

  it('logs a parameter without a name, with no secret in it', async () => {
    server.script('RunOrderUnlinkingFromProvider', ok('<Result><Id>guid</Id></Result>'));
    await client.activities.unlink(order);
    const action = `<Action><Parameters><Parameter>${run.providerSessionId}</Parameter></Parameters></Action>`;
    const steps = `<Steps><Step><Actions>${action}</Actions></Step></Steps>`;
    server.script('GetBackgroundActivityInfo', ok(`<Result>${steps}</Result>`));
    const found = await client.activities.info(activity);
    expect(found.steps[0]?.actions[0]?.parameters).toEqual([]);
    const misfit = { event: 'misfit', element: 'Parameter', expected: 'name', text: '***', count: 1 };
    expect(logged).toContainEqual({ ...misfit, method: 'GetBackgroundActivityInfo' });
  });
});
