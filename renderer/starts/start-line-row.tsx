import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { StartLine } from '../../preload/contract/activity-starts.ts';
import { BilingualTitle } from '../ui/bilingual-title.tsx';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import classes from './prepared-order.module.css';

/** A line that may take part, with what speaks against it. */
export function StartLineRow({ line, isChosen, onToggle }: { line: StartLine; isChosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const why = useId();
  const { obstacle, isBlocked, providerOrderId, sellerName, status, quantity, lineNumber } = line;
  return (
    <label className={classes.line} data-blocked={isBlocked}>
      <Checkbox
        aria-label={t('activities.line', { line: lineNumber })}
        aria-describedby={obstacle ? why : undefined}
        checked={isChosen}
        disabled={isBlocked && !isChosen}
        onChange={onToggle}
      />
      <GoodsPicture url={line.pictureUrl} />
      <BilingualTitle title={line.title} configuration={line.configuration} />
      <span className={classes.right}>
        <span className={classes.strong}>{t('activities.line', { line: lineNumber })}</span>{' '}
        <span className={classes.soft}>
          {[t('common.pieces', { count: quantity }), status.name, sellerName].filter((fact) => fact !== '').join(' · ')}
          {providerOrderId !== '' && ` · ${t('receive.card.providerOrder', { number: providerOrderId })}`}
        </span>
        {obstacle && (
          <span id={why} className={classes.obstacle}>
            {' '}
            {t(`starts.obstacle.${obstacle}`)} {!isBlocked && t('starts.chooseAnyway')}
          </span>
        )}
      </span>
    </label>
  );
}
