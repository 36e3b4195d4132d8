import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, 'use-secrets.ts');
const secret = 'wörd "with" \\ everything 仓库';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'station-secrets-'));
  mkdirSync(join(home, 'run'), { mode: 0o700 });
});
afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

interface Answer {
  value: string | null;
  keptIn: 'keychain' | 'memory';
  problem: { code: string } | null;
}

describe.skipIf(process.platform !== 'linux')('the keychain, by a Secret Service of its own', () => {
  it('keeps a secret for the next process, and forgets it when told', async () => {
    const [written, read, removed, readAgain] = await inOneSession(
      ['write', 'instance-1', secret],
      ['read', 'instance-1'],
      ['remove', 'instance-1'],
      ['read', 'instance-1'],
    );
    expect(written).toEqual({ value: null, keptIn: 'keychain', problem: null });
    expect(read).toEqual({ value: secret, keptIn: 'keychain', problem: null });
    expect(removed).toMatchObject({ keptIn: 'keychain' });
    expect(readAgain).toEqual({ value: null, keptIn: 'keychain', problem: null });
  });

  it('keeps accounts apart', async () => {
    const [, , first] = await inOneSession(['write', 'one', 'first'], ['write', 'two', 'second'], ['read', 'one']);
    expect(first?.value).toBe('first');
  });

  it('holds no secret in a file as plain text', async () => {
    await inOneSession(['write', 'instance-1', 'find-me-if-you-can']);
    const files = filesUnder(home);
    expect(files.some((file) => file.endsWith('.keyring'))).toBe(true);
    for (const file of files) expect(readFileSync(file).includes('find-me-if-you-can')).toBe(false);
  });
});

describe.skipIf(process.platform !== 'linux')('without a keychain', () => {
  it('a secret is kept in memory for the run, and the reason is told', async () => {
    const environment = { ...process.env, HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/none` };
    const first = await run(process.execPath, [program, 'write-and-read', 'instance-1', secret], environment);
    expect(parse(first)).toMatchObject([{ value: secret, keptIn: 'memory', problem: { code: 'keychain' } }]);
    expect(first).not.toContain('panicked');

    const second = await run(process.execPath, [program, 'read', 'instance-1'], environment);
    expect(parse(second)).toMatchObject([{ value: null, keptIn: 'memory', problem: { code: 'keychain' } }]);
  });
});

/** Runs each use in a process of its own, all in one private D-Bus session with gnome-keyring and an unlocked keyring. */
async function inOneSession(...uses: string[][]): Promise<Answer[]> {
  const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const script = [
    `printf 'keyring password' | gnome-keyring-daemon --daemonize --unlock --components=secrets >/dev/null 2>&1`,
    ...uses.map((use) => [process.execPath, program, ...use].map(quoted).join(' ')),
  ].join(' && ');
  const { DBUS_SESSION_BUS_ADDRESS: _outer, ...rest } = process.env;
  const environment = { ...rest, HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), XDG_DATA_HOME: join(home, 'data') };
  return parse(await run('dbus-run-session', ['--', 'sh', '-c', script], environment));
}

function parse(output: string): Answer[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Answer);
}

function run(command: string, args: string[], environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}:\n${output}`))));
  });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}
