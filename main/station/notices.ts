import type { StationNotice } from '../../preload/contract/index.ts';

/** Things from this run that a person must know, until they have read them. */
export interface Notices {
  all(): StationNotice[];
  /** Adds a notice; one with the same code takes the place of the earlier one. */
  add(code: StationNotice['code'], details?: StationNotice['details']): void;
  dismiss(id: string): void;
}

export function createNotices(onChange: () => void): Notices {
  let notices: StationNotice[] = [];
  let number = 0;
  return {
    all: () => notices,
    add(code, details = {}) {
      number += 1;
      notices = [...notices.filter((notice) => notice.code !== code), { id: `notice-${number}`, code, details }];
      onChange();
    },
    dismiss(id) {
      const rest = notices.filter((notice) => notice.id !== id);
      if (rest.length === notices.length) return;
      notices = rest;
      onChange();
    },
  };
}
