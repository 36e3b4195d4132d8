import { describe, expect, it } from 'vitest';
import type { ProviderSession } from '../../../main/otapi/index.ts';
import { recogniseSession, type LoginTraces } from '../../../main/sessions/login/recognise-session.ts';
import type { LoginReturn } from '../../../main/sessions/login/read-return.ts';

const session = (id: string, name: string): ProviderSession => ({ id, name, balance: null });
const wang = session('s-wang', 'wang_01');
const wangBefore = session('s-wang-old', 'wang_01');
const lin = session('s-lin', 'lin_88');
const bare: LoginReturn = { kind: 'nothing' };
const withId = (id: string): LoginReturn => ({ kind: 'session', id });

describe('the session that a login has made', () => {
  it.each<[string, Omit<LoginTraces, 'isLastReading'>, string | null]>([
    ['is the one the return names', { came: withId('s-wang'), before: [lin], after: [lin, wang], accountName: 'wang_01' }, 's-wang'],
    ['is the one the return names, also of another account', { came: withId('s-lin'), before: [], after: [lin, wang], accountName: 'wang_01' }, 's-lin'],
    ['is the one the return names, also when it was listed before', { came: withId('s-wang'), before: [wang], after: [wang], accountName: 'wang_01' }, 's-wang'],
    ['is what is new, when the return is bare', { came: bare, before: [wangBefore], after: [wang], accountName: 'wang_01' }, 's-wang'],
    ['is what is new, when the return contradicts itself', { came: { kind: 'unreadable' }, before: [], after: [wang], accountName: '' }, 's-wang'],
    ['is the new one of the account, when others are new too', { came: bare, before: [], after: [lin, wang], accountName: 'WANG_01' }, 's-wang'],
    ['is the only new one, also of another account', { came: bare, before: [wang], after: [wang, lin], accountName: 'wang_01' }, 's-lin'],
    ['is the one of the account, when the return names one the list does not know', { came: withId('?'), before: [wang], after: [wang], accountName: 'wang_01' }, 's-wang'],
    ['is not guessed among several new ones', { came: bare, before: [], after: [lin, wang], accountName: '' }, null],
    ['is not guessed when the list is as before', { came: bare, before: [wang], after: [wang], accountName: 'wang_01' }, null],
    ['is not guessed for an account without a name', { came: withId('?'), before: [wang], after: [wang], accountName: '' }, null],
    ['is not guessed when the list before is not known', { came: bare, before: null, after: [wang], accountName: 'wang_01' }, null],
    ['is a new one of the account also after an error: the list is the truth', { came: { kind: 'error', text: 'no' }, before: [], after: [wang], accountName: 'wang_01' }, 's-wang'],
    ['is none after an error, when only others are new', { came: { kind: 'error', text: 'no' }, before: [wang], after: [wang, lin], accountName: 'wang_01' }, null],
  ])('%s', (_, traces, id) => {
    expect(recogniseSession({ ...traces, isLastReading: true })?.id ?? null).toBe(id);
  });

  it.each<[string, Omit<LoginTraces, 'isLastReading'>, string | null]>([
    ['the id that the return names', { came: withId('s-wang'), before: [], after: [lin, wang], accountName: 'wang_01' }, 's-wang'],
    ['a new one of the account, when the return is bare', { came: bare, before: [wangBefore], after: [wang], accountName: 'wang_01' }, 's-wang'],
    ['not an old one of the account, whose new one may still come', { came: withId('?'), before: [wang], after: [wang], accountName: 'wang_01' }, null],
    ['not the only new one: somebody else may log in as well', { came: withId('?'), before: [], after: [lin], accountName: 'wang_01' }, null],
    ['not the only new one for an account without a name', { came: bare, before: [], after: [lin], accountName: '' }, null],
  ])('is, while the list is asked again, %s', (_, traces, id) => {
    expect(recogniseSession({ ...traces, isLastReading: false })?.id ?? null).toBe(id);
  });
});
