import { describe, expect, it, vi } from 'vitest';
import { createCallers } from '../../../main/shell/callers.ts';
import { registerCalls, type AllHandlers, type CallEvent } from '../../../main/shell/ipc.ts';
import { OtapiError } from '../../../main/otapi/index.ts';
import { stationCalls, StationFault, type Result } from '../../../preload/contract/index.ts';

const stationWindow = 7;
const loginWindow = 9;
type Listener = (event: CallEvent, argument: unknown) => Promise<Result<unknown>>;

/** Registers every call with handlers that answer with their argument, except those given. */
function register(own: Record<string, (argument: unknown) => unknown> = {}) {
  const listeners = new Map<string, Listener>();
  const called: string[] = [];
  const errors: { fields: Record<string, unknown>; message: string }[] = [];
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), registerSecret: vi.fn() };
  const handlers = Object.fromEntries(
    Object.entries(stationCalls).map(([domain, calls]) => [
      domain,
      Object.fromEntries(
        Object.keys(calls).map((name) => [
          name,
          (argument: unknown) => {
            called.push(`${domain}.${name}`);
            return own[`${domain}.${name}`]?.(argument) ?? argument;
          },
        ]),
      ),
    ]),
  ) as unknown as AllHandlers;
  const callers = createCallers();
  callers.admit(stationWindow, 'station');
  callers.admit(loginWindow, 'login');
  registerCalls(
    { handle: (channel, listener) => void listeners.set(channel, listener as unknown as Listener) },
    handlers,
    {
      mayCall: (id, channel) => callers.mayCall(id, channel),
      admit: (work) => work(),
      log: { ...log, error: (fields, message) => void errors.push({ fields, message }) },
    },
  );
  const call = (channel: string, argument: unknown, event = eventFrom('station://app/index.html')): Promise<Result<unknown>> => {
    const listener = listeners.get(channel);
    if (listener === undefined) throw new Error(`Nobody listens to ${channel}`);
    return listener(event, argument);
  };
  return { call, channels: [...listeners.keys()], called, errors };
}

function eventFrom(url: string, { id = stationWindow, isTop = true } = {}): CallEvent {
  const top = { url, parent: null };
  return { senderFrame: isTop ? top : { url, parent: top }, sender: { id } } as unknown as CallEvent;
}

describe('a call over the bridge', () => {
  it('has a channel for each call of the contract', () => {
    const expected = Object.entries(stationCalls).flatMap(([domain, calls]) => Object.keys(calls).map((name) => `${domain}.${name}`));
    expect(register().channels.toSorted()).toEqual(expected.toSorted());
  });

  it('answers our page with the value of the handler, which gets the argument as the schema made it', async () => {
    const { call } = register();
    expect(await call('receiving.journal', {})).toEqual({ ok: true, value: { limit: 50 } });
  });

  const strangers: [string, CallEvent][] = [
    ['a web page', eventFrom('https://example.com/index.html')],
    ['another host of our scheme', eventFrom('station://other/index.html')],
    ['a host that only begins like ours', eventFrom('station://app.example.com/index.html')],
    ['an address with a user name', eventFrom('station://app@evil/index.html')],
    ['a file', eventFrom('file:///index.html')],
    ['an empty page', eventFrom('about:blank')],
    ['no address at all', eventFrom('')],
    ['a frame inside of our page', eventFrom('station://app/index.html', { isTop: false })],
    ['another window', eventFrom('station://app/index.html', { id: 8 })],
    ['a frame that has gone', { senderFrame: null, sender: { id: stationWindow } }],
  ];
  it.each(strangers)('is refused when it comes from %s', async (_who, event) => {
    const { call, called } = register();
    expect(await call('status.read', {}, event)).toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
    expect(called).toEqual([]);
  });

  it.each(['accounts.view', 'accounts.skip', 'accounts.cancelLogin', 'accounts.raiseLogin', 'settings.read', 'status.read'])(
    'is taken from the page of the login window when it is %s, which that page needs',
    async (channel) => {
      const { call } = register();
      expect(await call(channel, {}, eventFrom('station://app/login.html', { id: loginWindow }))).toMatchObject({ ok: true });
    },
  );

  it('is refused from the page of the login window for everything else, as from a stranger', async () => {
    const { call, channels, called } = register();
    const allowed = [];
    for (const channel of channels) {
      const result = await call(channel, {}, eventFrom('station://app/login.html', { id: loginWindow }));
      const isRefused = !result.ok && result.error.code === 'invalid-argument' && result.error.details?.['reason'] === 'sender';
      if (!isRefused) allowed.push(channel);
    }
    const needed = ['accounts.answerStop', 'accounts.cancelLogin', 'accounts.raiseLogin', 'accounts.skip', 'accounts.view', 'settings.read', 'status.read'];
    expect(allowed.toSorted()).toEqual(needed);
    // Its argument was empty, so the schema refused it.
    expect(called.toSorted()).toEqual(needed.filter((channel) => channel !== 'accounts.answerStop'));
  });

  const wrongArguments: [string, string, unknown][] = [
    ['nothing', 'status.read', undefined],
    ['a text for an object', 'status.read', 'now'],
    ['a missing field', 'receiving.scan', { raw: 'YT1' }],
    ['an unknown value', 'receiving.scan', { raw: 'YT1', source: 'telepathy' }],
    ['a text that is too long', 'receiving.scan', { raw: 'x'.repeat(4001), source: 'typed' }],
    ['a number out of range', 'lookup.search', { text: 'YT1', limit: 100_000 }],
    ['half a piece', 'receiving.receive', receiveOf(0.5)],
    ['no piece', 'receiving.receive', receiveOf(0)],
    ['an address of another protocol', 'connection.test', connectionTo('file:///etc/passwd')],
    ['an address without TLS', 'connection.connect', connectionTo('http://otapi.net/service/')],
    ['a setting of another type', 'settings.change', { language: 'xx' }],
  ];
  it.each(wrongArguments)('is refused when its argument is %s', async (_what, channel, argument) => {
    const { call, called } = register();
    expect(await call(channel, argument)).toMatchObject({ ok: false, error: { code: 'invalid-argument', details: { reason: 'schema' } } });
    expect(called).toEqual([]);
  });

  it('does not put the argument into the refusal', async () => {
    const { call } = register();
    const result = await call('connection.test', { ...connectionTo('nonsense'), operatorPassword: 'hunter2hunter2' });
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  it('answers with the error of a fault', async () => {
    const error = { code: 'not-found', details: { id: '5' } } as const;
    const { call } = register({
      'outbox.retry': () => {
        throw new StationFault(error);
      },
    });
    expect(await call('outbox.retry', { id: '5' })).toEqual({ ok: false, error });
  });

  it("answers with the description of OT Platform's errors", async () => {
    const { call } = register({
      'status.refreshCache': () => {
        throw new OtapiError({ kind: 'network', method: 'SearchOrderLines', outcomeUnknown: false, reason: 'no way', networkCode: 'ENETDOWN' });
      },
    });
    expect(await call('status.refreshCache', {})).toMatchObject({ ok: false, error: { code: 'network' } });
  });

  it('gives nothing away of an error nobody foresaw, except where the log tells of it', async () => {
    const thrown = new Error('secret inner workings');
    const { call, errors } = register({ 'status.about': () => Promise.reject(thrown) });
    const result = await call('status.about', {});
    expect(result).toEqual({ ok: false, error: { code: 'unexpected', logId: expect.stringMatching(/^[\da-f]{8}$/) } });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.fields).toMatchObject({ error: thrown, logId: !result.ok && result.error.logId });
  });
});

function receiveOf(pieces: number) {
  return { requestId: crypto.randomUUID(), scanId: null, waybill: 'YT1', lines: [{ lineId: '1', pieces }] };
}

function connectionTo(apiAddress: string) {
  return { apiAddress, instanceKey: 'key', operatorLogin: 'operator', operatorPassword: 'password' };
}
