/** What the page of the login window needs of the station; it answers for nothing else. */
const loginPageCalls: ReadonlySet<string> = new Set([
  'accounts.view',
  'accounts.skip',
  'accounts.cancelLogin',
  'accounts.raiseLogin',
  'accounts.answerStop',
  'settings.read',
  'status.read',
]);

/** Which contents may call main, and what. Contents that nobody admitted may call nothing. */
export interface Callers {
  admit(webContentsId: number, page: 'station' | 'login'): void;
  dismiss(webContentsId: number): void;
  /** `channel` is `<domain>.<call>` of the contract. */
  mayCall(webContentsId: number, channel: string): boolean;
}

export function createCallers(): Callers {
  const pages = new Map<number, 'station' | 'login'>();
  return {
    admit: (webContentsId, page) => void pages.set(webContentsId, page),
    dismiss: (webContentsId) => void pages.delete(webContentsId),
    mayCall(webContentsId, channel) {
      const page = pages.get(webContentsId);
      return page === 'station' || (page === 'login' && loginPageCalls.has(channel));
    },
  };
}
