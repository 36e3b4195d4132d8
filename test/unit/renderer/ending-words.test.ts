import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { loginEndings } from '../../../preload/contract/accounts.ts';
import { endingWords } from '../../../renderer/accounts/ending-words.ts';
import en from '../../../renderer/i18n/en.json' with { type: 'json' };
import { sampleEnding } from './sample-accounts.ts';

const texts = createInstance();
beforeAll(() => texts.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } }));

describe('the end of a login', () => {
  test.each(loginEndings)('%s has words with every placeholder filled in', (kind) => {
    const { what, next } = endingWords(texts.t, sampleEnding({ kind, otherName: 'chen_7' }), 'wang_01');
    expect(`${what} ${next}`).not.toMatch(/{{|accounts\./);
  });

  test('as another account names both while a person has to decide, and none after that', () => {
    const before = endingWords(texts.t, sampleEnding({ kind: 'different-account', otherName: 'chen_7' }), 'wang_01');
    expect(before.what).toContain('chen_7');
    expect(before.what).toContain('wang_01');
    const after = endingWords(texts.t, sampleEnding({ kind: 'different-account' }), 'wang_01');
    expect(after.what).not.toContain('chen_7');
    expect(after.next).not.toBe(before.next);
  });

  test('has the site, the code of the network and what support asks for', () => {
    const ending = sampleEnding({
      kind: 'load-failed',
      host: 'login.taobao.com',
      networkCode: 'ERR_NAME_NOT_RESOLVED',
      error: { code: 'server', requestId: 'r-17' },
    });
    expect(endingWords(texts.t, ending, 'wang_01').details).toEqual(['at login.taobao.com', 'ERR_NAME_NOT_RESOLVED', 'Request r-17']);
  });

  test('before it began says why, and what to do about that', () => {
    const { what, next } = endingWords(texts.t, sampleEnding({ kind: 'not-started', error: { code: 'session-refused' } }), 'wang_01');
    expect(what).toContain(en.accounts.ending['not-started'].what);
    expect(what).toContain(en.error['session-refused'].what);
    expect(next).toBe(en.error['session-refused'].next);
  });

  test('with an unread list asks for nothing, since it is read again by itself', () => {
    const { next } = endingWords(texts.t, sampleEnding({ kind: 'list-unread', error: { code: 'timeout' } }), 'wang_01');
    expect(next).toBe(en.accounts.ending['list-unread'].next);
  });
});
