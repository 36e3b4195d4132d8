import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOtapiClient, type OtapiClient } from '../../../main/otapi/index.ts';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';

/** Texts that URL encoding, XML or a signature could spoil. */
const awkwardTexts = [
  'a+b c%20d%2Bé&x=1;y',
  '中文 & 顺丰 <b> "q" \'a\' ]]> 😀',
  'first\r\nsecond\rthird\tfourth',
  '100% ++ %% &#65; &amp;',
  ' blanks around ',
];

let platform: PracticePlatform;
let client: OtapiClient;

beforeAll(async () => {
  platform = await startPracticePlatform({ lines: 120, seed: 4, secret: 's+%密 &' });
  const { address, instanceKey, secret, operatorLogin, operatorPassword } = platform;
  client = createOtapiClient({ credentials: { address, instanceKey, secret, operatorLogin, operatorPassword }, language: () => 'zh' });
});

afterAll(async () => {
  client.close();
  await platform.close();
});

async function awaitedLine() {
  const page = await client.lines.search({ statusIds: [4] }, { position: 0, size: 1 });
  const line = page.items[0];
  if (line === undefined) throw new Error('the world has no awaited line');
  return line;
}

describe('a signed call', () => {
  it.each(awkwardTexts)('carries %j there and back', async (comment) => {
    const { orderId, id, quantity } = await awaitedLine();
    await client.lines.changeStatus({ orderId, lineId: id, statusId: 4, comment, quantity });
    const { lines } = await client.orders.details(orderId);
    expect(lines.find((line) => line.id === id)?.operatorComment).toBe(comment);
  });

  it.each([...awkwardTexts.map((text) => text.trim()), '00012345678901234567', '12345678901234567890'])('finds the waybill %j', async (waybill) => {
    const { id } = await awaitedLine();
    platform.control.setLineFields(id, { vendPurchWaybill: waybill });
    const found = await client.lines.search({ waybills: [waybill] }, { position: 0, size: 10 });
    expect(found).toMatchObject({ total: 1, items: [{ id, waybill }] });
  });

  it('may have empty values', async () => {
    const { orderId, id, quantity } = await awaitedLine();
    await client.lines.changeStatus({ orderId, lineId: id, statusId: 4, comment: '', quantity });
    await client.lines.update(orderId, id, {});
    expect((await client.lines.availableStatuses(orderId, id)).map((status) => status.id)).toContain(6);
  });
});
