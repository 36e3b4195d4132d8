import { describe, expect, it } from 'vitest';
import { activityFullInfo, activityInfo } from '../../../main/otapi/decode/activity.ts';
import type { Misfit } from '../../../main/otapi/decode/decoder.ts';
import { contentOf } from '../../../main/otapi/decode/page.ts';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';

const noMisfit = (misfit: Misfit) => expect.unreachable(`did not expect ${JSON.stringify(misfit)}`);

function decode(xml: string, report: (misfit: Misfit) => void = noMisfit) {
  return activityFullInfo(readXml(Buffer.from(`<Result>${xml}</Result>`)), report);
}
const stepsOf = (xml: string, report?: (misfit: Misfit) => void) => decode(xml, report).steps;
const messageOf = (content: string) => stepsOf(`<Steps><Step><Message>${content}</Message></Step></Steps>`)[0]?.message;

function parametersOf(parameters: string, report?: (misfit: Misfit) => void) {
  const action = `<Action><Id>DoStepAction</Id><DisplayName>Yes</DisplayName>${parameters}</Action>`;
  return stepsOf(`<Steps><Step><Message/><Actions>${action}</Actions></Step></Steps>`, report)[0]?.actions[0]?.parameters;
}

const guid = '0c9d9a6e-0000-4000-8000-00000000000a';
const wholeActivity = `
  <Id>${guid}</Id><Type>ProviderOrdersIntegrationExporting</Type>
  <Description>Export of order ORD-0000012345</Description><IsFinished>false</IsFinished><IsCancelled>false</IsCancelled>
  <IsAwaitingAction>true</IsAwaitingAction><ProgressPercent>40</ProgressPercent><WorkTime>12500</WorkTime>
  <Actions><Action><Id>Cancel</Id><DisplayName>Cancel</DisplayName></Action>
   <Action><Id>Continue</Id><DisplayName>Continue</DisplayName></Action></Actions>
  <StartTime>2024-05-08T10:00:00</StartTime><SomethingNew>1</SomethingNew>
  <Steps><Step><Type>Info</Type><Message>Checking goods</Message><TimeFromStart>300</TimeFromStart><Actions/></Step>
  <Step><Type>Question</Type><Message>Line 1: price changed</Message><TimeFromStart>2400</TimeFromStart>
 <Actions><Action><Id>DoStepAction</Id><DisplayName>Accept new price</DisplayName>
  <Parameters><Parameter Name="Key">accept-501</Parameter></Parameters></Action>
  <Action><Id>Link</Id><DisplayName>Show</DisplayName>
  <Parameters><Parameter Name="url">https://item.example/1?a=1&amp;b=2</Parameter></Parameters></Action></Actions></Step></Steps>`;

describe('an activity', () => {
  it('has all its fields and steps', () => {
    expect(decode(wholeActivity)).toEqual({
      type: 'ProviderOrdersIntegrationExporting',
      id: guid,
      description: 'Export of order ORD-0000012345',
      isFinished: false,
      isCancelled: false,
      isAwaitingAction: true,
      progressPercent: 40,
      workTimeMs: 12_500,
      startTime: '2024-05-08T10:00:00',
      actions: [
        { id: 'Cancel', name: 'Cancel' },
        { id: 'Continue', name: 'Continue' },
      ],
      steps: [
        { type: 'Info', message: 'Checking goods', timeFromStartMs: 300, actions: [] },
        {
          type: 'Question',
          message: 'Line 1: price changed',
          timeFromStartMs: 2_400,
          actions: [
            { kind: 'DoStepAction', name: 'Accept new price', parameters: [{ name: 'Key', value: 'accept-501' }] },
            { kind: 'Link', name: 'Show', parameters: [{ name: 'url', value: 'https://item.example/1?a=1&b=2' }] },
          ],
        },
      ],
    });
  });

  it('has its ids in a Value too', () => {
    const activity = decode(
      `<Id><Value>${guid}</Value></Id><Actions><Action><Id><Value>Cancel</Value></Id></Action></Actions>` +
        '<Steps><Step><Actions><Action><Id><Value>DoStepAction</Value></Id></Action></Actions></Step></Steps>',
    );
    expect(activity.id).toBe(guid);
    expect(activity.actions).toEqual([{ id: 'Cancel', name: '' }]);
    expect(activity.steps[0]?.actions).toEqual([{ kind: 'DoStepAction', name: '', parameters: [] }]);
  });

  it.each(['', '<ProgressPercent/><WorkTime/><Actions/><Steps/>'])('with nothing but its id is empty, not broken: %s', (rest) => {
    expect(decode(`<Id>7</Id>${rest}`)).toEqual({
      type: '',
      id: '7',
      description: '',
      isFinished: false,
      isCancelled: false,
      isAwaitingAction: false,
      progressPercent: null,
      workTimeMs: null,
      startTime: '',
      actions: [],
      steps: [],
    });
  });

  it('keeps types, kinds and names that nobody knows', () => {
    const activity = decode(
      '<Type>BulkSearching</Type><Steps><Step><Type>Progress Note</Type>' +
        '<Actions><Action><Id>Upload</Id></Action></Actions></Step></Steps>',
    );
    expect(activity).toMatchObject({
      type: 'BulkSearching',
      steps: [{ type: 'Progress Note', message: '', timeFromStartMs: null, actions: [{ kind: 'Upload' }] }],
    });
  });

  it('tells of values that do not fit and keeps the rest', () => {
    const misfits: Misfit[] = [];
    const activity = decode(
      '<Id>7</Id><IsFinished>perhaps</IsFinished><ProgressPercent>half</ProgressPercent><Steps>soon</Steps>' +
        '<Actions><Foo>1</Foo><Bar>2</Bar></Actions>',
      (misfit) => misfits.push(misfit),
    );
    expect(activity).toMatchObject({ id: '7', isFinished: false, progressPercent: null, actions: [], steps: [] });
    expect(misfits).toEqual([
      { element: 'IsFinished', expected: 'flag', text: 'perhaps' },
      { element: 'ProgressPercent', expected: 'integer', text: 'half' },
      { element: 'Actions', expected: 'list', text: 'Foo Bar' },
    ]);
  });

  it('is one of a list', () => {
    const list = (content: string) => contentOf(activityInfo)(readXml(Buffer.from(`<Result>${content}</Result>`)), noMisfit);
    const [first, second, ...others] = list(`<Content><Item>${wholeActivity}</Item><Item><Id><Value>b</Value></Id></Item></Content>`);
    expect(first).toMatchObject({ id: guid, isAwaitingAction: true });
    expect(first).not.toHaveProperty('steps');
    expect(second?.id).toBe('b');
    expect(others).toEqual([]);
    for (const none of ['', '<Content/>', '<Content>\n</Content>']) expect(list(none)).toEqual([]);
  });
});

describe('the steps of an activity', () => {
  const step = (message: string) => `<Type>Info</Type><Message>${message}</Message>`;

  it.each([
    ['a wrapper with children', `<Steps><Step>${step('a')}</Step><Step>${step('b')}</Step></Steps>`, ['a', 'b']],
    ['a wrapper with one child', `<Steps><Step>${step('a')}</Step></Steps>`, ['a']],
    ['the usual name of a child', `<Steps><Item>${step('a')}</Item></Steps>`, ['a']],
    ['another name of the children', `<Steps><ActivityStep>${step('a')}</ActivityStep></Steps>`, ['a']],
    ['the wrapper repeated', `<Steps>${step('a')}</Steps><Steps>${step('b')}</Steps>`, ['a', 'b']],
    ['the wrapper as the only item', `<Steps>${step('a')}</Steps>`, ['a']],
    ['an empty wrapper', '<Steps/>', []],
    ['nothing', '', []],
  ])('are read from %s', (_, xml, messages) => {
    expect(stepsOf(xml).map(({ message }) => message)).toEqual(messages);
  });

  it.each([
    ['white space', '  Line 1:\n\tprice \n', '  Line 1:\n\tprice \n'],
    ['escaped HTML', '&lt;b&gt;5 &amp;lt; 6&lt;/b&gt;', '<b>5 &lt; 6</b>'],
    ['CDATA', '<![CDATA[ <a href="https://a.example/?x=1&y=2">order</a>\n]]>', ' <a href="https://a.example/?x=1&y=2">order</a>\n'],
    ['CDATA among text', 'a &amp; <![CDATA[<b>&amp;</b>]]> c', 'a & <b>&amp;</b> c'],
    ['characters by their number', '&#20215;&#26684; &#128512;', '价格 😀'],
    ['nothing', '', ''],
  ])('keep the text of a message: %s', (_, content, message) => {
    expect(messageOf(content)).toBe(message);
  });

  it.each([
    ['among text', ' one <b>two</b>\nthree<br/> four ', ' one <b>two</b>\nthree<br/> four '],
    ['with attributes', 'see <a href="https://a.example/?x=1&amp;y=&quot;2&quot;">it</a>', 'see <a href="https://a.example/?x=1&amp;y=&quot;2&quot;">it</a>'],
    ['with text that is escaped in HTML', '5 &lt; 6 &amp; <i>7 &gt; 6</i>', '5 &lt; 6 &amp; <i>7 &gt; 6</i>'],
    ['nested, with a prefix', '<x:p xmlns:x="urn:x">a<x:b>b<i>c</i></x:b></x:p>', '<p>a<b>b<i>c</i></b></p>'],
  ])('give mark-up that was not escaped as HTML, in its place: %s', (_, content, message) => {
    expect(messageOf(content)).toBe(message);
  });
});

describe('named parameters', () => {
  const line = { name: 'LineId', value: '501' };
  const answer = { name: 'Answer', value: 'Skip' };
  const child = '<Name>LineId</Name><Value>501</Value>';

  it.each([
    ['section 4.3', '<Parameters><Parameter Name="LineId">501</Parameter><Parameter Name="Answer">Skip</Parameter></Parameters>', [line, answer]],
    ['one child', '<Parameters><Parameter Name="LineId">501</Parameter></Parameters>', [line]],
    ['children with name and value', `<Parameters><Parameter>${child}</Parameter></Parameters>`, [line]],
    ['an attribute and a value', '<Parameters><Parameter Name="LineId"><Value>501</Value></Parameter></Parameters>', [line]],
    ['the usual name of a child', '<Parameters><Item Name="LineId">501</Item></Parameters>', [line]],
    ['another name of the child', '<Parameters><NamedParameter Name="LineId">501</NamedParameter></Parameters>', [line]],
    ['the wrapper repeated', '<Parameters Name="LineId">501</Parameters><Parameters Name="Answer">Skip</Parameters>', [line, answer]],
    ['the wrapper as the only one', '<Parameters Name="LineId">501</Parameters>', [line]],
    ['the wrapper as the only one, with children', `<Parameters>${child}</Parameters>`, [line]],
    ['an empty value', '<Parameters><Parameter Name="Answer"/></Parameters>', [{ name: 'Answer', value: '' }]],
    ['the same name twice', '<Parameters><Parameter Name="Answer">Skip</Parameter><Parameter Name="Answer">Skip</Parameter></Parameters>', [answer, answer]],
    ['an empty wrapper', '<Parameters/>', []],
    ['a wrapper with blanks', '<Parameters>\n </Parameters>', []],
    ['nothing', '', []],
  ])('are read from %s', (_, xml, parameters) => {
    expect(parametersOf(xml)).toEqual(parameters);
  });

  it('keep their blanks and line breaks', () => {
    expect(parametersOf('<Parameters><Parameter Name=" a&#10;b ">\n one <![CDATA[<two>]]> </Parameter></Parameters>')).toEqual([
      { name: ' a\nb ', value: '\n one <two> ' },
    ]);
  });

  it.each(['<Parameter>lost</Parameter>', '<Parameter Name="">lost</Parameter>', '<Parameter><Value>lost</Value></Parameter>'])(
    'without a name are left out and told: %s',
    (nameless) => {
      const misfits: Misfit[] = [];
      const xml = `<Parameters>${nameless}<Parameter Name="Answer">Skip</Parameter></Parameters>`;
      expect(parametersOf(xml, (misfit) => misfits.push(misfit))).toEqual([answer]);
      expect(misfits).toEqual([{ element: 'Parameter', expected: 'name', text: 'lost' }]);
    },
  );
});
