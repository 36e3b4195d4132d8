import { describe, expect, it, vi } from 'vitest';
import { problemPage } from '../../../main/shell/problem-page.ts';
import { createProblems } from '../../../main/shell/problems.ts';
import texts from '../../../main/shell/problem-texts.json' with { type: 'json' };
import { JournalDamagedError } from '../../../main/storage/index.ts';
import { languages } from '../../../preload/contract/index.ts';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };

describe('the page that tells of a problem', () => {
  it('has the same texts in every language', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value === 'string' && value.trim() !== '';
    for (const language of languages) expect(shape(texts[language])).toEqual(shape(texts.en));
  });

  it.each(languages)('names the file and the place in the log in %s', (language) => {
    const page = problemPage({ code: 'journal-damaged', where: '/data/<b>&"journal.db', logId: '1a2b3c4d' }, language);
    expect(page).toContain(texts[language]['journal-damaged'].title);
    expect(page).toContain('/data/&#60;b&#62;&#38;&#34;journal.db');
    expect(page).toContain('1a2b3c4d');
    expect(page).not.toMatch(/<script|style="/);
  });

  it.each(languages)('names the newest copy of a damaged journal in %s, or says that there is none', (language) => {
    const problem = { code: 'journal-damaged', where: '/data', logId: '1a2b3c4d' } as const;
    const page = problemPage({ ...problem, newestCopy: '/data/copies/journal-2026-11-23.db' }, language);
    expect(page).toContain(`<dt>${texts[language].newestCopy}</dt><dd>/data/copies/journal-2026-11-23.db</dd>`);
    expect(problemPage({ ...problem, newestCopy: null }, language)).toContain(texts[language].noCopy);
    expect(problemPage({ ...problem, code: 'stopped' }, language)).not.toContain(texts[language].newestCopy);
  });

  it('is there once there is a problem, in the language of the system, and the first problem stays', () => {
    const windows = { openPlain: vi.fn() };
    const problems = createProblems({ windows, log, locale: () => 'ru-RU' });
    expect(problems.answer('/problem.html')).toBeNull();

    problems.show('cannot-start', new JournalDamagedError('/data/journal.db', null));
    problems.show('stopped', new Error('what followed'));
    expect(windows.openPlain).toHaveBeenCalledTimes(1);
    expect(problems.answer('/problem.html')?.body).toContain(texts.ru['journal-damaged'].title);
    expect(problems.answer('/problem.css')?.contentType).toContain('text/css');
    expect(problems.answer('/index.html')).toBeNull();
    expect(log.error).toHaveBeenCalledTimes(2);
  });
});
