import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { PROVIDER_ACCOUNTS } from '../../../main/practice/index.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/practice-platform.mjs', import.meta.url));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Command {
  readonly child: ChildProcess;
  /** What it has printed until now. */
  readonly printed: () => string;
  /** Resolves when what it has printed matches. */
  readonly until: (pattern: RegExp) => Promise<string>;
}

function run(...args: string[]): Command {
  const child = spawn(process.execPath, [SCRIPT, ...args]);
  running.push(child);
  let text = '';
  const take = (chunk: Buffer): void => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const until = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(text)) await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => Promise.reject(new Error(text)))]);
    return text;
  };
  return { child, printed: () => text, until };
}

test('the command prints what a client needs, serves, and closes on Ctrl-C', async () => {
  const { child, until, printed } = run('--lines', '40', '--seed', '8', '--control-token', 'tok');
  const text = await until(/Ctrl-C ends it/);
  const value = (name: string): string => new RegExp(`^${name} +(.+)$`, 'm').exec(text)?.[1] ?? '';
  expect([value('operator login'), value('operator password'), value('control token'), value('secret')]).toEqual(['operator', 'practice', 'tok', '(none)']);
  expect([...text.matchAll(/^(?:Taobao|Alibaba1688) +(\S+) {2}\(password practice\)$/gm)].map(([, name]) => name)).toEqual(PROVIDER_ACCOUNTS.map(({ name }) => name));
  expect(new URL(value('login site')).origin).not.toBe(new URL(value('API address')).origin);
  expect((await fetch(`${value('login site')}/authorize`)).status).toBe(410);
  expect(text).toMatch(/^(?:Taobao|Alibaba1688) +ORD-\d{10} {2}\(lines: \d+, sellers: \d+\)$/m);
  expect(value('single-line')).toMatch(/^\S+ {2}\(.+\)$/);
  const response = await fetch(`${value('API address')}GetProviderInfoList?instanceKey=${value('instance key')}&language=en`);
  expect(await response.text()).toContain('<ErrorCode>Ok</ErrorCode>');
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  expect(printed()).toContain('Closed.');
});

test.each([
  [['--lines', '5'], '--lines must be a whole number from 20 to 1000000, not "5"'],
  [['--port', 'http'], '--port must be a whole number from 0 to 65535, not "http"'],
  [['--login-port', '70000'], '--login-port must be a whole number from 0 to 65535, not "70000"'],
  [['--activity-step', 'soon'], '--activity-step must be a whole number from 0 to 86400000, not "soon"'],
  [['--language', 'xx'], '--language must be en, ru or zh'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('the command with %j says what is wrong', async (args, message) => {
  const { child, printed } = run(...args);
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(1);
  expect(printed()).toContain(message);
  expect(printed()).not.toContain('    at ');
});
