import { get } from 'node:https';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serveSite, type Site } from '../shell/login-window/sites.ts';
import { failureOf, testClient } from './test-client.ts';

let site: Site;
beforeEach(async () => {
  site = await serveSite({}, 'https');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await site.close();
});

const refusal = { kind: 'network', networkCode: 'DEPTH_ZERO_SELF_SIGNED_CERT', outcomeUnknown: false };

async function callRefused(): Promise<void> {
  const client = testClient(`https://127.0.0.1:${site.port}/service/`);
  expect(await failureOf(client.lists.providers())).toMatchObject(refusal);
  client.close();
  expect(site.requests).toEqual([]);
}

describe('a server with a certificate that nobody vouches for', () => {
  it('is told nothing', callRefused);

  it('is told nothing either when the environment switches the check off for all of Node', async () => {
    // Node warns of the variable once.
    vi.spyOn(process, 'emitWarning').mockReturnValue();
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await callRefused();

    const status = await new Promise((resolve, reject) => {
      get(`https://127.0.0.1:${site.port}/service/`, (answer) => resolve(answer.resume().statusCode)).once('error', reject);
    });
    expect([status, site.requests], 'whoever asks without a setting of their own').toEqual([404, ['127.0.0.1/service/']]);
  });
});
