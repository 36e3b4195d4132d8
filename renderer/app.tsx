import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationSettings } from '../preload/contract/settings.ts';
import { useEventsIntoQueries } from './bridge/events.ts';
import { useSettings, useStatus } from './bridge/queries.ts';
import { toStationError } from './bridge/station.ts';
import { ConnectScreen } from './connect/connect-screen.tsx';
import { LookupScreen } from './lookup/lookup-screen.tsx';
import { OutboxScreen } from './outbox/outbox-screen.tsx';
import type { DeskPanelName } from './receive/desk-panel.tsx';
import { DeskProvider, useDesk } from './receive/desk-provider.tsx';
import { ReceiveScreen } from './receive/receive-screen.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { ErrorNote } from './ui/error-note.tsx';
import { Frame } from './ui/frame.tsx';
import type { PlaceName } from './ui/places.ts';
import { useScanFragments, useScans } from './ui/scanner-context.ts';
import { ScannerProvider } from './ui/scanner-provider.tsx';
import { stationTheme } from './ui/theme.ts';
import { useFreeKeysAfterClick } from './ui/use-free-keys.ts';

/** The whole page: settings first, since language, theme and size come from them. */
export function App() {
  useEventsIntoQueries();
  useFreeKeysAfterClick();
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
      {settings.error && <ErrorNote error={toStationError(settings.error)} />}
      {settings.data && (
        <ScannerProvider settings={settings.data.scanner}>
          <Station />
        </ScannerProvider>
      )}
    </MantineProvider>
  );
}

function Station() {
  const status = useStatus();
  if (status.error) return <ErrorNote error={toStationError(status.error)} />;
  if (!status.data) return null;
  if (status.data.mode === 'none') return <ConnectScreen />;
  return (
    <DeskProvider key={status.data.mode}>
      <Places />
    </DeskProvider>
  );
}

function Places() {
  const [place, setPlace] = useState<PlaceName>('receive');
  const [panel, setPanel] = useState<DeskPanelName>('journal');
  const desk = useDesk();

  // A scan that no screen asks for opens the receive screen: it is never answered with silence.
  useScans(({ raw, supersedes }) => {
    setPlace('receive');
    desk.scan(raw, 'scanner', supersedes);
  });
  useScanFragments(() => {
    setPlace('receive');
    desk.fragment();
  });

  function openParcel(waybill: string): void {
    setPlace('receive');
    void desk.open(waybill);
  }

  function showUnknown(): void {
    setPanel('unknown');
    setPlace('receive');
  }

  return (
    <Frame place={place} onGo={setPlace} onShowUnknown={showUnknown}>
      {place === 'receive' && <ReceiveScreen panel={panel} onPanel={setPanel} />}
      {place === 'lookup' && <LookupScreen onOpen={openParcel} />}
      {place === 'outbox' && <OutboxScreen />}
      {place === 'settings' && <SettingsScreen />}
    </Frame>
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
