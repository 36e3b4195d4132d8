import { useTranslation } from 'react-i18next';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Dates, times and numbers in the person's language. */
export interface Format {
  /** `1,234` */
  number(value: number): string;
  /** `10:42` */
  time(iso: string): string;
  /** `10:42` for today, `21 Nov, 10:42` for other days. */
  moment(iso: string): string;
  /** `2 min ago`, `in 30 sec` */
  relative(iso: string, now: number): string;
  list(items: string[]): string;
  /** `CN¥120.50`; a currency that is no code of ISO 4217 stands after the amount as it is. */
  money(amount: number, currency: string): string;
}

/** Made once per language: Intl's formatters are costly to make, and every line of a parcel has some. */
export function formatOf(language: string): Format {
  const known = formats.get(language);
  if (known) return known;
  const format = createFormat(language);
  formats.set(language, format);
  return format;
}

const formats = new Map<string, Format>();

function createFormat(language: string): Format {
  const number = new Intl.NumberFormat(language);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  // Intl.ListFormat has no list without a word such as `and` that keeps its separators in Chinese.
  const separator = language === 'zh' ? '、' : ', ';

  function moment(iso: string): string {
    const at = new Date(iso);
    return isToday(at) ? time.format(at) : `${date.format(at)}, ${time.format(at)}`;
  }

  function since(iso: string, now: number): string {
    const seconds = Math.round((Date.parse(iso) - now) / 1000);
    const size = Math.abs(seconds);
    if (size < 10) return relative.format(0, 'second');
    if (size < minute) return relative.format(seconds, 'second');
    if (size < hour) return relative.format(Math.trunc(seconds / minute), 'minute');
    if (size < day) return relative.format(Math.trunc(seconds / hour), 'hour');
    return relative.format(Math.trunc(seconds / day), 'day');
  }

  function money(amount: number, currency: string): string {
    try {
      return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
    } catch {
      return `${number.format(amount)} ${currency}`.trim();
    }
  }

  return {
    number: (value) => number.format(value),
    time: (iso) => time.format(new Date(iso)),
    moment,
    relative: since,
    list: (items) => items.join(separator),
    money,
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatOf(i18n.language);
}

function isToday(at: Date): boolean {
  return at.toDateString() === new Date().toDateString();
}
