import { array, assert, property, record, string } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OtapiClient } from '../../../main/otapi/index.ts';
import { activityTypes, linkAddressParameter, stepActionKinds, stepKindOf } from '../../../main/otapi/index.ts';
import { activityFullInfo } from '../../../main/otapi/decode/activity.ts';
import { activityMethods } from '../../../main/otapi/methods/activities.ts';
import { createRedaction, type Redaction } from '../../../main/otapi/redaction.ts';
import { isXmlCharacter } from '../../../main/otapi/xml/entities.ts';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';
import { UnreadableAnswer } from '../../../main/otapi/xml/unreadable-answer.ts';
import { recordingCaller, type RecordingCaller } from './recording-caller.ts';

let recording: RecordingCaller;
let redaction: Redaction;
let activities: OtapiClient['activities'];
beforeEach(() => {
  recording = recordingCaller('<Result><Id>guid</Id></Result>');
  redaction = createRedaction();
  activities = activityMethods(recording.call, redaction);
});

const run = { providerType: 'Taobao', providerSessionId: 'session-7001' };
const orderId = 'ORD-0000012345';
const activity = { type: activityTypes.export, id: 'guid' };

describe('starting an activity', () => {
  const order = `<OrderId>${orderId}</OrderId>`;
  const lines = '<OrderLineIds><Id>501</Id><Id>502</Id></OrderLineIds>';
  const lineIds = ['501', '502'];
  const providerOrderIds = ['2893000111', ' <&> '];
  const providerOrders = '<ProviderOrderIds><Id>2893000111</Id><Id> &lt;&amp;&gt; </Id></ProviderOrderIds>';

  it.each([
    ['an export of lines', () => activities.exportOrder({ ...run, orderId, lineIds }), 'RunOrderExportingToProvider', `${order}${lines}`],
    ['an export of an order', () => activities.exportOrder({ ...run, orderId }), 'RunOrderExportingToProvider', order],
    ['an export of no line by name', () => activities.exportOrder({ ...run, orderId, lineIds: [] }), 'RunOrderExportingToProvider', order],
    ['a synchronisation of orders', () => activities.synchronise({ ...run, orderIds: [orderId, 'ORD-2'] }), 'RunOrdersSynchronizingWithProvider', `<OrderIds><Id>${orderId}</Id><Id>ORD-2</Id></OrderIds>`],
    ['a link of lines', () => activities.link({ ...run, orderId, lineIds, providerOrderIds }), 'RunOrderLinkingWithProvider', `${order}${lines}${providerOrders}`],
    ['a link of an order', () => activities.link({ ...run, orderId, providerOrderIds }), 'RunOrderLinkingWithProvider', `${order}${providerOrders}`],
    ['an unlinking of lines', () => activities.unlink({ ...run, orderId, lineIds }), 'RunOrderUnlinkingFromProvider', `${order}${lines}`],
    ['an unlinking of an order', () => activities.unlink({ ...run, orderId }), 'RunOrderUnlinkingFromProvider', order],
  ])('%s is a changing call of the operator', async (_, start, method, children) => {
    await start();
    expect(recording.made).toMatchObject({ method, session: 'operator', kind: 'changing' });
    expect(recording.made?.parameters).toEqual({ ...run, xmlParameters: `<Parameters>${children}</Parameters>` });
  });

  it.each([undefined, []])('a synchronisation of all orders says so with an empty limit', async (orderIds) => {
    await activities.synchronise({ ...run, ...(orderIds && { orderIds }) });
    expect(recording.made?.parameters).toEqual({ ...run, xmlParameters: '<Parameters/>' });
  });

  it.each(['<Id>guid</Id>', '<Id><Value>guid</Value></Id>'])('answers the type and the id of the activity: %s', async (id) => {
    recording.payload = `<Result><Type>SomethingNew</Type>${id}</Result>`;
    expect(await activities.exportOrder({ ...run, orderId })).toEqual({ type: 'SomethingNew', id: 'guid' });
  });

  it.each([
    ['export', () => activities.exportOrder({ ...run, orderId }), 'ProviderOrdersIntegrationExporting'],
    ['synchronisation', () => activities.synchronise(run), 'ProviderOrdersIntegrationSynchronizing'],
    ['link', () => activities.link({ ...run, orderId, providerOrderIds }), 'ProviderOrdersIntegrationLinking'],
    ['unlinking', () => activities.unlink({ ...run, orderId }), 'ProviderOrdersIntegrationUnlinking'],
  ])('without a type in the answer it is that of the %s', async (_, start, type) => {
    expect(await start()).toEqual({ type, id: 'guid' });
  });

  it.each(['', '<Result/>', '<Result><Type>ProviderOrdersIntegrationExporting</Type><Id> </Id></Result>'])(
    'without an id in the answer it cannot be read: %s',
    async (unreadable) => {
      recording.payload = unreadable;
      await expect(activities.exportOrder({ ...run, orderId })).rejects.toThrow(UnreadableAnswer);
    },
  );

  it('keeps the provider session secret, one that is too short for that aside', async () => {
    await activities.exportOrder({ ...run, orderId });
    await activities.synchronise({ ...run, providerSessionId: '12' });
    expect(redaction.clean('session-7001 has 12 lines')).toBe('*** has 12 lines');
  });
});

describe('reading activities', () => {
  it.each([
    [[], '<BackgroundActivitySearchParameters/>'],
    [['A', 'B'], '<BackgroundActivitySearchParameters><Types><Type>A</Type><Type>B</Type></Types></BackgroundActivitySearchParameters>'],
  ])('of the types %j', async (types, xmlSearchParameters) => {
    recording.payload = '<Result><Content><Item><Id>guid</Id></Item></Content></Result>';
    const found = await activities.search(types);
    expect(recording.made).toMatchObject({ method: 'SearchBackgroundActivities', session: 'operator', kind: 'reading' });
    expect(recording.made?.parameters).toEqual({ xmlSearchParameters });
    expect(found.map(({ id }) => id)).toEqual(['guid']);
  });

  it('one by its type and id, which stand for what the answer does not name', async () => {
    recording.payload = '<Result><Description>Export</Description></Result>';
    const found = await activities.info(activity);
    expect(recording.made).toMatchObject({ method: 'GetBackgroundActivityInfo', session: 'operator', kind: 'reading' });
    expect(recording.made?.parameters).toEqual({ activityType: activity.type, activityId: 'guid' });
    expect(found).toMatchObject({ ...activity, description: 'Export' });
  });

  it('one under the type and id that it names itself', async () => {
    recording.payload = '<Result><Id>other</Id><Type>Other</Type></Result>';
    expect(await activities.info(activity)).toMatchObject({ id: 'other', type: 'Other' });
  });
});

describe('acting on an activity', () => {
  it('takes the type, the id and the action', async () => {
    await activities.doAction(activity, 'Cancel');
    expect(recording.made).toMatchObject({ method: 'DoActionForBackgroundActivity', session: 'operator', kind: 'changing' });
    expect(recording.made?.parameters).toEqual({ activityType: activity.type, activityId: 'guid', actionId: 'Cancel' });
  });

  it('answers a step with the parameters of an action alone', async () => {
    await activities.doStepAction(activity, [
      { name: 'LineId', value: '501' },
      { name: 'a "b"\n<c>', value: ' <Skip> & "go"\r\n' },
    ]);
    expect(recording.made).toMatchObject({ method: 'DoStepActionForBackgroundActivity', session: 'operator', kind: 'changing' });
    expect(recording.made?.parameters).toEqual({
      activityType: activity.type,
      activityId: 'guid',
      xmlParameters:
        '<NamedParameters><Parameter Name="LineId">501</Parameter>' +
        '<Parameter Name="a &quot;b&quot;&#10;&lt;c&gt;"> &lt;Skip&gt; &amp; "go"&#13;\n</Parameter></NamedParameters>',
    });
  });

  it('answers a step without parameters too', async () => {
    await activities.doStepAction(activity, []);
    expect(recording.made?.parameters).toMatchObject({ xmlParameters: '<NamedParameters/>' });
  });

  it('gives named parameters back as they are read', () => {
    const legal = (value: string) => Array.from(value).every((character) => isXmlCharacter(character.codePointAt(0) ?? 0));
    const text = string({ unit: 'binary' }).filter(legal);
    const parameter = record({ name: text.filter((name) => name !== ''), value: text });
    assert(
      property(array(parameter, { minLength: 1 }), (parameters) => {
        void activities.doStepAction(activity, parameters);
        const written = String(recording.made?.parameters['xmlParameters']).replaceAll(/^<NamedParameters>|<\/NamedParameters>$/g, '');
        const action = `<Action><Id>DoStepAction</Id><Parameters>${written}</Parameters></Action>`;
        const answer = `<Result><Steps><Step><Message/><Actions>${action}</Actions></Step></Steps></Result>`;
        const [step] = activityFullInfo(readXml(Buffer.from(answer)), () => {}).steps;
        expect(step?.actions[0]?.parameters).toEqual(parameters);
      }),
    );
  });
});

describe('what a step is', () => {
  it.each([
    ['Info', 'info'],
    ['Information', 'info'],
    ['Success', 'success'],
    ['WARNING', 'warning'],
    [' error ', 'error'],
    ['question', 'question'],
    ['Progress', 'info'],
    ['', 'info'],
  ])('is told by its type %j: %s', (type, kind) => {
    expect(stepKindOf(type)).toBe(kind);
  });

  it('can be answered or opened, by the words of section 4.3', () => {
    expect([stepActionKinds, linkAddressParameter]).toEqual([{ answer: 'DoStepAction', link: 'Link' }, 'url']);
  });
});
