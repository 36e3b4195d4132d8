import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../main/shell/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log file', () => {
  it('holds one JSON object per line, redacted, when it is closed', async () => {
    const log = openLog(folder);
    log.registerSecret('hunter2-hunter2');
    log.info({ attempt: 1, note: 'hunter2-hunter2' }, 'First');
    log.error({ error: new Error('no way', { cause: new Error('hunter2-hunter2') }) }, 'Second');
    await log.close();

    const text = readFileSync(join(folder, 'station.log'), 'utf8');
    expect(text).not.toContain('hunter2');
    const [first, second] = text.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject({ msg: 'First', attempt: 1, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
    expect(second).toMatchObject({ msg: 'Second', error: { message: expect.stringContaining('no way'), stack: expect.any(String) } });
  });

  it('is rotated by size, and only so many are kept', async () => {
    const log = openLog(folder);
    const text = 'x'.repeat(60_000);
    for (let line = 0; line < 300; line += 1) {
      log.info({ line, text }, 'Much to say');
      // Lets the stream write: the file is rotated between two writes.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await log.close();
    const files = readdirSync(folder).filter((name) => name.endsWith('station.log'));
    expect(files.length).toBeGreaterThan(2);
    expect(files.length).toBeLessThanOrEqual(6);
    const total = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(total).toBeLessThan(14 * 1024 * 1024);
  });

  it.skipIf(process.platform === 'win32')('is for the eyes of its user only', async () => {
    const log = openLog(folder);
    log.info({}, 'First');
    await log.close();
    expect(statSync(join(folder, 'station.log')).mode & 0o077).toBe(0);
  });
});
