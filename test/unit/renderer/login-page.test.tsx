import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AccountsView } from '../../../preload/contract/accounts.ts';
import { LoginEndingNote } from '../../../renderer/accounts/login-ending.tsx';
import { createQueryClient } from '../../../renderer/bridge/queries.ts';
import { startTexts, texts } from '../../../renderer/i18n/index.ts';
import { LoginBar } from '../../../renderer/login/login-bar.tsx';
import { LoginContent } from '../../../renderer/login/login-content.tsx';
import { sampleAccount, sampleAccountsView, sampleEnding, sampleLogin, sampleRound } from './sample-accounts.ts';

beforeAll(() => startTexts('en'));

function draw(page: ReactNode): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={createQueryClient()}>
      <MantineProvider withCssVariables={false} withGlobalClasses={false}>
        {page}
      </MantineProvider>
    </QueryClientProvider>,
  );
}

const bar = (part: Partial<AccountsView>) => draw(<LoginBar view={sampleAccountsView(part)} />);
const content = (part: Partial<AccountsView>) => draw(<LoginContent view={sampleAccountsView(part)} />);

describe('the bar of the login window', () => {
  test.each(['login.taobao.com', '127.0.0.1:41235', 'xn--80ak6aa92e.com', `${'login.taobao.com.'.repeat(14)}evil.com`])(
    'has the host %s in full, read from the left',
    (host) => {
      expect(bar({ login: sampleLogin({ host }) })).toContain(`<bdi dir="ltr">${host}</bdi>`);
    },
  );

  test('says whether the connection was checked', () => {
    expect(bar({ login: sampleLogin({ isSecure: true }) })).toContain(texts.t('login.secure'));
    const open = bar({ login: sampleLogin({ isSecure: false }) });
    expect(open).toContain(texts.t('login.insecure'));
    expect(open).not.toContain(texts.t('login.secure'));
  });

  test('claims nothing about a connection before the first page', () => {
    const before = bar({ login: sampleLogin({ phase: 'opening', host: '', isSecure: false }) });
    expect(before).not.toContain(texts.t('login.insecure'));
  });

  test('offers to skip in a round only', () => {
    const skip = texts.t('accounts.round.skip');
    expect(bar({ login: sampleLogin() })).not.toContain(skip);
    const round = bar({ login: sampleLogin(), round: sampleRound(['done', 'current', 'waiting'], 'running') });
    expect(round).toContain(skip);
    expect(round).toContain('2 of 3');
  });
});

describe('below the bar', () => {
  test('a stopped login names the site and offers the way back first', () => {
    const page = content({ login: sampleLogin({ phase: 'stopped', stoppedAt: 'evil.example' }) });
    expect(page).toContain('<bdi dir="ltr">evil.example</bdi>');
    const places = (['back', 'once', 'always', 'cancel'] as const).map((answer) =>
      page.indexOf(texts.t(`login.stop.${answer}`, { provider: 'Taobao' })),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  test.each(['opening', 'checking'] as const)('%s says what is being waited for', (phase) => {
    expect(content({ login: sampleLogin({ phase }) })).toContain(texts.t(`login.${phase}.text`));
  });

  test('a login that has ended says so', () => {
    expect(content({ login: null })).toContain(texts.t('login.over.title'));
  });
});

test('the words of a provider are text, never markup', () => {
  const ending = sampleEnding({ kind: 'refused', text: '<img src=x onerror=alert(1)>' });
  const note = draw(<LoginEndingNote account={sampleAccount(1, { lastEnding: ending })} ending={ending} />);
  expect(note).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(note).not.toContain('<img');
});
