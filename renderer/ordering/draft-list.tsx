import { Button } from '@mantine/core';
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

/** Drafts that wait to be gone on with. */
export function DraftList({ drafts, isBusy, onOpen, onDiscard }: DraftListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (drafts.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('ordering.drafts.title')}>
      <h2>{t('ordering.drafts.title')}</h2>
      <ul className={classes.list}>
        {drafts.map((kept) => {
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
