import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './activities-screen.module.css';
import type { useCursorPages } from './use-cursor-pages.ts';

/** Back and on through pages; nothing when there is only one. */
export function CursorPager({ pages, next }: { pages: ReturnType<typeof useCursorPages>; next: string | null }) {
  const { t } = useTranslation();
  const { back, on, number } = pages;
  if (back === null && next === null) return null;
  return (
    <nav className={classes.pager} aria-label={t('outbox.page')}>
      <Button variant="default" size="sm" aria-label={t('outbox.previous')} disabled={back === null} onClick={() => back?.()}>
        <IconChevronLeft size="1.125rem" />
      </Button>
      <span>{number}</span>
      <Button variant="default" size="sm" aria-label={t('outbox.next')} disabled={next === null} onClick={() => next !== null && on(next)}>
        <IconChevronRight size="1.125rem" />
      </Button>
    </nav>
  );
}
