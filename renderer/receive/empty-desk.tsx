import { IconBarcode, IconHandClick, IconKeyboard, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './empty-desk.module.css';

/** An empty desk says how the work goes. */
export function EmptyDesk() {
  const { t } = useTranslation();
  return (
    <div className={classes.empty}>
      <h2>{t('receive.empty.title')}</h2>
      <p className={classes.lead}>{t('receive.empty.text')}</p>
      <ol className={classes.steps}>
        <li>
          <IconBarcode stroke={1.5} aria-hidden="true" />
          {t('receive.empty.scan')}
        </li>
        <li>
          <IconRefresh stroke={1.5} aria-hidden="true" />
          {t('receive.empty.again')}
        </li>
        <li>
          <IconKeyboard stroke={1.5} aria-hidden="true" />
          {t('receive.empty.quantity')}
        </li>
        <li>
          <IconHandClick stroke={1.5} aria-hidden="true" />
          {t('receive.empty.manual')}
        </li>
      </ol>
    </div>
  );
}
