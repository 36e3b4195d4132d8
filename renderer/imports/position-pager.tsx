import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { importPageLength } from '../bridge/imports.ts';
import classes from './imports.module.css';

/** Back and on through pages found by position. */
export function PositionPager({ from, next, onFrom }: { from: number; next: number | null; onFrom: (from: number) => void }) {
  const { t } = useTranslation();
  if (from === 0 && next === null) return null;
  return (
    <nav className={classes.pager} aria-label={t('outbox.page')}>
      <Button
        variant="default"
        size="sm"
        aria-label={t('outbox.previous')}
        disabled={from === 0}
        onClick={() => onFrom(Math.max(0, from - importPageLength))}
      >
        <IconChevronLeft size="1.125rem" />
      </Button>
      <span>{Math.floor(from / importPageLength) + 1}</span>
      <Button variant="default" size="sm" aria-label={t('outbox.next')} disabled={next === null} onClick={() => next !== null && onFrom(next)}>
        <IconChevronRight size="1.125rem" />
      </Button>
    </nav>
  );
}
