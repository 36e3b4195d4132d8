import { describe, expect, it } from 'vitest';
import { back, contentsOf, elsewhere, log, openWithPage } from './login-course-fixture.ts';

describe('the ending of a login', () => {
  const failure = { code: -105, name: 'ERR_NAME_NOT_RESOLVED', url: 'https://login.taobao.com/?token=1', isMainFrame: true };

  it('is a failed load of the page, by Chromium’s name of the error', () => {
    const { course, page, events } = openWithPage();
    course.loadFailed(page, failure);
    expect(events).toEqual([{ kind: 'load-failed', host: 'login.taobao.com', networkCode: 'ERR_NAME_NOT_RESOLVED' }]);
  });

  it.each([
    ['what was aborted', { ...failure, code: -3 }],
    ['what we blocked', { ...failure, code: -20 }],
    ['a frame inside', { ...failure, isMainFrame: false }],
  ])('is not %s', (_what, details) => {
    const { course, page, events } = openWithPage();
    course.loadFailed(page, details);
    expect(events).toEqual([]);
  });

  it('is a refused certificate, of the page or of a popup, but not of what a page loads', () => {
    const { course, events } = openWithPage();
    course.certificateRefused({ name: 'net::ERR_CERT_DATE_INVALID', url: 'https://cdn.example/', isMainFrame: false });
    expect(events).toEqual([]);
    course.certificateRefused({ name: 'net::ERR_CERT_DATE_INVALID', url: failure.url, isMainFrame: true });
    expect(events).toEqual([{ kind: 'certificate', host: 'login.taobao.com', networkCode: 'ERR_CERT_DATE_INVALID' }]);
  });

  it('is about the certificate also when only the failed load tells of it', () => {
    const { course, page, events } = openWithPage();
    course.loadFailed(page, { ...failure, code: -201, name: 'ERR_CERT_DATE_INVALID' });
    expect(events).toMatchObject([{ kind: 'certificate' }]);
  });

  it('is a crash of the page, but not its orderly exit', () => {
    const { course, page, events } = openWithPage();
    course.crashed(page, 'clean-exit');
    expect(events).toEqual([]);
    course.crashed(page, 'oom');
    expect(events).toEqual([{ kind: 'crashed' }]);
  });

  it('is not a popup that fails or dies: that one is closed', () => {
    const { course, stage, events } = openWithPage();
    const popup = contentsOf();
    course.loadFailed(popup, failure);
    course.crashed(popup, 'crashed');
    expect(stage.closePopup.mock.calls).toEqual([[popup], [popup]]);
    expect(events).toEqual([]);
  });

  it('is the window closed by the person', () => {
    const { course, events, stage } = openWithPage();
    course.closed();
    expect(events).toEqual([{ kind: 'closed' }]);
    expect(stage.clear).toHaveBeenCalledOnce();
  });

  it('is silent when the station ends it', () => {
    const { course, events, stage } = openWithPage();
    course.end();
    course.closed();
    expect(events).toEqual([]);
    expect(stage.clear).toHaveBeenCalledOnce();
  });

  it('leaves no path, query or state in the log', () => {
    const { course, go, page, send } = openWithPage();
    go('https://127.0.0.1/?token=1');
    go(elsewhere);
    course.goOn();
    send('https://localhost/x?token=1', 'image');
    course.loadFailed(contentsOf(), failure);
    go(back, { contents: page });
    const written = JSON.stringify([log.info.mock.calls, log.warn.mock.calls, log.error.mock.calls]);
    expect(written).toContain('evil.example');
    expect(written).not.toMatch(/token|state|secret|member/);
  });
});
