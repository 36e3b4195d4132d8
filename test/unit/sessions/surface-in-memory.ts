import type { LoginSurface, LoginWindow, LoginWindowEvent, LoginWindowRequest } from '../../../main/sessions/index.ts';

/** A login window that a test plays the provider in. */
export interface WindowInMemory {
  request: LoginWindowRequest;
  tell: (event: LoginWindowEvent) => void;
  /** What was asked of the window, oldest first. */
  asked: string[];
  /** Comes back as the provider would, with these parameters. */
  comeBack: (parameters: Record<string, string>) => void;
}

export interface SurfaceInMemory extends LoginSurface {
  windows: WindowInMemory[];
  /** The window that opened last. */
  current(): WindowInMemory;
  opened: string[];
  cleared: string[];
}

/** A surface without Electron: windows are played by the test, partitions and browsers are lists. */
export function createSurfaceInMemory(): SurfaceInMemory {
  const windows: WindowInMemory[] = [];
  const opened: string[] = [];
  const cleared: string[] = [];
  return {
    windows,
    opened,
    cleared,
    current() {
      const window = windows.at(-1);
      if (window === undefined) throw new Error('No login window was opened');
      return window;
    },
    openWindow(request) {
      const asked: string[] = [];
      const { host, path } = request.returnAddress;
      windows.push({
        request,
        asked,
        tell: request.onEvent,
        comeBack(parameters) {
          request.onEvent({ kind: 'returned', address: `https://${host}${path}?${new URLSearchParams(parameters).toString()}` });
        },
      });
      const note = (what: string) => () => void asked.push(what);
      return { raise: note('raise'), goBack: note('goBack'), goOn: note('goOn'), close: note('close') } satisfies LoginWindow;
    },
    async openInBrowser(address) {
      opened.push(address);
    },
    returnedPage: () => ({ title: 'Logged in', text: 'Close this page' }),
    async clearPartition(partition) {
      cleared.push(partition);
    },
  };
}
