import { beforeEach, describe, expect, it } from 'vitest';
import type { OtapiClient } from '../../../main/otapi/index.ts';
import { customerMethods } from '../../../main/otapi/methods/customers.ts';
import { recordingCaller, type RecordingCaller } from './recording-caller.ts';

let recording: RecordingCaller;
let customers: OtapiClient['customers'];
beforeEach(() => {
  recording = recordingCaller();
  customers = customerMethods(recording.call, () => Promise.resolve());
});

const reading = (method: string) => ({ method, session: 'operator', kind: 'reading' });

describe('finding customers', () => {
  it.each([
    [{}, '<UserFilterParameters/>'],
    [{ ids: [] }, '<UserFilterParameters/>'],
    [
      { ids: ['1042', '1043'], phone: '+7 1', email: 'a&b@example.com', login: 'ivan' },
      '<UserFilterParameters><Login>ivan</Login><Email>a&amp;b@example.com</Email><Phone>+7 1</Phone>' +
        '<IdList>1042;1043</IdList></UserFilterParameters>',
    ],
  ])('by %j', async (search, userFilter) => {
    recording.payload = '<Result><Content/><TotalCount>0</TotalCount></Result>';
    expect(await customers.find(search, { position: 100, size: 50 })).toEqual({ items: [], total: 0 });
    expect(recording.made).toMatchObject(reading('FindBaseUserInfoListFrame'));
    expect(recording.made?.parameters).toEqual({ userFilter, framePosition: 100, frameSize: 50 });
  });

  it('gives their fields, as they came', async () => {
    recording.payload =
      '<Result><Content><Item><Id><Value>1042</Value></Id><Login>ivan</Login><Email>i@example.com</Email>' +
      '<IsActive>true</IsActive><FirstName>Ivan</FirstName><LastName>Petrov</LastName><MiddleName>S.</MiddleName>' +
      '<PersonalAccountId>77</PersonalAccountId><Phone>007</Phone></Item><Item><Id>1043</Id></Item></Content>' +
      '<TotalCount>2</TotalCount></Result>';
    expect(await customers.find({}, { position: 0, size: 50 })).toEqual({
      items: [
        {
          id: '1042',
          login: 'ivan',
          email: 'i@example.com',
          firstName: 'Ivan',
          lastName: 'Petrov',
          middleName: 'S.',
          phone: '007',
          isActive: true,
        },
        { id: '1043', login: '', email: '', firstName: '', lastName: '', middleName: '', phone: '', isActive: false },
      ],
      total: 2,
    });
    expect(recording.misfits).toEqual([]);
  });
});

describe('the profiles of a customer', () => {
  const place =
    '<CountryCode>RU</CountryCode><Region>Omsk region</Region><City>Omsk</City><Address>Lenina 1</Address>' +
    '<Phone>+7 1</Phone><PostalCode>644000</PostalCode>';
  const names = '<LastName>Petrov</LastName><FirstName>Ivan</FirstName><MiddleName>S.</MiddleName>';
  const namesOfAddresses = '<Familyname>Petrov</Familyname><Name>Ivan</Name><Patername>S.</Patername>';

  it.each([
    ['in Content', `<Result><Content><Item><Id>3</Id>${names}${place}</Item></Content></Result>`],
    ['in the result itself', `<Result><Profile><Id><Value>3</Value></Id>${names}${place}</Profile></Result>`],
    ['with the names of an address', `<Result><Content><Item><Id>3</Id>${namesOfAddresses}${place}</Item></Content></Result>`],
  ])('are read %s', async (_, payload) => {
    recording.payload = payload;
    expect(await customers.profiles('1042')).toEqual([
      {
        id: '3',
        firstName: 'Ivan',
        lastName: 'Petrov',
        middleName: 'S.',
        countryCode: 'RU',
        region: 'Omsk region',
        city: 'Omsk',
        address: 'Lenina 1',
        phone: '+7 1',
        postalCode: '644000',
      },
    ]);
    expect(recording.made).toMatchObject(reading('GetUserProfileInfoListForOperator'));
    expect(recording.made?.parameters).toEqual({ userId: '1042' });
  });
});

describe('the account of a customer', () => {
  it('is told in the internal currency', async () => {
    recording.payload =
      '<Result><Id>77</Id><BalanceInternal>100.25</BalanceInternal><BalanceCust>14</BalanceCust>' +
      '<ReservedInternal>20</ReservedInternal><AvailableInternal>80.25</AvailableInternal><PaymWaitInternal/>' +
      '<CurrencyCodeInternal>CNY</CurrencyCodeInternal><CurrencyCodeCust>USD</CurrencyCodeCust></Result>';
    expect(await customers.account('1042')).toEqual({
      balance: 100.25,
      reserved: 20,
      available: 80.25,
      awaitingPayment: null,
      currency: 'CNY',
    });
    expect(recording.made).toMatchObject(reading('GetAccountInfoForOperator'));
    expect(recording.made?.parameters).toEqual({ customerId: '1042' });
  });
});
