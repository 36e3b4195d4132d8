import { useTranslation } from 'react-i18next';
import { useSettings } from '../bridge/queries.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { AboutSection } from './about-section.tsx';
import { CacheSection } from './cache-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { LookSection } from './look-section.tsx';
import { NamesSection } from './names-section.tsx';
import { ScannerSection } from './scanner-section.tsx';
import { SoundSection } from './sound-section.tsx';

/** Everything a person can set; each change is kept at once. */
export function SettingsScreen() {
  const { t } = useTranslation();
  usePlaceTitle('settings');
  const settings = useSettings().data;
  return (
    <Screen title={t('settings.title')}>
      {settings && (
        <>
          <NamesSection settings={settings} />
          <LookSection settings={settings} />
          <SoundSection settings={settings} />
          <ScannerSection settings={settings} />
          <CacheSection settings={settings} />
          <ConnectionSection />
          <AboutSection />
        </>
      )}
    </Screen>
  );
}
