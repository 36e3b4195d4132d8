import type { BilingualText } from '../../preload/contract/receiving.ts';
import classes from './bilingual-title.module.css';

/** What an order line is: the seller's words, the translation under them, and the configuration. */
export function BilingualTitle({ title, configuration }: { title: BilingualText; configuration: BilingualText }) {
  const configured = configuration.translated || configuration.original;
  return (
    <div>
      <p className={classes.title} lang={title.original === '' ? undefined : 'zh-Hans'}>
        {title.original || title.translated}
      </p>
      {title.original !== '' && title.translated !== '' && <p className={classes.translation}>{title.translated}</p>}
      {configured !== '' && <p className={classes.configuration}>{configured}</p>}
    </div>
  );
}
