import { useTranslation } from 'react-i18next';
import type { PolicyView } from '../../preload/contract/administration.ts';
import { usePolicy } from '../bridge/administration.ts';
import { toStationError } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { FactList } from './fact-list.tsx';
import { Section } from './section.tsx';

/** What the administrator has laid down, and what is wrong with the file in which they did. */
export function PolicySection() {
  const { t } = useTranslation();
  const policy = usePolicy();
  return (
    <Section title={t('settings.policy.title')} text={t('settings.policy.text')}>
      {policy.error && <ErrorNote error={toStationError(policy.error)} />}
      {policy.data && <Problem policy={policy.data} />}
      {policy.data && <Facts policy={policy.data} />}
    </Section>
  );
}

function Problem({ policy: { problem } }: { policy: PolicyView }) {
  const { t } = useTranslation();
  if (problem === null) return null;
  const words = {
    what: t(`settings.policy.fault.${problem.fault}.what`, { places: problem.places }),
    next: t(`settings.policy.fault.${problem.fault}.next`),
  };
  return <ErrorNote error={{ code: 'invalid-file' }} words={words} />;
}

function Facts({ policy: { file, locked, practiceAllowed } }: { policy: PolicyView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = format.list(locked.map((setting) => t(`settings.policy.setting.${setting}`)));
  const facts = [
    { name: t('settings.policy.file'), value: file },
    { name: t('settings.policy.locked'), value: names || t('common.none') },
    { name: t('settings.policy.practice'), value: practiceAllowed ? t('settings.policy.allowed') : t('settings.policy.notAllowed') },
  ];
  return <FactList facts={facts} />;
}
