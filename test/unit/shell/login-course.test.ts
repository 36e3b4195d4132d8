import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { back, contentsOf, elsewhere, home, openCourse, openWithPage, start } from './login-course-fixture.ts';

describe('a login', () => {
  it('begins at its address, whose host is known by itself', () => {
    const { course, stage, page, events, go } = openCourse();
    course.start();
    expect(stage.load).toHaveBeenCalledExactlyOnceWith(page, start);
    expect(go('https://otapi.net/next')).toBe(true);
    expect(events).toEqual([]);
  });

  it('shows each page of the provider, and tells its host and whether the connection was checked', () => {
    const { course, stage, page, events } = openCourse({ localOrigin: 'http://127.0.0.1:8080' });
    course.navigated(page, 'https://login.taobao.com:8443/?token=1');
    course.navigated(page, 'http://127.0.0.1:8080/login');
    expect(stage.show).toHaveBeenCalledTimes(2);
    expect(events).toEqual([
      { kind: 'page', host: 'login.taobao.com:8443', isSecure: true },
      { kind: 'page', host: '127.0.0.1:8080', isSecure: false },
    ]);
  });

  it('tells nothing of popups and of empty pages', () => {
    const { course, page, events } = openCourse();
    course.navigated(contentsOf(), home);
    course.navigated(page, 'about:blank');
    expect(events).toEqual([]);
  });

  it.each<[string, (opened: ReturnType<typeof openWithPage>) => unknown]>([
    ['a page or server sends the main frame there', ({ go }) => go(back)],
    ['a frame inside goes there', ({ go }) => go(back, { isMainFrame: false })],
    ['a popup goes there', ({ go }) => go(back, { contents: contentsOf() })],
    ['a window is to be opened there', ({ course, page }) => course.mayOpen(page, back).action !== 'deny'],
    ['a navigation there has begun', ({ course, page }) => course.began(page, { url: back, isMainFrame: true }) ?? false],
    ['the request of a page leaves', ({ send }) => send(back, 'mainFrame')],
    ['the request of a frame leaves', ({ send }) => send(back, 'subFrame')],
  ])('returns once, and ends, when %s', (_how, act) => {
    const opened = openWithPage();
    expect(act(opened)).toBe(false);
    expect(opened.events).toEqual([{ kind: 'returned', address: back }]);
    expect(opened.stage.clear).toHaveBeenCalledOnce();

    opened.go(back);
    opened.course.began(opened.page, { url: back, isMainFrame: true });
    opened.course.closed();
    opened.course.crashed(opened.page, 'crashed');
    expect(opened.events).toHaveLength(1);
    expect([opened.go(home), opened.send('https://taobao.com/x.png', 'image')]).toEqual([false, false]);
    expect(opened.course.mayOpen(opened.page, home)).toEqual({ action: 'deny' });
  });

  it.each(['image', 'script', 'xhr', 'ping', 'other', 'webSocket'])('does not return by a request for %s, which is kept back all the same', (type) => {
    const { send, events } = openWithPage();
    expect(send(back, type)).toBe(false);
    expect(send(back, type, undefined)).toBe(false);
    expect(events).toEqual([]);
  });

  it('keeps back what a page that is gone had under way, and hears nothing in it', () => {
    const { send, events } = openWithPage();
    const gone = contentsOf(() => true);
    for (const address of [back, home, elsewhere]) expect(send(address, 'mainFrame', gone)).toBe(false);
    expect(events).toEqual([]);
  });

  it('ends with a foreign return, and does not tell its address', () => {
    const { go, events } = openWithPage();
    expect(go('https://return.example/provider-session/other?sessionId=1')).toBe(false);
    expect(events).toEqual([{ kind: 'foreign-return' }]);
  });

  it('loads by https what was asked for by http', () => {
    const { go, page, stage, events } = openWithPage();
    stage.load.mockClear();
    expect(go('http://www.taobao.com/?x=1')).toBe(false);
    expect(stage.load).toHaveBeenCalledExactlyOnceWith(page, 'https://www.taobao.com/?x=1');
    expect(events).toEqual([]);
  });

  it('does not go round with a server that turns https back to http', () => {
    const { go, course, page, events } = openWithPage();
    go('http://www.taobao.com/');
    course.navigated(page, 'https://www.taobao.com/');
    // A person may click a few times; a server never gets tired.
    for (let times = 0; times < 5; times += 1) go('http://www.taobao.com/');
    expect(events).toMatchObject([{ kind: 'page' }]);
    go('http://www.taobao.com/');
    expect(events[1]).toEqual({ kind: 'load-failed', host: 'www.taobao.com', networkCode: 'ERR_TOO_MANY_REDIRECTS' });
  });

  it('ends when its very first address is refused, since there would be nothing to see', () => {
    const { course, stage, events } = openCourse({ address: 'file:///etc/passwd' });
    course.start();
    expect(stage.load).not.toHaveBeenCalled();
    expect(events).toEqual([{ kind: 'load-failed', host: '', networkCode: 'ERR_BLOCKED_BY_CLIENT' }]);
  });

  it('goes on when a later page asks for an address that is refused', () => {
    const { go, events } = openWithPage();
    for (const address of ['taobao://login', 'http://127.0.0.1/', 'file:///']) expect(go(address)).toBe(false);
    expect(events).toEqual([]);
  });
});

describe('a login that wants to leave the known sites', () => {
  it('is stopped: its page is hidden and stays where it is, and the host is told, without a port', () => {
    const { go, stage, events } = openWithPage();
    expect(go('https://evil.example:8443/page?token=1')).toBe(false);
    expect(stage.hide).toHaveBeenCalledOnce();
    expect(events).toEqual([{ kind: 'stopped', host: 'evil.example' }]);

    expect([go(home), go('https://other.example/')]).toEqual([false, false]);
    expect(events).toHaveLength(1);
  });

  it('is stopped by the last net, too', () => {
    const { send, events } = openWithPage();
    expect(send(elsewhere, 'mainFrame')).toBe(false);
    expect(events).toEqual([{ kind: 'stopped', host: 'evil.example' }]);
  });

  it('lets frames inside go where they want', () => {
    const { go, send, events } = openWithPage();
    expect([go(elsewhere, { isMainFrame: false }), send(elsewhere, 'subFrame')]).toEqual([true, true]);
    expect(events).toEqual([]);
  });

  it('shows its page again when the person goes back', () => {
    const { go, course, stage, events } = openWithPage();
    go(elsewhere);
    stage.show.mockClear();
    stage.load.mockClear();
    course.goBack();
    expect(stage.show).toHaveBeenCalledOnce();
    expect(stage.load).not.toHaveBeenCalled();
    expect(events.at(-1)).toEqual({ kind: 'page', host: 'login.taobao.com', isSecure: true });
    expect(go(home)).toBe(true);
    expect(go(elsewhere)).toBe(false);
  });

  it('begins anew when it was stopped before its first page and the person goes back', () => {
    const { course, go, stage, page } = openCourse();
    course.start();
    go(elsewhere);
    course.goBack();
    expect(stage.show).not.toHaveBeenCalled();
    expect(stage.load.mock.calls).toEqual([[page, start], [page, start]]);
  });

  it('goes there when the person goes on, and that host is known from then on, what is above it is not', () => {
    const { go, course, stage, page, events } = openWithPage();
    go('https://sso.evil.example/page');
    course.goOn();
    expect(stage.load).toHaveBeenLastCalledWith(page, 'https://sso.evil.example/page');
    expect(go('https://sso.evil.example/next')).toBe(true);
    expect(go('https://evil.example/')).toBe(false);
    expect(events.at(-1)).toEqual({ kind: 'stopped', host: 'evil.example' });
  });

  it('loads in the popup that wanted it, or in the page when that popup is gone', () => {
    let isGone = false;
    const popup = contentsOf(() => isGone);
    const { go, course, stage, page } = openWithPage();
    go(elsewhere, { contents: popup });
    course.goOn();
    expect(stage.load).toHaveBeenLastCalledWith(popup, elsewhere);
    go('https://third.example/', { contents: popup });
    isGone = true;
    course.goOn();
    expect(stage.load).toHaveBeenLastCalledWith(page, 'https://third.example/');
  });

  it('returns all the same', () => {
    const { go, events } = openWithPage();
    go(elsewhere);
    go(back);
    expect(events.at(-1)).toEqual({ kind: 'returned', address: back });
  });

  it('does not answer a question that nobody asked', () => {
    const { course, stage, events } = openWithPage();
    stage.load.mockClear();
    course.goBack();
    course.goOn();
    expect(stage.load).not.toHaveBeenCalled();
    expect(events).toEqual([]);
  });
});

describe('a window that a page wants to open', () => {
  it.each(['https://passport.taobao.com/check', 'about:blank', ''])('is a guarded one for %j', (url) => {
    const { course, page } = openWithPage();
    const title = url.startsWith('https') ? 'passport.taobao.com' : '';
    expect(course.mayOpen(page, url)).toEqual({ action: 'allow', overrideBrowserWindowOptions: { title } });
  });

  it.each(['http://www.taobao.com/', 'https://127.0.0.1/', 'taobao://x', 'file:///', 'data:text/html,x', 'javascript:1'])('is denied for %s', (url) => {
    const { course, page, events } = openWithPage();
    expect(course.mayOpen(page, url)).toEqual({ action: 'deny' });
    expect(events).toEqual([]);
  });

  it('is denied when there are too many', () => {
    const { course, page, stage } = openWithPage();
    stage.popupOptions.mockReturnValue(null);
    expect(course.mayOpen(page, home)).toEqual({ action: 'deny' });
  });

  it('stops the login when its site is not known; going on loads it in the page itself', () => {
    const { course, page, stage, events } = openWithPage();
    expect(course.mayOpen(contentsOf(), elsewhere)).toEqual({ action: 'deny' });
    expect(events).toEqual([{ kind: 'stopped', host: 'evil.example' }]);
    expect(course.mayOpen(page, home)).toEqual({ action: 'deny' });
    course.goOn();
    expect(stage.load).toHaveBeenLastCalledWith(page, elsewhere);
  });

  it('is handed to the stage once it is there', () => {
    const { course, stage } = openWithPage();
    const window = {} as BrowserWindow;
    course.opened(window);
    expect(stage.adopt).toHaveBeenCalledExactlyOnceWith(window);
  });
});
