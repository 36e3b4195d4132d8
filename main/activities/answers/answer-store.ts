import { randomUUID } from 'node:crypto';
import { conflict, type ActivityAddress, type AnswerRecord, type StationError } from '../../../preload/contract/index.ts';
import type { Database } from '../../storage/index.ts';
import { kindOfType } from '../known/known-activity.ts';
import type { Person } from '../person.ts';

/** What is about to be answered or done. */
export interface NewAnswer {
  activity: ActivityAddress & { description: string };
  /** Null for an action with the activity that no question asked for. */
  questionId: string | null;
  question: string;
  answer: string;
  person: Person;
}

/** Every answer and action of this station; never forgotten. */
export interface AnswerStore {
  /** Writes one down as under way, before it is sent. Answers with its id. */
  begin(answer: NewAnswer): string;
  end(id: string, outcome: Exclude<AnswerRecord['outcome'], 'sending'>, error: StationError | null): void;
  ofActivity(address: ActivityAddress): AnswerRecord[];
  /** The last answer to a question that OT Platform has taken, and the last one that failed since. */
  lastOf(questionId: string): { taken: AnswerRecord | null; failed: AnswerRecord | null };
  /** Newest first, from the one before the number on. */
  list(limit: number, before: number | null): { answers: AnswerRecord[]; next: number | null };
}

interface AnswerRow {
  number: number;
  id: string;
  activity_type: string;
  activity_id: string;
  description: string;
  question: string;
  answer: string;
  answered_by: string;
  station: string;
  at: number;
  outcome: AnswerRecord['outcome'];
  error: string | null;
}

export function createAnswerStore(database: Database, { now }: { now: () => number }): AnswerStore {
  const insert = database.prepare(`
    INSERT INTO activity_answers
      (id, activity_type, activity_id, description, question_id, question, answer, answered_by, station, at, outcome)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sending')`);
  const finish = database.prepare('UPDATE activity_answers SET outcome = ?, error = ? WHERE id = ?');
  const ofActivity = database.prepare<AnswerRow>(
    'SELECT * FROM activity_answers WHERE activity_type = ? AND activity_id = ? ORDER BY number DESC',
  );
  const ofQuestion = database.prepare<AnswerRow>(
    'SELECT * FROM activity_answers WHERE question_id = ? ORDER BY number DESC LIMIT 20',
  );
  const page = database.prepare<AnswerRow>('SELECT * FROM activity_answers WHERE number < ? ORDER BY number DESC LIMIT ?');

  // Whoever was sending when the station stopped never heard how it went.
  database
    .prepare("UPDATE activity_answers SET outcome = 'unknown', error = ? WHERE outcome = 'sending'")
    .run(JSON.stringify(conflict('stopped-while-sending')));

  return {
    begin({ activity, questionId, question, answer, person }) {
      const id = randomUUID();
      const { type, id: activityId, description } = activity;
      insert.run(id, type, activityId, description, questionId, question, answer, person.name, person.station, now());
      return id;
    },
    end(id, outcome, error) {
      finish.run(outcome, error === null ? null : JSON.stringify(error), id);
    },
    ofActivity: ({ type, id }) => ofActivity.all(type, id).map(recordOf),
    lastOf(questionId) {
      const answers = ofQuestion.all(questionId).map(recordOf);
      const newest = answers[0];
      const hasFailed = newest !== undefined && newest.outcome !== 'taken' && newest.outcome !== 'sending';
      return { taken: answers.find(({ outcome }) => outcome === 'taken') ?? null, failed: hasFailed ? newest : null };
    },
    list(limit, before) {
      const rows = page.all(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
      const shown = rows.slice(0, limit);
      return { answers: shown.map(recordOf), next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null };
    },
  };
}

function recordOf(row: AnswerRow): AnswerRecord {
  return {
    id: row.id,
    activity: {
      type: row.activity_type,
      id: row.activity_id,
      kind: kindOfType(row.activity_type) ?? 'export',
      description: row.description,
    },
    question: row.question,
    answer: row.answer,
    by: row.answered_by,
    station: row.station,
    at: new Date(row.at).toISOString(),
    outcome: row.outcome,
    error: row.error === null ? null : (JSON.parse(row.error) as StationError),
  };
}
