import type { TFunction } from 'i18next';
import type { Question } from '../../preload/contract/activities.ts';

/** That OT Platform took an answer and asks again all the same. */
export function answeredBeforeWords(t: TFunction, { answer, by }: NonNullable<Question['answeredBefore']>): string {
  return t('questions.answeredBefore', { answer, by: by || t('activities.somebody') });
}
