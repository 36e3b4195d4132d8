import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type { StationLog } from '../station/index.ts';
import { JournalDamagedError, newestCopy, NewerDatabaseError } from '../storage/index.ts';
import { languageOf } from './language.ts';
import { problemPage, problemPagePath, problemStyle, problemStylePath, type Problem } from './problem-page.ts';
import type { Windows } from './windows.ts';

/** Tells the person what keeps the app from working: in a window, in their language, never by a silent end. */
export interface Problems {
  show(stage: 'cannot-start' | 'stopped', thrown: unknown): void;
  /** Answers for the page and its style on our scheme; null for other paths and while there is no problem. */
  answer(path: string): { contentType: string; body: string } | null;
}

export interface ProblemSurroundings {
  windows: Pick<Windows, 'openPlain'>;
  log: StationLog;
  /** The system's locale: settings may be what cannot be read. */
  locale: () => string;
}

export function createProblems({ windows, log, locale }: ProblemSurroundings): Problems {
  let shown: Problem | null = null;
  return {
    show(stage, thrown) {
      const logId = randomUUID().slice(0, 8);
      log.error({ logId, error: thrown }, 'The app cannot go on');
      // The first problem is the cause; what follows from it would only hide it.
      if (shown !== null) return;
      shown = { ...describe(stage, thrown), logId };
      windows.openPlain(problemPagePath);
    },
    answer(path) {
      if (shown === null) return null;
      if (path === `/${problemStylePath}`) return { contentType: 'text/css; charset=utf-8', body: problemStyle };
      if (path !== `/${problemPagePath}`) return null;
      return { contentType: 'text/html; charset=utf-8', body: problemPage(shown, languageOf(locale())) };
    },
  };
}

function describe(stage: 'cannot-start' | 'stopped', thrown: unknown): Omit<Problem, 'logId'> {
  if (thrown instanceof JournalDamagedError) {
    return { code: 'journal-damaged', where: dirname(thrown.file), newestCopy: newestCopy(thrown.file) };
  }
  if (thrown instanceof NewerDatabaseError) return { code: 'newer-data', where: null };
  return { code: stage, where: null };
}
