import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconNotes } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptDraft } from '../../preload/contract/ordering.ts';
import { useFormat } from '../i18n/format.ts';
import { draftName } from './draft-name.ts';
import classes from './draft-screen.module.css';

interface DraftListProps {
  drafts: readonly KeptDraft[];
  isBusy: boolean;
  onOpen: (draft: KeptDraft) => void;
  onDiscard: (draft: KeptDraft) => void;
}

/** Drafts that wait to be gone on with: how many, and at a wish which, the one that was worked on last before the others. */
export function DraftList({ drafts, isBusy, onOpen, onDiscard }: DraftListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isShown, setIsShown] = useState(false);
  const list = useId();
  if (drafts.length === 0) return null;
  const newestFirst = drafts.toSorted((one, other) => other.changedAt.localeCompare(one.changedAt));
  const Chevron = isShown ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.section} aria-label={t('ordering.drafts.title')}>
      <Button
        className={classes.drafts ?? ''}
        size="sm"
        variant="default"
        aria-expanded={isShown}
        aria-controls={list}
        leftSection={<IconNotes size="1rem" aria-hidden="true" />}
        rightSection={<Chevron size="1rem" aria-hidden="true" />}
        onClick={() => setIsShown(!isShown)}
      >
        {t('ordering.drafts.count', { count: drafts.length })}
      </Button>
      <ul id={list} className={classes.list} hidden={!isShown}>
        {newestFirst.map((kept) => {
          const name = draftName(t, kept);
          return (
            <li key={kept.id} className={classes.row}>
              <span className={classes.name}>{name}</span>
              <span className={classes.soft}>
                {t('common.lines', { count: kept.draft.lines.filter((line) => line.item.trim() !== '').length })} ·{' '}
                {t('ordering.drafts.changed', { when: format.moment(kept.changedAt) })}
              </span>
              <span className={classes.rowButtons}>
                <Button size="compact-sm" variant="default" aria-label={t('ordering.drafts.openOne', { name })} onClick={() => onOpen(kept)}>
                  {t('ordering.drafts.open')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={isBusy}
                  aria-label={t('ordering.drafts.discardOne', { name })}
                  onClick={() => onDiscard(kept)}
                >
                  {t('ordering.drafts.discard')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
