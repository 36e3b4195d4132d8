import type { WebContents } from 'electron';
import { vi } from 'vitest';
import { createLoginCourse, type LoginStage } from '../../../main/shell/login-window/login-course.ts';
import type { LoginWindowEvent, LoginWindowRequest } from '../../../main/sessions/index.ts';

const returnAddress = { host: 'return.example', path: '/provider-session/state' };
export const back = 'https://return.example/provider-session/state?sessionId=secret';
export const start = 'https://otapi.net/provider/login?to=1';
export const home = 'https://login.taobao.com/member/login.jhtml';
export const elsewhere = 'https://evil.example/page?token=1';

export const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };

/** Contents as the course tells them apart; a popup may have gone. */
export function contentsOf(isDestroyed = () => false): WebContents {
  return { isDestroyed } as WebContents;
}

/** A login in a window that only writes down what it is told to do. */
export function openCourse(request: Partial<LoginWindowRequest> = {}) {
  const page = contentsOf();
  const events: LoginWindowEvent[] = [];
  const stage = {
    page,
    show: vi.fn<LoginStage['show']>(),
    hide: vi.fn<LoginStage['hide']>(),
    load: vi.fn<LoginStage['load']>(),
    popupOptions: vi.fn<LoginStage['popupOptions']>((host) => ({ title: host })),
    adopt: vi.fn<LoginStage['adopt']>(),
    closePopup: vi.fn<LoginStage['closePopup']>(),
    clear: vi.fn<LoginStage['clear']>(),
  };
  const course = createLoginCourse(
    {
      partition: 'persist:account',
      address: start,
      returnAddress,
      sites: ['taobao.com'],
      localOrigin: null,
      onEvent: (event) => events.push(event),
      ...request,
    },
    stage,
    log,
  );
  const go = (url: string, { contents = page, isMainFrame = true } = {}): boolean => course.mayGo(contents, { url, isMainFrame });
  const send = (url: string, resourceType: string, webContents: WebContents | undefined = page): boolean =>
    course.maySend({ url, resourceType, ...(webContents && { webContents }) });
  return { page, stage, course, events, go, send };
}

/** The same, with the first page of the provider shown. */
export function openWithPage() {
  const opened = openCourse();
  opened.course.start();
  opened.course.navigated(opened.page, home);
  opened.events.length = 0;
  return opened;
}
