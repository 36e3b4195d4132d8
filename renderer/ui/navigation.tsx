import { IconKeyboard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from './key-cap.tsx';
import classes from './navigation.module.css';
import { places, type PlaceName } from './places.ts';

interface NavigationProps {
  place: PlaceName;
  onGo: (place: PlaceName) => void;
  onShowKeys: () => void;
  /** Stands where the places leave room. */
  children: ReactNode;
}

/** The places on the left, and below them the way to the overview of keys. */
export function Navigation({ place, onGo, onShowKeys, children }: NavigationProps) {
  const { t } = useTranslation();
  return (
    <nav className={classes.navigation} aria-label={t('place.label')}>
      <ul>
        {places.map(({ name, key, Icon }) => (
          <li key={name}>
            <button
              type="button"
              className={classes.place}
              aria-current={place === name ? 'page' : undefined}
              aria-keyshortcuts={key}
              title={`${t(`place.${name}`)} (${key})`}
              onClick={() => onGo(name)}
            >
              <Icon className={classes.icon} stroke={1.75} aria-hidden="true" />
              <span className={classes.name}>{t(`place.${name}`)}</span>
              <KeyCap>{key}</KeyCap>
            </button>
          </li>
        ))}
      </ul>
      {children}
      <button type="button" className={classes.place} aria-keyshortcuts="?" title={`${t('keys.show')} (?)`} onClick={onShowKeys}>
        <IconKeyboard className={classes.icon} stroke={1.75} aria-hidden="true" />
        <span className={classes.name}>{t('keys.show')}</span>
        <KeyCap>?</KeyCap>
      </button>
    </nav>
  );
}
