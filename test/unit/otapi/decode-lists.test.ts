import { describe, expect, it } from 'vitest';
import { list, type Misfit } from '../../../main/otapi/decode/decoder.ts';
import { decodeEnvelope } from '../../../main/otapi/decode/envelope.ts';
import { processLogRecord, providerInfo, providerSession, resultList } from '../../../main/otapi/decode/lists.ts';
import { contentOf } from '../../../main/otapi/decode/page.ts';
import { statusName } from '../../../main/otapi/decode/status.ts';
import { id } from '../../../main/otapi/decode/values.ts';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';
import { UnreadableAnswer } from '../../../main/otapi/xml/unreadable-answer.ts';

const read = (xml: string) => readXml(Buffer.from(xml));
const ignore = () => {};

describe('a list', () => {
  const statuses = list('X', 'Child', statusName);
  const decode = (xml: string) => statuses(read(`<A>${xml}</A>`), ignore).map((status) => status.id);
  const status = (number: number) => `<Id>${number}</Id><Name>n</Name>`;

  it.each([
    ['a wrapper with children', `<X><Child>${status(1)}</Child><Child>${status(2)}</Child></X>`, [1, 2]],
    ['a wrapper with one child', `<X><Child>${status(1)}</Child></X>`, [1]],
    ['the usual name of a child', `<X><Item>${status(1)}</Item></X>`, [1]],
    ['another name of the children', `<X><Other>${status(1)}</Other><Other>${status(2)}</Other></X>`, [1, 2]],
    ['the wrapper repeated', `<X>${status(1)}</X><X>${status(2)}</X>`, [1, 2]],
    ['the wrapper as the only item', `<X>${status(1)}</X>`, [1]],
    ['an empty wrapper', '<X/>', []],
    ['a wrapper with blanks', '<X>\n</X>', []],
    ['nothing', '', []],
  ])('is read from %s', (_, xml, ids) => {
    expect(decode(xml)).toEqual(ids);
  });

  it('that makes no sense is empty and told', () => {
    const misfits: Misfit[] = [];
    expect(statuses(read('<A><X><Foo>1</Foo><Bar>2</Bar></X></A>'), (misfit) => misfits.push(misfit))).toEqual([]);
    expect(misfits).toEqual([{ element: 'X', expected: 'list', text: 'Foo Bar' }]);
  });
});

describe('the result of a list method', () => {
  const statuses = resultList('SalesLineStatusInfo', statusName);

  it('is read as section 7.2 shows it', () => {
    const root = read(`<SalesLineStatusInfoListAnswer xmlns="http://services.opentao.net"><ErrorCode>Ok</ErrorCode><SubErrorCode/>
      <RequestId>6f0b3a52-0000-4000-8000-000000000004</RequestId><RequestTime>2.4</RequestTime>
      <Result><SalesLineStatusInfo><Id>6</Id><Name>Received</Name></SalesLineStatusInfo></Result></SalesLineStatusInfoListAnswer>`);
    expect(statuses(root, ignore)).toEqual([{ id: 6, name: 'Received' }]);
  });

  it('is read from Content/Item too', () => {
    const root = read('<A><Result><Content><Item><Id>6</Id><Name>Received</Name></Item></Content></Result></A>');
    expect(statuses(root, ignore)).toEqual([{ id: 6, name: 'Received' }]);
  });

  it('holds the changes of a line', () => {
    const root = read(
      '<A><Result><SalesLineProcLogInfo><LogDate>2024-05-08</LogDate><LogTime>10:00</LogTime><OperatorName>Olga</OperatorName>' +
        '<FieldName>Status</FieldName><OldStatus>Ordered</OldStatus><NewStatus>Received</NewStatus></SalesLineProcLogInfo></Result></A>',
    );
    expect(resultList('SalesLineProcLogInfo', processLogRecord)(root, ignore)).toMatchObject([
      { date: '2024-05-08', operatorName: 'Olga', previousStatus: 'Ordered', newStatus: 'Received', customerName: '' },
    ]);
  });
});

describe('providers', () => {
  it('are read with what they offer for orders, if anything', () => {
    const result = read(
      '<Result><Content><Item><Type>Taobao</Type><DisplayName>Taobao</DisplayName><CurrencyCode>CNY</CurrencyCode>' +
        '<IsEnabled>true</IsEnabled><OrdersIntegration><IsAvailable>true</IsAvailable><IsEnabled>true</IsEnabled>' +
        '<IsSessionRequired>true</IsSessionRequired><AllowCancelOrders>false</AllowCancelOrders></OrdersIntegration></Item>' +
        '<Item><Type>Warehouse</Type></Item></Content></Result>',
    );
    expect(contentOf(providerInfo)(result, ignore)).toEqual([
      {
        type: 'Taobao',
        displayName: 'Taobao',
        currencyCode: 'CNY',
        isEnabled: true,
        ordersIntegration: { isAvailable: true, isEnabled: true, isSessionRequired: true, allowCancelOrders: false },
      },
      {
        type: 'Warehouse',
        displayName: '',
        currencyCode: '',
        isEnabled: false,
        ordersIntegration: { isAvailable: false, isEnabled: false, isSessionRequired: false, allowCancelOrders: false },
      },
    ]);
  });
});

describe('values', () => {
  it.each(['<Id>guid</Id>', '<Id><Value>guid</Value></Id>', '<Id>\n <Value>guid</Value>\n</Id>'])('an id: %s', (xml) => {
    expect(id(read(xml), ignore)).toBe('guid');
  });
});

describe('the envelope', () => {
  it('is read as section 1.5 shows it, whatever the root is called', () => {
    const root = read(`<?xml version="1.0" encoding="utf-8"?>
<VoidOtapiAnswer xmlns="http://services.opentao.net">
  <ErrorCode>SessionExpired</ErrorCode>
  <ErrorDescription>Session is not valid any more</ErrorDescription>
  <SubErrorCode>SessionExpired</SubErrorCode>
  <RequestId>6f0b3a52-0000-4000-8000-000000000001</RequestId>
  <RequestTime>3.1</RequestTime>
</VoidOtapiAnswer>`);
    const envelope = {
      errorCode: 'SessionExpired',
      subErrorCode: 'SessionExpired',
      description: 'Session is not valid any more',
      requestId: '6f0b3a52-0000-4000-8000-000000000001',
    };
    expect(decodeEnvelope(root)).toEqual(envelope);
    expect(decodeEnvelope({ ...root, name: 'AnythingElse' })).toEqual(envelope);
  });

  it('takes a sub-code in a Value', () => {
    const root = read('<A><ErrorCode>AccessDenied</ErrorCode><SubErrorCode><Value>InvalidTimestamp</Value></SubErrorCode></A>');
    expect(decodeEnvelope(root).subErrorCode).toBe('InvalidTimestamp');
  });

  it('must have an ErrorCode', () => {
    expect(() => decodeEnvelope(read('<A><Result/></A>'))).toThrow(UnreadableAnswer);
  });
});

describe('the provider sessions of section 3.1', () => {
  const decode = (items: string) => contentOf(providerSession)(read(`<Result><Content>${items}</Content></Result>`), ignore);

  it.each([
    ['with a balance', '<Id>7001</Id><Name>buyer_nick_1</Name><Balance><Amount>120.5</Amount><CurrencyCode>CNY</CurrencyCode></Balance>', { amount: 120.5, currency: 'CNY' }],
    ['without one', '<Id>7001</Id><Name>buyer_nick_1</Name>', null],
    ['with an empty one', '<Id><Value>7001</Value></Id><Name>buyer_nick_1</Name><Balance/>', null],
    ['with a balance of nothing', '<Id>7001</Id><Name>buyer_nick_1</Name><Balance><Amount>0</Amount></Balance>', { amount: 0, currency: '' }],
  ])('are read %s', (_, xml, balance) => {
    expect(decode(`<Item>${xml}</Item>`)).toEqual([{ id: '7001', name: 'buyer_nick_1', balance }]);
  });

  it('are read when there is none', () => {
    expect(decode('')).toEqual([]);
  });
});
