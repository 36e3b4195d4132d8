import { TextInput, Textarea } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFault } from '../../preload/contract/draft-faults.ts';
import type { KeptDraft, OrderingView } from '../../preload/contract/ordering.ts';
import { useOrderingChoices } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { BindingFields } from './binding-fields.tsx';
import { CustomerOfOrder } from './customer-needed.tsx';
import classes from './draft-screen.module.css';
import { faultWords } from './fault-words.ts';
import { LinesGrid } from './lines-grid.tsx';
import { SendFoot } from './send-foot.tsx';
import { useDraft } from './use-draft.ts';

interface DraftEditorProps {
  id: string;
  /** As it was when it was saved last; null: it has never been. */
  kept: KeptDraft | null;
  view: OrderingView;
  goTo: GoTo;
  onDiscard: (draft: KeptDraft) => void;
}

/** One draft: for whom, bound to what, which lines, and its way out. */
export function DraftEditor({ id, kept, view, goTo, onDiscard }: DraftEditorProps) {
  const { t } = useTranslation();
  const choices = useOrderingChoices();
  const { draft, typed, isBindingOnItsWay, change, order, faults, keeper, saveState } = useDraft(id, kept, choices.data, choices.isFetching);
  /** Everything that is wrong is shown, not only what a hand has passed. */
  const [showsAll, setShowsAll] = useState(kept !== null);
  const [leftRows, setLeftRows] = useState<ReadonlySet<number>>(new Set());
  const page = useRef<HTMLDivElement>(null);
  const leaveRow = useCallback((row: number) => setLeftRows((rows) => (rows.has(row) ? rows : new Set([...rows, row]))), []);
  const shown = faults.filter((fault) => showsAll || isShownEarly(fault, leftRows));
  const ofOrder = (field: DraftFault['field'], level?: DraftFault['level']): string | undefined => {
    const fault = shown.find((one) => one.line === null && one.field === field && (level === undefined || one.level === level));
    return fault && faultWords(t, fault);
  };

  /** Shows all that is wrong and goes to the first of it. */
  function showFaults(): void {
    setShowsAll(true);
    const first = faults.find(({ level }) => level === 'error');
    if (first) focusFault(page.current, first);
  }

  return (
    <div ref={page} className={classes.editor}>
      {kept?.corrects && (
        <p className={classes.note}>
          {kept.corrects.orderNumber === null
            ? t('ordering.draft.correctsRefused')
            : t('ordering.draft.corrects', { number: kept.corrects.orderNumber })}
        </p>
      )}
      <CustomerOfOrder customer={view.customer} />
      {choices.error && <ErrorNote error={toStationError(choices.error)} />}
      <section className={classes.head} aria-label={t('ordering.draft.about')}>
        <BindingFields
          choices={choices.data}
          binding={draft}
          onChange={({ deliveryModeId, profileId }) => change({ deliveryModeId, profileId })}
          faults={{ deliveryModeId: ofOrder('deliveryModeId'), profileId: ofOrder('profileId') }}
          emptyDelivery={t('ordering.binding.choose')}
        />
        <div className={classes.field}>
          <TextInput
            id="field-reference"
            label={t('ordering.field.reference')}
            autoComplete="off"
            spellCheck={false}
            maxLength={4000}
            value={draft.reference}
            error={ofOrder('reference', 'error')}
            onChange={(event) => change({ reference: event.currentTarget.value })}
          />
          {ofOrder('reference', 'warning') && <p className={classes.warning}>{ofOrder('reference', 'warning')}</p>}
          <p className={classes.hint}>{t('ordering.draft.referenceText')}</p>
        </div>
        <div className={`${classes.field} ${classes.wide}`}>
          <Textarea
            id="field-comment"
            label={t('ordering.field.comment')}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={4000}
            value={draft.comment}
            error={ofOrder('comment')}
            onChange={(event) => change({ comment: event.currentTarget.value })}
          />
          <p className={classes.hint}>{t('ordering.draft.commentText')}</p>
        </div>
      </section>
      <section className={classes.section} aria-label={t('ordering.draft.lines')}>
        <h2>{t('ordering.draft.lines')}</h2>
        {ofOrder('lines') && <p className={classes.bad}>{ofOrder('lines')}</p>}
        <LinesGrid lines={draft.lines} faults={shown} onChange={(lines) => change({ lines })} onLeaveRow={leaveRow} />
      </section>
      <SendFoot
        id={id}
        draft={draft}
        typed={typed}
        isBindingOnItsWay={isBindingOnItsWay}
        order={order}
        faults={faults}
        shown={shown}
        hasCustomer={view.customer !== null}
        keeper={keeper}
        saveState={saveState}
        onShowFaults={showFaults}
        onDiscard={kept ? () => onDiscard(kept) : null}
        goTo={goTo}
      />
    </div>
  );
}

/** While one types: what is wrong in rows that were left, and with what is typed of the order; not what is still to come. */
function isShownEarly({ line, field, fault }: DraftFault, leftRows: ReadonlySet<number>): boolean {
  if (line !== null) return leftRows.has(line);
  return field !== 'lines' && fault !== 'delivery-mode-missing';
}

function focusFault(page: HTMLElement | null, { line, field }: DraftFault): void {
  const cell = line === null ? (field === 'lines' ? '[data-cell="0:item"]' : `#field-${field}`) : `[data-cell="${line}:${field}"]`;
  const target = page?.querySelector<HTMLElement>(cell);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
