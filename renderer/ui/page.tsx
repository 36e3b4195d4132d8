import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationSettings } from '../../preload/contract/settings.ts';
import { useEventsIntoQueries } from '../bridge/events.ts';
import { useSettings } from '../bridge/queries.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from './error-note.tsx';
import { ErrorPage } from './error-page.tsx';
import { stationTheme } from './theme.ts';

/** What every page of ours has around it: settings first, since language, theme and size come from them. */
export function Page({ children }: { children: (settings: StationSettings) => ReactNode }) {
  useEventsIntoQueries();
  const settings = useSettings();
  useAppearance(settings.data);
  const dark = useDark(settings.data);
  return (
    <MantineProvider
      theme={stationTheme}
      forceColorScheme={dark ? 'dark' : 'light'}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {settings.error && !settings.data && <ErrorPage error={toStationError(settings.error)} />}
      {settings.error && settings.data && <ErrorNote error={toStationError(settings.error)} />}
      {settings.data && children(settings.data)}
    </MantineProvider>
  );
}

function useDark(settings: StationSettings | undefined): boolean {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  const theme = settings?.theme ?? 'system';
  return theme === 'system' ? systemIsDark : theme === 'dark';
}

/** Language and text size of the document. */
function useAppearance(settings: StationSettings | undefined): void {
  const { i18n } = useTranslation();
  const language = settings?.language;
  const textSize = settings?.textSize;
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [i18n, language]);
  useEffect(() => {
    if (textSize !== undefined) document.documentElement.style.fontSize = `${textSize}%`;
  }, [textSize]);
}
