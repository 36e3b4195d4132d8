import type { Format } from '../i18n/format.ts';

/** A moment as OT Platform wrote it, which has no zone (reference 1.6): its own clock. A text that is no time stays as it is. */
export function writtenMoment(format: Pick<Format, 'moment'>, text: string): string {
  return Number.isNaN(Date.parse(text)) ? text : format.moment(text);
}
