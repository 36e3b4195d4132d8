import { describe, expect, test } from 'vitest';
import { startDoubts, type StartRequest } from '../../../preload/contract/activity-starts.ts';
import type { Result, StationError } from '../../../preload/contract/call.ts';
import type { PlannedStart } from '../../../renderer/starts/plan-starts.ts';
import { createStarter, doubtOf } from '../../../renderer/starts/starter.ts';

type Answer = Result<{ activity: { type: string; id: string } | null }>;

const begun: Answer = { ok: true, value: { activity: { type: 'Export', id: 'A-1' } } };
const lost: Answer = { ok: true, value: { activity: null } };
const refusedFor = (reason: string): Answer => ({ ok: false, error: { code: 'conflict', details: { reason } } });

function planned(order: string): PlannedStart {
  return {
    content: { kind: 'export', orderId: order, lineIds: [], accountId: 'a' },
    orders: [{ id: order, number: order }],
    accountName: 'wang_01',
    unbinds: [],
  };
}

/** A starter whose main gives these answers, one after the other. */
function openStarter(...answers: Answer[]) {
  const requests: Pick<StartRequest, 'requestId' | 'despite'>[] = [];
  let ids = 0;
  const told: string[] = [];
  const starter = createStarter({
    activities: {
      start: async (request) => {
        requests.push({ requestId: request.requestId, despite: [...(request.despite ?? [])] });
        return answers.shift() ?? begun;
      },
    },
    newId: () => `id-${(ids += 1)}`,
    onBegun: ({ id }) => told.push(id),
  });
  const states = () => starter.runs().map(({ state }) => state);
  const key = () => starter.runs()[0]?.key ?? '';
  return { starter, requests, told, states, key };
}

describe('starts', () => {
  test('go one after the other, and a second click meanwhile starts nothing', async () => {
    const { starter, requests, states, told } = openStarter();
    const first = starter.begin([planned('1'), planned('2')]);
    expect(states()).toEqual(['sending', 'waiting']);
    await starter.begin([planned('1'), planned('2')]);
    await first;
    expect(requests.map(({ requestId }) => requestId)).toEqual(['id-1', 'id-2']);
    expect(states()).toEqual(['begun', 'begun']);
    expect(told).toEqual(['A-1', 'A-1']);
  });

  test('of the same content carry the same id until it is known how it went', async () => {
    const { starter, requests } = openStarter({ ok: false, error: { code: 'network' } }, begun, begun);
    for (let times = 0; times < 3; times += 1) await starter.begin([planned('1')]);
    expect(requests.map(({ requestId }) => requestId)).toEqual(['id-1', 'id-1', 'id-2']);
  });

  test('that failed can be tried again with what was chosen', async () => {
    const { starter, requests, states, key } = openStarter({ ok: false, error: { code: 'server' } });
    await starter.begin([planned('1')]);
    expect(states()).toEqual(['failed']);
    await starter.retry(key());
    expect(states()).toEqual(['begun']);
    expect(requests.map(({ requestId }) => requestId)).toEqual(['id-1', 'id-1']);
    await starter.retry(key());
    expect(requests).toHaveLength(2);
  });

  test('in doubt wait for a person, who may name one doubt after the other', async () => {
    const { starter, requests, states, key } = openStarter(refusedFor('session-over'), refusedFor('under-way'));
    await starter.begin([planned('1'), planned('2')]);
    expect(states()).toEqual(['doubt', 'doubt']);
    await starter.accept(key());
    expect(states()).toEqual(['begun', 'doubt']);
    expect(requests.at(-1)).toEqual({ requestId: 'id-1', despite: ['session-over'] });

    const twice = openStarter(refusedFor('session-over'), refusedFor('under-way'));
    await twice.starter.begin([planned('1')]);
    await twice.starter.accept(twice.key());
    await twice.starter.accept(twice.key());
    expect(twice.requests.at(-1)).toEqual({ requestId: 'id-1', despite: ['session-over', 'under-way'] });
    expect(twice.states()).toEqual(['begun']);
  });

  test('whose answer was lost are neither begun nor failed', async () => {
    const { starter, states, told, requests } = openStarter(lost);
    await starter.begin([planned('1')]);
    expect(states()).toEqual(['unknown']);
    expect(told).toEqual([]);
    await starter.begin([planned('1')]);
    expect(requests.map(({ requestId }) => requestId)).toEqual(['id-1', 'id-2']);
  });

  test('are read away by the person, but not while they are under way', async () => {
    const { starter } = openStarter();
    const under = starter.begin([planned('1')]);
    starter.clear();
    expect(starter.runs()).toHaveLength(1);
    await under;
    starter.clear();
    expect(starter.runs()).toEqual([]);
  });
});

describe('a doubt', () => {
  test.each(startDoubts)('is %s', (reason) => {
    expect(doubtOf({ code: 'conflict', details: { reason } })).toBe(reason);
  });

  test.each<StationError>([
    { code: 'conflict', details: { reason: 'no-session' } },
    { code: 'conflict', details: { reason: 'toString' } },
    { code: 'conflict' },
    { code: 'network', details: { reason: 'under-way' } },
  ])('is not %o', (error) => {
    expect(doubtOf(error)).toBeNull();
  });
});
