import { useState } from 'react';
import { IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './goods-picture.module.css';

/** The picture of an item in a box of fixed size; a quiet sign stands in when there is none. */
export function GoodsPicture({ url }: { url: string | null }) {
  const { t } = useTranslation();
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  if (url === null || failedUrl === url) {
    return (
      <span className={classes.picture} title={t('receive.card.noPicture')}>
        <IconPackage stroke={1.25} aria-hidden="true" />
      </span>
    );
  }
  return (
    <span className={classes.picture}>
      <img
        src={url}
        alt={t('receive.card.picture')}
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setFailedUrl(url)}
      />
    </span>
  );
}
