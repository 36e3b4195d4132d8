import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportRun } from '../../../preload/contract/index.ts';
import { createOrderingBench, waitForAnswerMs, type OrderingBench } from './ordering-bench.ts';
import { lostAnswer, noNetwork } from './orders-platform.ts';

let bench: OrderingBench;
const defaults = { deliveryModeId: '12', profileId: '' };
const csv = [
  'reference,item,configuration,quantity',
  'R-1,601000000001,4001,2',
  'R-1,601000000002,,1',
  'R-2,602000000001,,3',
  'R-3,,,1',
  'R-4,604000000001,,1',
].join('\n');

beforeEach(async () => {
  bench = await createOrderingBench();
});

async function open(text = csv) {
  return bench.calls.imports.open({ name: 'orders.csv', bytes: new TextEncoder().encode(text) });
}

async function start(id: string, { pays = false, text = csv } = {}): Promise<ImportRun> {
  const { id: fileId, mapping } = await open(text);
  await bench.calls.imports.start({ id, fileId, mapping, defaults, pays });
  await bench.settle();
  return run(id);
}

async function run(id: string): Promise<ImportRun> {
  return bench.calls.imports.run({ id });
}

/** Between the orders of a run lies a short pause of the real clock. */
async function ended(id: string): Promise<ImportRun> {
  await expect.poll(async () => (await run(id)).state, { timeout: 20_000 }).toBe('ended');
  return run(id);
}

describe('a file', () => {
  test('is kept byte for byte, and its columns are understood', async () => {
    const file = await open();
    expect(file).toMatchObject({ name: 'orders.csv', format: 'csv', sentBefore: null, isRemembered: false });
    expect(file.mapping).toEqual({ reference: 0, item: 1, configurationId: 2, quantity: 3 });
    await bench.calls.imports.start({ id: 'run', fileId: file.id, mapping: file.mapping, defaults, pays: false });
    await bench.calls.imports.saveFile({ id: 'run' });
    expect(new TextDecoder().decode(bench.saved.get('orders.csv'))).toBe(csv);
  });

  test('that cannot be read is refused with the reason', async () => {
    await expect(bench.calls.imports.open({ name: 'a.xml', bytes: new TextEncoder().encode('<!DOCTYPE x><a/>') })).rejects.toMatchObject({
      error: { code: 'invalid-file', details: { file: expect.stringContaining('xml') } },
    });
  });

  test('is checked order by order before anything is sent', async () => {
    const { id: fileId, mapping } = await open();
    const check = await bench.calls.imports.check({ fileId, mapping, defaults, from: 0, limit: 50, only: 'all' });
    expect(check).toMatchObject({ orders: 4, lines: 5, faulty: 1, warned: 0, next: null });
    expect(check.shown.map(({ rows }) => rows)).toEqual([[2, 3], [4], [5], [6]]);
    const faulty = await bench.calls.imports.check({ fileId, mapping, defaults, from: 0, limit: 50, only: 'faulty' });
    expect(faulty.shown).toMatchObject([{ position: 2, faults: [{ line: 0, field: 'item', fault: 'item-empty' }] }]);
    expect(bench.platform.calls).toEqual([]);
  });

  test('of XML has an error in the second of two orders with the same reference', async () => {
    const order = (mark: string) =>
      `<OrderAddData><Comment>[ref:R-1 ws:${mark}]</Comment><Items><Item><Id>601000000001</Id><Quantity>1</Quantity></Item></Items></OrderAddData>`;
    const file = await open(`<Orders>${order('aaaaaaaa')}${order('bbbbbbbb')}</Orders>`);
    const check = await bench.calls.imports.check({ fileId: file.id, mapping: {}, defaults, from: 0, limit: 50, only: 'all' });
    expect(check.shown.map(({ faults }) => faults)).toEqual([
      [],
      [{ level: 'error', line: null, field: 'reference', fault: 'reference-repeated', details: { earlier: 1 } }],
    ]);
  });

  test('has to tell item and quantity', async () => {
    const { id: fileId } = await open();
    await expect(bench.calls.imports.check({ fileId, mapping: { item: 1 }, defaults, from: 0, limit: 1, only: 'all' })).rejects.toMatchObject({
      error: { details: { reason: 'mapping-incomplete' } },
    });
  });

  test('is recognised when it was sent before, and its references are not sent again', async () => {
    await start('run');
    await ended('run');
    const again = await open();
    expect(again).toMatchObject({ isRemembered: true, sentBefore: { number: 1 } });
    const check = await bench.calls.imports.check({ fileId: again.id, mapping: again.mapping, defaults, from: 0, limit: 50, only: 'all' });
    expect(check.faulty).toBe(4);
    expect(check.shown[0]?.faults).toMatchObject([{ level: 'error', fault: 'reference-used', details: { orderNumber: '20001' } }]);
    await expect(
      bench.calls.imports.start({ id: 'again', fileId: again.id, mapping: again.mapping, defaults, pays: false }),
    ).rejects.toMatchObject({ error: { details: { reason: 'nothing-to-send' } } });
  });
});

describe('a run', () => {
  test('makes every right order once, and says which were not', async () => {
    await start('run');
    expect((await ended('run')).counts).toMatchObject({ orders: 4, same: 3, invalid: 1, waiting: 0 });
    const { rows } = await bench.calls.imports.rows({ id: 'run', show: 'all', from: 0, limit: 100 });
    expect(rows.map(({ reference, state, rows: numbers }) => [reference, state, numbers])).toEqual([
      ['R-1', 'made', [2, 3]],
      ['R-2', 'made', [4]],
      ['R-3', 'invalid', [5]],
      ['R-4', 'made', [6]],
    ]);
    expect(bench.platform.orders.size).toBe(3);
  });

  test('begins once for the same request', async () => {
    await start('run');
    const { id: fileId, mapping } = await open();
    await bench.calls.imports.start({ id: 'run', fileId, mapping, defaults, pays: false });
    await ended('run');
    expect(bench.platform.orders.size).toBe(3);
  });

  test('begins once for the same request twice at the same moment', async () => {
    const { id: fileId, mapping } = await open();
    const request = { id: 'run', fileId, mapping, defaults, pays: false };
    await Promise.all([bench.calls.imports.start(request), bench.calls.imports.start(request)]);
    await ended('run');
    expect(bench.platform.orders.size).toBe(3);
  });

  test('pays what is as it was sent; what differs only after a person has accepted it', async () => {
    bench.platform.make = ({ quantity }) => ({ quantity: Math.min(quantity, 2) });
    await start('run', { pays: true });
    expect((await ended('run')).counts).toMatchObject({ same: 2, differs: 1, paid: 2 });
    await bench.calls.imports.accept({ id: 'run', sentIds: null });
    await bench.settle();
    expect((await ended('run')).counts).toMatchObject({ differs: 0, accepted: 1, paid: 3 });
    expect(bench.platform.done.filter((call) => call.startsWith('reserve'))).toHaveLength(3);
  });

  test('stops for the network and goes on by itself; a lost order holds up nobody', async () => {
    bench.platform.trouble('add', lostAnswer(), false);
    await start('run');
    await expect.poll(async () => (await run('run')).counts).toMatchObject({ same: 2, underWay: 1 });
    bench.platform.failure = noNetwork();
    await bench.pass(waitForAnswerMs);
    bench.platform.failure = null;
    bench.ordering.online(true);
    await bench.settle();
    expect((await ended('run')).counts).toMatchObject({ same: 3 });
    expect(bench.platform.orders.size).toBe(3);
  });

  test('sends nothing more after a lost answer while OT Platform cannot be searched', async () => {
    bench.platform.trouble('add', lostAnswer(), false);
    bench.platform.unsearchable = true;
    await start('run');
    expect(await run('run')).toMatchObject({ state: 'waiting', counts: { waiting: 2, underWay: 1 } });
    expect(bench.platform.calls.filter((call) => call.startsWith('add'))).toHaveLength(1);
    bench.platform.unsearchable = false;
    bench.ordering.online(true);
    await bench.settle();
    await bench.pass(waitForAnswerMs);
    expect((await ended('run')).counts).toMatchObject({ same: 3 });
    expect(bench.platform.orders.size).toBe(3);
  });

  test('says that it waits, and why', async () => {
    bench.platform.failure = noNetwork();
    await start('run');
    expect(await run('run')).toMatchObject({ state: 'waiting', error: { code: 'network' } });
  });

  test('stands still while it is paused, across a restart too', async () => {
    bench.platform.failure = noNetwork();
    await start('run');
    await bench.calls.imports.pause({ id: 'run' });
    bench.platform.failure = null;
    await bench.restart();
    bench.ordering.online(true);
    await bench.settle();
    expect(await run('run')).toMatchObject({ state: 'paused', counts: { waiting: 3 } });
    await bench.calls.imports.resume({ id: 'run' });
    await bench.settle();
    expect((await ended('run')).counts).toMatchObject({ same: 3 });
  });

  test('that is stopped sends nothing more', async () => {
    bench.platform.failure = noNetwork();
    await start('run');
    expect(await bench.calls.imports.stop({ id: 'run' })).toMatchObject({ state: 'stopped', counts: { stopped: 3, waiting: 0 } });
    bench.platform.failure = null;
    bench.ordering.online(true);
    await bench.settle();
    expect(bench.platform.orders.size).toBe(0);
    expect(() => bench.calls.imports.resume({ id: 'run' })).toThrow(expect.objectContaining({ error: expect.objectContaining({ details: { reason: 'run-ended' } }) }));
  });
});

test('a report is written as the page has put it into words', async () => {
  await start('run');
  await ended('run');
  const report = { id: 'run', columns: ['Row', 'Result'], rows: [[2, 'made'], [5, '=mistake']] };
  expect(await bench.calls.imports.saveReport({ ...report, format: 'csv' })).toEqual({ saved: true, name: 'orders-report.csv' });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bench.saved.get('orders-report.csv'));
  expect(text.startsWith('\uFEFFRow,Result')).toBe(true);
  expect(text).not.toMatch(/,=mistake/);
  await bench.calls.imports.saveReport({ ...report, format: 'xlsx' });
  expect([...(bench.saved.get('orders-report.xlsx') ?? [])].slice(0, 2)).toEqual([0x50, 0x4b]);
});
