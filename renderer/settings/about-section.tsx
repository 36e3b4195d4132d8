import { useTranslation } from 'react-i18next';
import { useAbout } from '../bridge/queries.ts';
import { FactList } from './fact-list.tsx';
import { Section } from './section.tsx';

/** Version, runtime and data folder: what support asks for first. */
export function AboutSection() {
  const { t } = useTranslation();
  const about = useAbout().data;
  const facts = [
    { name: t('settings.about.version'), value: about?.version ?? '' },
    { name: t('settings.about.runtime'), value: about?.runtime ?? '' },
    { name: t('settings.about.profile'), value: about?.profile ?? '' },
  ];
  return (
    <Section title={t('settings.about.title')}>
      <FactList facts={facts} />
    </Section>
  );
}
