import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './locked-sign.module.css';

/** Says that a setting is the administrator's. */
export function LockedSign() {
  const { t } = useTranslation();
  return (
    <p className={classes.sign}>
      <IconLock size="1em" aria-hidden="true" />
      {t('settings.locked')}
    </p>
  );
}
