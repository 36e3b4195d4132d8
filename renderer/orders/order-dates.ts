import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Days and moments of orders, which may be years old. OT Platform writes them by its own clock, without a zone (reference 1.6). */
export interface OrderDates {
  /** `8 May 2024`; a text that is no date stays as it is. */
  day(text: string): string;
  /** `10:00`; nothing for a text that is no date. */
  time(text: string): string;
  /** `8 May 2024, 10:00`; a text that is no date stays as it is. */
  moment(text: string): string;
}

export function createOrderDates(language: string): OrderDates {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
  const read = (text: string): Date | null => {
    // A day alone would be read as midnight of another zone.
    const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text);
    return Number.isNaN(at.getTime()) ? null : at;
  };
  // A Russian date ends with "г.", which only takes room in a table.
  const dayOf = (at: Date): string => day.format(at).replace(/\s*г\.$/, '');
  return {
    day(text) {
      const at = read(text);
      return at === null ? text : dayOf(at);
    },
    time(text) {
      const at = read(text);
      return at === null ? '' : time.format(at);
    },
    moment(text) {
      const at = read(text);
      return at === null ? text : `${dayOf(at)}, ${time.format(at)}`;
    },
  };
}

export function useOrderDates(): OrderDates {
  const { i18n } = useTranslation();
  return useMemo(() => createOrderDates(i18n.language), [i18n.language]);
}
