import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { ok, startScriptedServer } from './scripted-server.ts';
import { failureOf, testClient } from './test-client.ts';

afterEach(() => vi.unstubAllEnvs());

it('a connection that does not come about in time leaves nothing in doubt', async () => {
  // Takes the TCP connection and never speaks TLS.
  const mute = createServer((socket) => socket.on('error', () => {}).resume());
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const { port } = mute.address() as AddressInfo;
  const client = testClient(`https://127.0.0.1:${port}/service/`, { connectTimeoutMs: 100, repeatDelaysMs: [] });

  const error = await failureOf(client.lists.providers());

  expect(error).toMatchObject({ kind: 'timeout', outcomeUnknown: false });
  client.close();
  await new Promise((resolve) => mute.close(resolve));
});

it('a proxy of the environment is not asked for an address on this machine', async () => {
  vi.stubEnv('http_proxy', 'http://127.0.0.1:9');
  vi.stubEnv('no_proxy', '');
  const server = await startScriptedServer();
  server.script('GetProviderInfoList', ok('<Result><Content/></Result>'));
  const client = testClient(server.address, { repeatDelaysMs: [] });
  expect(await client.lists.providers()).toEqual([]);
  client.close();
  await server[Symbol.asyncDispose]();
});

it('connections are kept for the next call', async () => {
  const server = await startScriptedServer();
  server.script('GetProviderInfoList', ok('<Result><Content/></Result>'));
  const client = testClient(server.address);
  await client.lists.providers();
  await client.lists.providers();
  const [first, second] = server.calls.map((call) => call.request.socket.remotePort);
  expect(second).toBe(first);
  client.close();
  await server[Symbol.asyncDispose]();
});
