import { beforeEach, describe, expect, it } from 'vitest';
import { createAccountsBench, type AccountsBench } from './accounts-bench.ts';
import { networkFailure, providerInfo, providerSession } from './provider-platform.ts';

const hour = 3_600_000;
let bench: AccountsBench;

beforeEach(async () => {
  bench = await createAccountsBench();
});

const fault = (reason: string) => expect.objectContaining({ error: expect.objectContaining({ details: { reason } }) as unknown });

describe('the session with which something is about to start', () => {
  const session = (name: string) => bench.accounts.liveSession(bench.account(name).id);

  it('is the one that OT Platform lists at that moment, with the end by our count', async () => {
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    await bench.accounts.calls.refresh({});
    bench.platform.sessions.set('Taobao', [providerSession('s2', 'WANG_01')]);
    bench.time.advance(hour);
    expect(await session('wang_01')).toEqual({ id: 's2', endsAt: bench.time.now() + 24 * hour });
    expect(bench.secrets).toContain('s2');
    expect(JSON.stringify(bench.view())).not.toContain('s2');
  });

  it('is the one whose end is counted, when OT Platform lists several of the account', async () => {
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    await bench.accounts.calls.refresh({});
    const endsAt = bench.time.now() + 24 * hour;
    bench.time.advance(hour);
    bench.platform.sessions.set('Taobao', [providerSession('s0', 'wang_01'), providerSession('s1', 'wang_01'), providerSession('s2', 'wang_01')]);
    expect(await session('wang_01')).toEqual({ id: 's1', endsAt });
    bench.platform.sessions.set('Taobao', [providerSession('s0', 'wang_01'), providerSession('s2', 'wang_01')]);
    expect(await session('wang_01')).toEqual({ id: 's2', endsAt: bench.time.now() + 24 * hour });
  });

  it('is none for an account whose name no login has told yet', async () => {
    const { id } = await bench.accounts.calls.add({ providerType: 'Taobao', name: '' });
    bench.platform.sessions.set('Taobao', [providerSession('s1', '')]);
    expect(await bench.accounts.liveSession(id)).toBeNull();
  });

  it('is none when OT Platform lists none, though it was listed before', async () => {
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    await bench.accounts.calls.refresh({});
    bench.platform.sessions.set('Taobao', [providerSession('s9', 'lin_88')]);
    expect(await session('wang_01')).toBeNull();
    expect(bench.account('wang_01').session).toBeNull();
  });

  it('is an empty one for a provider that works without', async () => {
    bench.platform.providers = [providerInfo('Alibaba1688', { isSessionRequired: false })];
    await bench.accounts.calls.refresh({});
    const { id } = await bench.accounts.calls.add({ providerType: 'Alibaba1688', name: 'yiwu' });
    expect(await bench.accounts.liveSession(id)).toEqual({ id: '', endsAt: null });
    expect(bench.accounts.list()).toMatchObject([{ name: 'yiwu', providerName: 'Alibaba1688', isSessionRequired: false, endsAt: null }]);
  });

  it('is not given for an account that is off the list, and the failure of the list is told', async () => {
    const { id } = await bench.accounts.calls.add({ providerType: 'Taobao', name: 'wang_01' });
    bench.platform.failure = networkFailure();
    await expect(bench.accounts.liveSession(id)).rejects.toMatchObject({ kind: 'network' });
    await bench.accounts.calls.remove({ id });
    await expect(bench.accounts.liveSession(id)).rejects.toEqual(fault('account-gone'));
  });
});
