import { readFileSync } from 'node:fs';
import { FuseV1Options } from '@electron/fuses';
import { expect, it } from 'vitest';

const checkout = new URL('../../..', import.meta.url);
const configuration = readFileSync(new URL('electron-builder.yml', checkout), 'utf8');

/** The script that packages with them; it has no types. */
interface FusesScript {
  fusesOf: (configured: Record<string, boolean>) => Record<string, boolean>;
}

/** As electron-builder.yml has them: one on each line, `true` or `false`. */
function configuredFuses(): Record<string, boolean> {
  const block = /^electronFuses:\n((?: .*\n)+)/m.exec(configuration)?.[1] ?? '';
  return Object.fromEntries(Array.from(block.matchAll(/^ +(\w+): (\w+)$/gm), ([, name, value]) => [name, value === 'true']));
}

it('every fuse of a packaged app has the value that was decided on', async () => {
  const { fusesOf }: FusesScript = await import(new URL('scripts/package/fuses.mjs', checkout).href);
  const fuses = Object.entries(fusesOf(configuredFuses())).map(([number, isOn]) => [FuseV1Options[Number(number)], isOn]);
  expect(Object.fromEntries(fuses)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  });
});

it('packaging sets the fuses and reads them back', () => {
  expect(configuration).toMatch(/^afterPack: scripts\/package\/set-fuses\.mjs$/m);
});
