import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../main/shell/app-scheme.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-pages-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'main'));
  writeFileSync(join(folder, 'renderer', 'index.html'), '<p>the page</p>');
  writeFileSync(join(folder, 'renderer', 'assets', 'page.js'), 'run()');
  writeFileSync(join(folder, 'main', 'index.js'), 'inner workings');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (url: string, method = 'GET'): Promise<Response> =>
  serve(new Request(url, { method }), {
    pages: join(folder, 'renderer'),
    pictures: { serve: async (lineId) => new Response(`picture of ${lineId}`) },
    madePage: (path) => (path === '/made.html' ? { contentType: 'text/html', body: 'made' } : null),
  });

describe('our own scheme', () => {
  it('serves a file of the build with its type and what it may do', async () => {
    const response = await ask('station://app/index.html');
    expect(await response.text()).toBe('<p>the page</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  it('says the same of what pages may do with every answer, a refusal too', async () => {
    const policyOf = async (url: string): Promise<string | null> => (await ask(url)).headers.get('content-security-policy');
    const policy = await policyOf('station://app/index.html');
    expect(policy).not.toBeNull();
    const others = ['assets/page.js', 'made.html', 'missing.html'].map((path) => policyOf(`station://app/${path}`));
    expect(await Promise.all(others)).toEqual([policy, policy, policy]);
  });

  it('serves pictures and pages made at run time', async () => {
    expect(await (await ask('station://app/pictures/LN-1')).text()).toBe('picture of LN-1');
    expect(await (await ask('station://app/made.html')).text()).toBe('made');
  });

  it.each([
    ['another host', 'station://other/index.html', 'GET'],
    ['another scheme', 'https://app/index.html', 'GET'],
    ['a file that is not there', 'station://app/missing.js', 'GET'],
    ['a file outside', 'station://app/..%2fmain%2findex.js', 'GET'],
    ['a folder', 'station://app/assets', 'GET'],
    ['a deeper picture path', 'station://app/pictures/1/2', 'GET'],
    ['a form', 'station://app/index.html', 'POST'],
  ])('refuses %s', async (_what, url, method) => {
    const response = await ask(url, method);
    expect(response.status).toBeGreaterThanOrEqual(404);
    expect(await response.text()).toBe('');
  });
});
