import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OtapiClient } from '../../../main/otapi/index.ts';
import { silentPort } from '../../fixtures/network/silent-port.ts';
import { answer, apiError, ok, reset, signIn, silence, startScriptedServer } from './scripted-server.ts';
import type { ScriptedServer } from './scripted-server.ts';
import { failureOf, testClient } from './test-client.ts';

const providers = ok('<Result><Content><Item><Type>Taobao</Type></Item></Content></Result>');

let server: ScriptedServer;
let client: OtapiClient;
beforeEach(async () => {
  server = await startScriptedServer();
  server.script('AuthenticateInstanceOperator', signIn());
  client = testClient(server.address);
});
afterEach(async () => {
  client.close();
  await server[Symbol.asyncDispose]();
});

const split = () => client.lines.split('ORD-0000012345', '501', 1);

describe('a reading call', () => {
  it.each([
    ['a lost connection', reset],
    ['HTTP 502', answer('bad gateway', {}, 502)],
    ['HTTP 503', answer('busy', {}, 503)],
    ['NotAvailable', apiError('NotAvailable', 'External_ProviderTemporaryUnavailable')],
    ['a truncated answer', answer('<SomeAnswer><ErrorCode>Ok</ErrorCode><Result><Con')],
  ])('is repeated after %s', async (_, failure) => {
    server.script('GetProviderInfoList', failure, failure, providers);
    expect(await client.lists.providers()).toMatchObject([{ type: 'Taobao' }]);
    expect(server.count('GetProviderInfoList')).toBe(3);
  });

  it('gives up after the third attempt', async () => {
    server.script('GetProviderInfoList', reset);
    expect(await failureOf(client.lists.providers())).toMatchObject({ kind: 'network', networkCode: 'ECONNRESET' });
    expect(server.count('GetProviderInfoList')).toBe(3);
  });

  it.each([
    ['HTTP 500', answer('oops', {}, 500), { kind: 'server', httpStatus: 500 }],
    ['HTTP 404', answer('where?', {}, 404), { kind: 'server', httpStatus: 404 }],
    ['AccessDenied', apiError('AccessDenied'), { kind: 'api', errorCode: 'AccessDenied' }],
  ])('is not repeated after %s', async (_, failure, expected) => {
    server.script('GetProviderInfoList', failure);
    expect(await failureOf(client.lists.providers())).toMatchObject(expected);
    expect(server.count('GetProviderInfoList')).toBe(1);
  });
});

describe('a changing call', () => {
  it.each([
    ['a lost connection', reset, { kind: 'network' }],
    ['HTTP 500', answer('oops', {}, 500), { kind: 'server', httpStatus: 500 }],
    ['HTTP 503', answer('busy', {}, 503), { kind: 'server', httpStatus: 503 }],
    ['a truncated answer', answer('<A><ErrorCode>O'), { kind: 'answer', answerProblem: 'truncated' }],
    ['a web page', answer('<!DOCTYPE html><html></html>'), { kind: 'answer', answerProblem: 'html' }],
  ])('is made once, its outcome unknown, after %s', async (_, failure, expected) => {
    server.script('SplitOrderLineForOperator', failure);
    expect(await failureOf(split())).toMatchObject({ ...expected, outcomeUnknown: true });
    expect(server.count('SplitOrderLineForOperator')).toBe(1);
  });

  it('is made once and known not to be done after an error of OT Platform', async () => {
    server.script('SplitOrderLineForOperator', apiError('NotAvailable'));
    expect(await failureOf(split())).toMatchObject({ kind: 'api', outcomeUnknown: false });
    expect(server.count('SplitOrderLineForOperator')).toBe(1);
  });
});

describe('without a connection', () => {
  it('a refused one leaves nothing in doubt', async () => {
    const { port, release } = await silentPort();
    const nobody = testClient(`http://127.0.0.1:${port}/service/`);
    const error = await failureOf(nobody.lists.providers());
    expect(error).toMatchObject({ kind: 'network', networkCode: 'ECONNREFUSED', outcomeUnknown: false });
    nobody.close();
    await release();
  });

  it('a name that nobody has leaves nothing in doubt', async () => {
    const nobody = testClient('http://station.invalid/service/');
    const error = await failureOf(nobody.lists.providers());
    expect(error).toMatchObject({ kind: 'network', outcomeUnknown: false });
    expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(error.networkCode);
    nobody.close();
  });

  it('plain HTTP behind an https address fails before anything is sent', async () => {
    const secure = testClient(server.address.replace('http:', 'https:'));
    expect(await failureOf(secure.lists.providers())).toMatchObject({ kind: 'network', outcomeUnknown: false });
    expect(server.calls).toHaveLength(0);
    secure.close();
  });
});

describe('time', () => {
  it('limits each attempt at an answer that does not come', async () => {
    server.script('SplitOrderLineForOperator', silence);
    const impatient = testClient(server.address, { timeoutMs: 200 });
    const error = await failureOf(impatient.lines.split('ORD-0000012345', '501', 1));
    expect(error).toMatchObject({ kind: 'timeout', outcomeUnknown: true });
    impatient.close();
  });

  it('limits an answer that never ends', async () => {
    server.script('SplitOrderLineForOperator', (_, response) => {
      const drip = setInterval(() => response.write('<A>'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const impatient = testClient(server.address, { timeoutMs: 300 });
    const error = await failureOf(impatient.lines.split('ORD-0000012345', '501', 1));
    expect(error).toMatchObject({ kind: 'timeout', outcomeUnknown: true });
    impatient.close();
  });

  it('of a whole call covers its repeats', async () => {
    server.script('GetProviderInfoList', silence);
    expect(await failureOf(client.lists.providers({ timeoutMs: 200 }))).toMatchObject({ kind: 'timeout' });
    expect(server.count('GetProviderInfoList')).toBe(1);
  });
});

describe('giving up', () => {
  it('ends the request under way', async () => {
    const closed = vi.fn();
    server.script('SplitOrderLineForOperator', ({ request }) => void request.socket.on('close', closed));
    const control = new AbortController();
    const call = failureOf(client.lines.split('ORD-0000012345', '501', 1, { signal: control.signal }));
    await vi.waitFor(() => expect(server.count('SplitOrderLineForOperator')).toBe(1), 10_000);
    control.abort();
    expect(await call).toMatchObject({ kind: 'aborted', outcomeUnknown: true });
    await vi.waitFor(() => expect(closed).toHaveBeenCalled(), 10_000);
  });

  it('before the start sends nothing', async () => {
    const error = await failureOf(client.lists.providers({ signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ kind: 'aborted', outcomeUnknown: false });
    expect(server.calls).toHaveLength(0);
  });

  it('closing the client ends all calls, the waiting ones too', async () => {
    server.script('GetProviderInfoList', silence);
    const calls = Array.from({ length: 8 }, () => failureOf(client.lists.providers()));
    await vi.waitFor(() => expect(server.count('GetProviderInfoList')).toBe(5), 10_000);
    client.close();
    for (const error of await Promise.all(calls)) expect(error.kind).toBe('aborted');
    expect((await failureOf(client.lists.providers())).kind).toBe('aborted');
    expect(server.count('GetProviderInfoList')).toBe(5);
  });
});

describe('an answer', () => {
  const mebibyte = 1024 * 1024;
  const deep = '<a>'.repeat(10_000) + '</a>'.repeat(10_000);
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><A><ErrorCode>&b;</ErrorCode></A>';

  it.each([
    ['of 50 MB', answer(Buffer.alloc(50 * mebibyte, 'a')), 'too-large'],
    ['of 50 MB packed into few bytes', packed(Buffer.alloc(50 * mebibyte, 'a')), 'too-large'],
    ['with 10,000 nested elements', answer(deep), 'too-deep'],
    ['with an entity bomb', answer(bomb), 'doctype'],
    ['with an external document type', answer('<!DOCTYPE A SYSTEM "http://127.0.0.1/a.dtd"><A/>'), 'doctype'],
    ['in GBK', answer(Buffer.from([0x3c, 0x41, 0x3e, 0xd6, 0xd0, 0xce, 0xc4, 0x3c, 0x2f, 0x41, 0x3e])), 'encoding'],
    ['that says it is in GBK', answer('<?xml version="1.0" encoding="gbk"?><A/>'), 'encoding'],
    ['in UTF-16', answer(Buffer.from('\uFEFF<A/>', 'utf16le')), 'encoding'],
    ['that is empty', answer(''), 'empty'],
    ['that is a web page', answer('<html><body>Log in to the hotel network</body></html>'), 'html'],
    ['that is JSON', answer('{"ErrorCode":"Ok"}'), 'json'],
    ['that is not XML', answer('upstream failed'), 'malformed'],
    ['with tags that do not fit', answer('<A><B></A></B>'), 'malformed'],
    ['without an ErrorCode', answer('<A><Result/></A>'), 'not-otapi'],
    ['without the result', ok(''), 'incomplete'],
    ['with damaged compression', answer('not gzip', { 'Content-Encoding': 'gzip' }), 'malformed'],
  ])('%s is an error that says so', async (_, script, answerProblem) => {
    server.script('GetProviderInfoList', script);
    expect(await failureOf(client.lists.providers())).toMatchObject({ kind: 'answer', answerProblem });
  });

  it('that redirects is not followed', async () => {
    const other = await startScriptedServer();
    server.script('GetProviderInfoList', answer('', { Location: other.address }, 307));
    expect(await failureOf(client.lists.providers())).toMatchObject({ kind: 'server', httpStatus: 307 });
    expect(other.calls).toHaveLength(0);
    await other[Symbol.asyncDispose]();
  });

  it('that is packed is unpacked', async () => {
    const xml = '<A><ErrorCode>Ok</ErrorCode><Result><Content><Item><Type>Taobao</Type></Item></Content></Result></A>';
    server.script('GetProviderInfoList', packed(Buffer.from(xml)));
    expect(await client.lists.providers()).toHaveLength(1);
  });
});

function packed(body: Buffer) {
  return answer(gzipSync(body), { 'Content-Encoding': 'gzip' });
}
