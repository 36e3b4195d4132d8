import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLoopbackReturn, type LoopbackReturn } from '../../../main/sessions/login/loopback-return.ts';

let loopback: LoopbackReturn;
let came: string[];

beforeEach(async () => {
  came = [];
  loopback = await openLoopbackReturn({ title: 'Logged <in>', text: 'Close & go on' });
  void loopback.returned.then((address) => came.push(address));
});
afterEach(() => loopback.close());

/** A request as it is written, without what `fetch` would put right. */
function send(target: string, options: { method?: string; host?: string } = {}): Promise<number | 'closed'> {
  const { port } = new URL(loopback.url);
  return new Promise((resolve) => {
    const outgoing = request({ host: '127.0.0.1', port, path: target, method: options.method ?? 'GET', setHost: options.host === undefined }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    if (options.host !== undefined) outgoing.setHeader('host', options.host);
    outgoing.on('error', () => resolve('closed'));
    outgoing.end();
  });
}

describe('the return over the loopback interface', () => {
  it('has an address of this machine that nobody can guess', async () => {
    const other = await openLoopbackReturn({ title: '', text: '' });
    expect(new URL(loopback.url).hostname).toBe('127.0.0.1');
    expect(new URL(loopback.url).pathname).toMatch(/^\/[\w-]{43}$/);
    expect(new URL(other.url).pathname).not.toBe(new URL(loopback.url).pathname);
    other.close();
  });

  it('is told as it was called, and the browser is told that it may be closed', async () => {
    const answer = await fetch(`${loopback.url}?sessionId=abc&x=1`);
    expect(await answer.text()).toBe(
      '<!DOCTYPE html><meta charset="utf-8"><title>Logged &lt;in></title><h1>Logged &lt;in></h1><p>Close &amp; go on</p>',
    );
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(came).toEqual([`${loopback.url}?sessionId=abc&x=1`]);
  });

  it('comes once', async () => {
    const { pathname } = new URL(loopback.url);
    expect(await send(pathname)).toBe(200);
    expect(await send(pathname)).toBe('closed');
    expect(came).toHaveLength(1);
  });

  it.each<[string, (path: string) => [string, { method?: string; host?: string }?]]>([
    ['another path', () => ['/']],
    ['a path that goes on', (path) => [`${path}/`]],
    ['a path in other letters', (path) => [path.toUpperCase() === path ? path.toLowerCase() : path.toUpperCase()]],
    ['another host, as a page that was pointed here names it', (path) => [path, { host: 'evil.example' }]],
    ['the name localhost', (path) => [path, { host: `localhost:${new URL(loopback.url).port}` }]],
    ['another method', (path) => [path, { method: 'POST' }]],
    ['an absolute target', (path) => [`http://evil.example${path}`]],
    ['a target that is too long', (path) => [`${path}?${'x'.repeat(8_200)}`]],
  ])('is not taken from %s, and goes on waiting', async (_, make) => {
    const { pathname } = new URL(loopback.url);
    const [target, options] = make(pathname);
    expect(await send(target, options)).toBe(404);
    expect(came).toEqual([]);
    expect(await send(pathname)).toBe(200);
  });

  it('listens no more once it is closed', async () => {
    loopback.close();
    expect(await send(new URL(loopback.url).pathname)).toBe('closed');
  });
});
