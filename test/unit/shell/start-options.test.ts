import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPracticeUrl, readStartOptions } from '../../../main/shell/start-options.ts';

describe('the command line', () => {
  it('asks for nothing by default, whatever Electron and Chromium are told', () => {
    const argv = ['electron', '--inspect=0', '--remote-debugging-port=0', '.', '--profile=', '--practice-urls=x'];
    expect(readStartOptions(argv)).toEqual({ profile: null, practice: false, practiceUrl: null, policy: null });
  });

  it('names a profile, practice mode and a platform; the last one counts', () => {
    const argv = ['electron', '.', '--profile=first', '--profile=second', '--practice', '--practice-url=http://127.0.0.1:4555'];
    expect(readStartOptions(argv)).toEqual({ profile: resolve('second'), practice: true, practiceUrl: 'http://127.0.0.1:4555', policy: null });
  });

  it.each(['http://127.0.0.1:4555', 'http://localhost:4555/', 'http://[::1]:4555'])('accepts the platform %s', (address) => {
    expect(checkPracticeUrl(address)).toBe(new URL(address).href);
  });

  it.each(['https://127.0.0.1', 'http://192.168.0.5:4555', 'http://127.0.0.1.example.com', 'http://otapi.net', 'file:///tmp', 'nonsense'])(
    'refuses the platform %s',
    (address) => {
      expect(() => checkPracticeUrl(address)).toThrow(/on this machine/);
    },
  );
});
