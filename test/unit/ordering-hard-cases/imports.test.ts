import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportRun } from '../../../preload/contract/index.ts';
import { createOrderingBench, waitForAnswerMs, type OrderingBench } from '../ordering/ordering-bench.ts';
import { lostAnswer } from '../ordering/orders-platform.ts';

const defaults = { deliveryModeId: '12', profileId: '' };
const one = 'reference,item,quantity\nR-1,601000000001,2';
let bench: OrderingBench;

beforeEach(async () => {
  bench = await createOrderingBench();
});

async function open(text: string) {
  return bench.calls.imports.open({ name: 'orders', bytes: new TextEncoder().encode(text) });
}

async function start(id: string, text: string, pays = false): Promise<void> {
  const { id: fileId, mapping } = await open(text);
  await bench.calls.imports.start({ id, fileId, mapping, defaults, pays });
  await bench.settle();
}

async function run(): Promise<ImportRun> {
  return bench.calls.imports.run({ id: 'run' });
}

async function nothingUnderWay(): Promise<void> {
  await expect.poll(async () => (await bench.calls.ordering.view({})).counts.underWay, { timeout: 10_000 }).toBe(0);
}

test('two beginnings at once of the same file send no order twice', async () => {
  const { id: fileId, mapping } = await open(one);
  const begin = (id: string) => bench.calls.imports.start({ id, fileId, mapping, defaults, pays: false });
  await Promise.allSettled([begin('run'), begin('other')]);
  await bench.settle();
  await nothingUnderWay();
  expect(bench.platform.orders.size).toBe(1);
});

test('two orders of one XML file with the same reference are not both sent without a word', async () => {
  const order = '<OrderAddData><Comment>[ref:R-1 ws:aaaaaaaa]</Comment><Items><Item><Id>601000000001</Id><Quantity>1</Quantity></Item></Items></OrderAddData>';
  const { id: fileId, mapping } = await open(`<Orders>${order}${order}</Orders>`);
  const check = await bench.calls.imports.check({ fileId, mapping, defaults, from: 0, limit: 50, only: 'all' });
  expect(check.faulty + check.warned).toBeGreaterThan(0);
});

test('a paying run that was paused while its last order was on its way pays it when it is resumed', async () => {
  const letGo = bench.platform.hold('add');
  await start('run', one, true);
  await bench.calls.imports.pause({ id: 'run' });
  letGo();
  // Between the sendings of a run lies a short pause of the real clock.
  await expect.poll(async () => (await run()).counts, { timeout: 10_000 }).toMatchObject({ same: 1, paid: 0 });
  await bench.calls.imports.resume({ id: 'run' });
  await bench.settle();
  expect((await run()).counts.paid).toBe(1);
});

describe('a run that is stopped while an order is on its way', () => {
  test('leaves nothing waiting for ever when that order turns out not to be made', async () => {
    bench.platform.trouble('add', lostAnswer(), false);
    await start('run', one);
    await bench.calls.imports.stop({ id: 'run' });
    // Between the sendings of a run lies a short pause of the real clock.
    const counts = async () => {
      await bench.pass(waitForAnswerMs);
      return (await run()).counts;
    };
    await expect.poll(counts, { timeout: 4_000 }).toMatchObject({ waiting: 0, underWay: 0 });
    expect((await bench.calls.ordering.view({})).counts.underWay).toBe(0);
    expect((await bench.calls.ordering.usedReferences({ references: ['R-1'] })).used).toEqual([]);
  });

  test('still sends what a person says is to be sent again', async () => {
    for (let times = 0; times < 3; times += 1) bench.platform.trouble('add', lostAnswer(), false);
    await start('run', one);
    const { rows } = await bench.calls.imports.rows({ id: 'run', show: 'all', from: 0, limit: 10 });
    const id = rows[0]?.id ?? '';
    const attempts = async (): Promise<number> => {
      const before = (await bench.calls.ordering.sent({ id })).attempts;
      // No time passes after the last of them, so that it is still on its way when the run is stopped.
      if (before < 3) await bench.pass(waitForAnswerMs);
      return before;
    };
    // Between the sendings of a run lies a short pause of the real clock.
    await expect.poll(attempts, { timeout: 10_000, interval: 250 }).toBe(3);
    await bench.calls.imports.stop({ id: 'run' });
    await expect
      .poll(async () => {
        await bench.pass(waitForAnswerMs);
        return (await bench.calls.ordering.sent({ id })).state;
      }, { timeout: 10_000 })
      .toBe('unsure');
    expect((await run()).state).toBe('stopped');
    await bench.calls.ordering.sendAgain({ id });
    await bench.pass(60_000);
    expect((await bench.calls.ordering.sent({ id })).state).toBe('made');
  });
});
