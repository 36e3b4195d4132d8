import { beforeEach, describe, expect, it } from 'vitest';
import { webAddress } from '../../../main/activities/questions/plain-message.ts';
import { activityInfo, answer, step } from './activity-facts.ts';
import { createStartsBench, reasonOf, sentBy, type StartsBench } from './starts-bench.ts';

let bench: StartsBench;
const orderId = 'ORD-0000012345';
beforeEach(async () => {
  bench = await createStartsBench();
  bench.put(orderId, { id: '501' }, { id: '502' });
});

describe('alike questions', () => {
  it('have the same answers in the same order', async () => {
    const q1 = step('Question', 'Line 501: choose', [answer('Option 1', 'x1'), answer('Option 2', 'x2')]);
    const q2 = step('Question', 'Line 502: choose', [answer('Option 2', 'y2'), answer('Option 1', 'y1')]);
    bench.platform.put(activityInfo('a1', { isAwaitingAction: true, steps: [q1, q2] }));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    const reason = await reasonOf(Promise.resolve(bench.activities.calls.answer({ questionIds: bench.view().questions.map(({ id }) => id), action: 0 })));
    expect.soft(reason).toBe('not-alike');
    expect.soft(sentBy(bench)).toEqual([]);
  });

  const pairs: [string, string][] = [
    ['【价格变化】 第1行', '【缺货】 第2行'],
    ['Line 1: "sold out"', 'Line 2: "price is three times as high"'],
    ['Screen 12" is sold out, take 15" instead?', 'Screen 12" costs more, pay for 15" instead?'],
    ['Line 1 <a href="https://x.cn/1">is sold out, leave it out?</a>', 'Line 2 <a href="https://x.cn/2">costs more, accept?</a>'],
    ['Line 1 <a href="https://x.cn/1">goods is sold out, leave it out?', 'Line 2 <a href="https://x.cn/2">goods costs more, accept?'],
    ['Line 1: stock <needed, leave it out?', 'Line 2: stock <wanted but dearer, pay more?'],
    ['Line 1: price changed by +5', 'Line 2: price changed by -5'],
  ];
  it.each(pairs)('other questions are not alike: %s | %s', async (one, other) => {
    const buttons = (n: string) => [answer('Yes', `y${n}`), answer('No', `n${n}`)];
    bench.platform.put(activityInfo('a1', { isAwaitingAction: true, steps: [step('Question', one, buttons('1')), step('Question', other, buttons('2'))] }));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    const groups = bench.view().questions.map(({ group }) => group);
    expect(groups).toHaveLength(2);
    expect(new Set(groups).size).toBe(2);
  });

  it('are none when the same button is an answer here and a link there', async () => {
    const q1 = step('Question', 'Line 501: choose', [answer('Open', 'x1'), answer('Skip', 'x2')]);
    const q2 = step('Question', 'Line 502: choose', [{ kind: 'Link', name: 'Open', parameters: [{ name: 'url', value: 'https://x.cn' }] }, answer('Skip', 'y1')]);
    bench.platform.put(activityInfo('a1', { isAwaitingAction: true, steps: [q1, q2] }));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    await reasonOf(Promise.resolve(bench.activities.calls.answer({ questionIds: bench.view().questions.map(({ id }) => id), action: 0 })));
    expect(sentBy(bench)).toEqual([]);
  });

  it('take the line that is named as such before a number that is equal to an id', async () => {
    bench.put(orderId, { id: '501' }, { id: '502' });
    bench.platform.put(activityInfo('a1', { isAwaitingAction: true, steps: [step('Question', 'Line 12345 - 2: price is 501', [answer('Accept', 'k')])] }));
    await bench.activities.calls.refresh({});
    await bench.pass(3_000);
    expect(bench.view().questions[0]?.line?.lineId).toBe('502');
  });

  it('show no link that cannot be opened afterwards', () => {
    expect(webAddress('https://login.taobao.com@example.com/')).toBeNull();
  });
});
