import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../bridge/queries.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { AboutSection } from './about-section.tsx';
import { CacheSection } from './cache-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { CustomerSection } from './customer-section.tsx';
import { LookSection } from './look-section.tsx';
import { NamesSection } from './names-section.tsx';
import { PolicySection } from './policy-section.tsx';
import { ProvidersSection } from './providers-section.tsx';
import { RecipientSection } from './recipient-section.tsx';
import { ScannerSection } from './scanner-section.tsx';
import { SoundSection } from './sound-section.tsx';
import { UpdatesSection } from './updates-section.tsx';

/** Sections to which other screens lead. */
export type SettingsPart = 'providers' | 'recipient';

/** Everything a person can set; each change is kept at once. `part` is what it opens at. */
export function SettingsScreen({ part }: { part: SettingsPart | null }) {
  const { t } = useTranslation();
  usePlaceTitle('settings');
  const settings = useSettings().data;
  useEffect(() => {
    const section = part === null ? null : document.getElementById(part);
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  }, [part]);
  return (
    <Screen title={t('settings.title')}>
      {settings && (
        <>
          <NamesSection settings={settings} />
          <LookSection settings={settings} />
          <SoundSection settings={settings} />
          <ScannerSection settings={settings} />
          <ProvidersSection settings={settings} />
          <RecipientSection settings={settings} />
          <CustomerSection />
          <CacheSection settings={settings} />
          <ConnectionSection />
          <UpdatesSection />
          <PolicySection />
          <AboutSection />
        </>
      )}
    </Screen>
  );
}
