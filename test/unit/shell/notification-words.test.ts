import { describe, expect, it } from 'vitest';
import { notificationWords } from '../../../main/shell/notification-words.ts';
import { languages } from '../../../preload/contract/index.ts';

describe('a notification', () => {
  it('speaks of one session or of several', () => {
    const one = notificationWords({ code: 'session-ended', names: ['wang_01'] }, 'en');
    expect(one).toEqual({ title: 'A provider session has ended', body: 'wang_01: nothing can be bought with it until the next login.' });
    const two = notificationWords({ code: 'session-ended', names: ['wang_01', 'lin_88'] }, 'en');
    expect(two).toEqual({ title: 'Provider sessions have ended', body: 'wang_01, lin_88: nothing can be bought with them until the next login.' });
  });

  it.each(languages)('names four accounts and counts the rest (%s)', (language) => {
    const names = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'];
    const { body } = notificationWords({ code: 'session-ending', names }, language);
    for (const name of names.slice(0, 4)) expect(body).toContain(name);
    expect(body).not.toContain('e5');
    expect(body).toMatch(/\b2\b/);
    expect(body).not.toMatch(/[{}]/);
  });

  it('writes a name as it is, whatever signs are in it', () => {
    expect(notificationWords({ code: 'session-ending', names: ["$& $' {names}"] }, 'en').body).toMatch(/^\$& \$' \{names\}:/);
  });

  it.each([
    ['en', 1, '1 question waits for an answer'],
    ['en', 3, '3 questions wait for an answer'],
    ['ru', 1, '1 вопрос ждёт ответа'],
    ['ru', 3, '3 вопроса ждут ответа'],
    ['ru', 5, '5 вопросов ждут ответа'],
    ['zh', 2, '有 2 个问题等待回答'],
  ] as const)('counts questions as its language does (%s, %i)', (language, count, title) => {
    expect(notificationWords({ code: 'questions-waiting', count }, language).title).toBe(title);
  });
});
