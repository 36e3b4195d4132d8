import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { standIn } from './launch.ts';

export interface Run {
  process: ChildProcess;
  /** Lines of stdout so far. */
  lines: string[];
  /** Everything on stderr so far. */
  errors(): string;
  /** Waits for a line of stdout that matches; rejects when the process ends first. */
  line(pattern: RegExp): Promise<string>;
  /** The exit code, once the process has ended. */
  ended: Promise<number | null>;
}

/** Runs a fixture app straight from a shell's point of view: the executable and its arguments. */
export function run(name: string, args: string[], env: Record<string, string> = {}): Run {
  const child = spawn(path.join(standIn, 'electron'), [path.join(import.meta.dirname, 'fixtures', name), ...args], {
    env: { ...process.env, STATION_HEADLESS: '1', ...env },
  });
  const lines: string[] = [];
  const waiting: { pattern: RegExp; resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  let errors = '';
  let rest = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      for (const { pattern, resolve } of waiting) if (pattern.test(line)) resolve(line);
    }
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      for (const { pattern, reject } of waiting) reject(new Error(`ended (${code}) before ${pattern}: ${errors}`));
      resolve(code);
    });
  });
  return {
    process: child,
    lines,
    errors: () => errors,
    ended,
    line: (pattern) => {
      const before = lines.find((line) => pattern.test(line));
      return before === undefined
        ? new Promise((resolve, reject) => waiting.push({ pattern, resolve, reject }))
        : Promise.resolve(before);
    },
  };
}

/** A folder of its own, removed with `await using`. */
export function temporaryFolder(): { path: string; [Symbol.dispose](): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'stand-in-test-'));
  return {
    path: folder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** Processes whose command line names this folder: a Chromium that is still there. */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(folder) && !state(pid).startsWith('Z'))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function state(pid: string): string {
  try {
    return /^State:\s+(\S)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 'Z';
  } catch {
    return 'Z';
  }
}
