import { acceptAll, expect, expectState, scan, test } from './fixtures.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reading } from './shared-station.ts';

reading('a page has the bridge and nothing else of the app or of Node', async ({ station }) => {
  const reach = await station.page.evaluate(() => ({
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process'), typeof Reflect.get(window, 'module')],
    electron: [typeof Reflect.get(window, 'ipcRenderer'), typeof Reflect.get(window, 'electron')],
    bridge: Object.keys(window.station).sort(),
    frozen: Object.isFrozen(window.station),
  }));
  expect(reach).toEqual({
    node: ['undefined', 'undefined', 'undefined'],
    electron: ['undefined', 'undefined'],
    bridge: ['accounts', 'activities', 'administration', 'connection', 'desktop', 'imports', 'lookup', 'on', 'ordering', 'orders', 'outbox', 'receiving', 'settings', 'status'],
    frozen: true,
  });
});

reading('a listener of an event gets its value, and nothing of Electron', async ({ station }) => {
  const heard = await station.page.evaluate(async () => {
    const given = new Promise<unknown[]>((resolve) => {
      window.station.on('settings.changed', (...all: unknown[]) => resolve(all));
    });
    await window.station.settings.change({ textSize: 110 });
    return { given: await given, settings: await window.station.settings.read({}) };
  });
  expect(heard.given).toEqual([expect.objectContaining({ textSize: 110 })]);
  expect(heard.settings).toEqual({ ok: true, value: heard.given[0] });
});

reading('the app answers itself for passwords and certificates that a server asks for', async ({ station }) => {
  const unanswered = await station.app.evaluate(({ app }) =>
    ['login', 'select-client-certificate', 'certificate-error'].filter((name) => app.listenerCount(name) === 0),
  );
  expect(unanswered).toEqual([]);
});

reading('the policy of the pages refuses inline scripts, eval and the network', async ({ station }) => {
  const refused = await station.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = document.createElement('script');
    // Not by textContent: Trusted Types refuse to set it, and the script itself is to be refused.
    script.append('window.wasRun = true');
    document.body.append(script);
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    // In a task of its own: what a debugger evaluates may make code from text, whatever the policy says.
    const evaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve(Boolean(Reflect.construct(Function, ['return true'])()));
        } catch {
          resolve(false);
        }
      });
    });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return { wasRun: Reflect.get(window, 'wasRun') === true, fetched, evaluated, violations };
  });
  expect(refused).toMatchObject({ wasRun: false, fetched: false, evaluated: false });
  expect(refused.violations).toEqual(expect.arrayContaining(['require-trusted-types-for', 'connect-src']));
});

reading('no link, no window.open and no script leads the window elsewhere', async ({ station }) => {
  const { page, app } = station;
  const before = page.url();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.textContent = 'elsewhere';
    link.id = 'elsewhere';
    document.body.prepend(link);
  });
  await page.locator('#elsewhere').click();
  await page.evaluate(() => void window.open('https://example.com/'));
  await page.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  await expectState(page, 'ready');
  expect(page.url()).toBe(before);
  await expect.poll(() => app.windows().length).toBe(1);
});

reading('permissions are refused', async ({ station }) => {
  const states = await station.page.evaluate(async () => {
    const names: PermissionName[] = ['geolocation', 'notifications', 'camera', 'microphone'];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).not.toContain('granted');
});

reading('a call with a wrong argument is refused with a code, and changes nothing', async ({ station }) => {
  const { page } = station;
  const answers = await page.evaluate(async () => [
    await window.station.receiving.scan({ raw: 7 as unknown as string, source: 'scanner' }),
    await window.station.receiving.receive({ requestId: 'no uuid', scanId: null, waybill: 'X', lines: [] }),
    await window.station.settings.change({ textSize: 9000 }),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual([
    'invalid-argument',
    'invalid-argument',
    'invalid-argument',
  ]);
});

test('no secret is in the log or in any file of the profile', async ({ station, platform }) => {
  const { page, profile } = station;
  const [parcel] = platform.control.parcels({ kind: 'single-line', limit: 1 });
  await scan(page, parcel?.label ?? '');
  await expectState(page, 'found');
  await acceptAll(page);
  // Closed, so that no file comes and goes while they are read.
  await station.close();

  const files = (await readdir(profile, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const ours = files.filter((file) => !join(file.parentPath, file.name).includes('hromium'));
  expect(ours.length).toBeGreaterThan(0);
  for (const file of ours) {
    const content = await readFile(join(file.parentPath, file.name));
    expect(content.includes(platform.instanceKey), file.name).toBe(false);
    expect(content.includes(`"${platform.operatorPassword}"`), file.name).toBe(false);
  }
  expect(station.output()).not.toContain(platform.instanceKey);
});
