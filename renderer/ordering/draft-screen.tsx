import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconFilePlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptDraft, OrderingView } from '../../preload/contract/ordering.ts';
import { useOrdering, useOrderingAct } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { DraftEditor } from './draft-editor.tsx';
import { DraftList } from './draft-list.tsx';
import { draftName } from './draft-name.ts';
import classes from './draft-screen.module.css';

interface DraftScreenProps {
  /** Null: a new one. */
  draftId: string | null;
  goTo: GoTo;
}

/** A new order, typed as in a spreadsheet and kept as it is typed, and the other drafts. */
export function DraftScreen({ draftId, goTo }: DraftScreenProps) {
  const { t } = useTranslation();
  usePlaceTitle('orders');
  const ordering = useOrdering();
  const act = useOrderingAct();
  const [discarded, setDiscarded] = useState<KeptDraft | null>(null);
  /** Took the place of the draft with which the page was opened: that one was thrown away, or another brought back. */
  const [replacedBy, setReplacedBy] = useState<string | null>(null);
  const shownId = replacedBy ?? draftId;
  const undo = useRef<HTMLButtonElement>(null);
  // What was pressed is gone then; the way back is what somebody looks for.
  useEffect(() => {
    if (discarded !== null) undo.current?.focus();
  }, [discarded]);
  const back = (): void => goTo({ name: 'list' });
  useShortcuts({ Escape: back });

  function openNew(): void {
    goTo({ name: 'draft', draftId: crypto.randomUUID() });
  }

  function discard(draft: KeptDraft, isOpen: boolean): void {
    act.mutate((calls) => calls.discardDraft({ id: draft.id }), {
      onSuccess: () => {
        setDiscarded(draft);
        if (isOpen) setReplacedBy(crypto.randomUUID());
      },
    });
  }

  function restore(draft: KeptDraft): void {
    act.mutate((calls) => calls.restoreDraft({ id: draft.id }), {
      onSuccess: () => {
        setDiscarded(null);
        setReplacedBy(draft.id);
      },
    });
  }

  const controls = (
    <div className={classes.controls}>
      <Button variant="default" leftSection={<IconFilePlus size="1.125rem" />} onClick={openNew}>
        {t('ordering.draft.another')}
      </Button>
      <Button variant="default" leftSection={<IconArrowLeft size="1.125rem" />} rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={back}>
        {t('ordering.back')}
      </Button>
    </div>
  );
  return (
    <Screen title={t('ordering.draft.title')} lead={t('ordering.draft.lead')} controls={controls}>
      {ordering.error && <ErrorNote error={toStationError(ordering.error)} />}
      {act.error && <ErrorNote error={toStationError(act.error)} />}
      <div className={classes.news} aria-live="polite">
        {discarded && (
          <p className={classes.note}>
            {t('ordering.draft.discarded', { name: draftName(t, discarded) })}{' '}
            <Button
              ref={undo}
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size="1rem" />}
              loading={act.isPending}
              onClick={() => restore(discarded)}
            >
              {t('ordering.grid.undo')}
            </Button>
          </p>
        )}
      </div>
      {/* What is kept of drafts from an earlier visit may be older than what was saved when it was left. */}
      {ordering.data && ordering.isFetchedAfterMount && (
        <OpenDraft key={shownId ?? ''} draftId={shownId} view={ordering.data} goTo={goTo} isBusy={act.isPending} onDiscard={discard} />
      )}
    </Screen>
  );
}

interface OpenDraftProps extends DraftScreenProps {
  view: OrderingView;
  isBusy: boolean;
  onDiscard: (draft: KeptDraft, isOpen: boolean) => void;
}

/** The draft that is open: which one is settled when the page opens, whatever is typed or saved after. */
function OpenDraft({ draftId, view, goTo, isBusy, onDiscard }: OpenDraftProps) {
  const [id] = useState(() => draftId ?? crypto.randomUUID());
  const kept = view.drafts.find((draft) => draft.id === id) ?? null;
  const others = view.drafts.filter((draft) => draft.id !== id);
  return (
    <>
      <DraftList
        drafts={others}
        isBusy={isBusy}
        onOpen={(draft) => goTo({ name: 'draft', draftId: draft.id })}
        onDiscard={(draft) => onDiscard(draft, false)}
      />
      <DraftEditor id={id} kept={kept} view={view} goTo={goTo} onDiscard={(draft) => onDiscard(draft, true)} />
    </>
  );
}
