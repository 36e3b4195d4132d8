import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const checkout = new URL('../../..', import.meta.url).pathname;

/** Whatever hands something to another program: `shell.openExternal` and `shell.openPath`, by whatever way they are reached. */
const handsOver = /\bopen(External|Path)\b/;

it('one file hands addresses to another program, and checks each before', () => {
  const sources = ['main', 'preload', 'renderer'].flatMap((folder) =>
    readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file).replaceAll('\\', '/')),
  );
  const code = sources.filter((file) => /\.(ts|tsx|mts|cts|js|mjs|cjs)$/.test(file));
  expect(code.length).toBeGreaterThan(100);
  const found = code.filter((file) => handsOver.test(readFileSync(join(checkout, file), 'utf8')));
  expect(found).toEqual(['main/shell/system-browser.ts']);
});
