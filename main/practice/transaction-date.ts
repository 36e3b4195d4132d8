import { UNKNOWN_FACTS } from './unknown-facts.ts';

/**
 * The moment that a `transactionDate` means, in UTC; an empty one is now. Null when it has none of the accepted forms, or
 * is no date.
 */
export function readTransactionDate(text: string, now: Date): Date | null {
  if (text === '') return now;
  for (const form of UNKNOWN_FACTS.transactionDateForms) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const { date = '', hours = '00', minutes = '00', seconds = '00' } = groups;
    const moment = new Date(`${date}T${hours}:${minutes}:${seconds}Z`);
    // A day that its month does not have would be moved into the next one.
    return Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(date) ? null : moment;
  }
  return null;
}
