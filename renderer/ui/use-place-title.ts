import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceName } from './places.ts';

/** Names the open place in the window's title. */
export function usePlaceTitle(place: PlaceName): void {
  const { t } = useTranslation();
  const title = `${t(`place.${place}`)} – ${t('app.name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
